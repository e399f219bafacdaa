import type { Locale } from '#app/i18n/locale.ts'
import { nameOf, wordsIn } from '#reports/document/words.ts'
import type { ApplicationModel } from './model.ts'
import { lengthOf, standingOf } from './sentences.ts'

const LINE = '-'.repeat(72)

/** An application as plain text: each text stands alone between two lines, ready to be copied into OGP's form. */
export function applicationText(model: ApplicationModel, locale: Locale): string {
	const words = wordsIn(locale)
	const { say } = words
	const head = [
		`${say('report.application.kicker')}: ${nameOf(model.member.name, words)}`,
		nameOf(model.call.name, words),
		`${say('application.state')}: ${say(`application-state.${model.state}`)}`,
	]
	const texts = model.fields.map((field) => [
		nameOf(field.title, words).toUpperCase(),
		...(field.newest === null ? [] : [lengthOf(field, words)]),
		...standingOf(field, words),
		...[LINE, field.newest?.text || say('application.text.none'), LINE],
	])
	const letters = model.letters.map(
		({ kind, signedBy, url }) => `${say(`letter-kind.${kind}`)} (${signedBy}): ${url}`,
	)
	const last = [
		say('application.letters').toUpperCase(),
		...(letters.length > 0 ? letters : [say('application.letters.none')]),
	]
	return `${[head, ...texts, last].map((lines) => lines.join('\n')).join('\n\n')}\n`
}
