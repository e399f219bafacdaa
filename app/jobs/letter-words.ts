import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { LetterKind } from '#app/domain/notice/rules.ts'
import type { DueDigest, DueLetter, LetterItem } from '#app/domain/notice/view.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'

type Place = { readonly baseUrl: string; readonly token: string }

/** A letter about deadlines in its reader's language: what, of which plan, by when, and how the letters end. */
export function letterAboutDeadlines(due: DueLetter, place: Place): Letter {
	const words = wordsOf(due.reader.locale)
	const { say, locale } = words
	const stem = due.kind === 'BEFORE' ? 'notice.before' : 'notice.overdue'
	const letters = `${place.baseUrl}/${locale}/letters/${place.token}`
	const parts = [
		say(`${stem}.lead`),
		...due.items.map((item) => itemInWords(item, words)),
		...(due.kind === 'BEFORE'
			? [say('notice.tasks', { address: `${place.baseUrl}/${locale}/tasks` })]
			: [say('notice.overdue.acknowledge', { address: `${letters}/acknowledge/${due.sentOn}` })]),
	]
	return ended(
		{ due, words, place, kind: 'reminders' },
		say(`${stem}.subject`, { count: due.items.length }),
		parts,
	)
}

/** The digest of a week in its reader's language, by commitment, newest first. */
export function digestLetter(due: DueDigest, place: Place): Letter {
	const words = wordsOf(due.reader.locale)
	const { say, format, locale } = words
	const days = { from: format.day(due.fromOn), until: format.day(due.untilOn) }
	const sections = due.entries.map(({ commitmentId, title, acts }) =>
		[
			textOf(title, words),
			...acts.map(({ kind, on, organization, level }) =>
				say(kind === 'CLAIM' ? 'notice.digest.claim' : 'notice.digest.verification', {
					on: format.day(on),
					organization: textOf(organization, words),
					level: level === null ? say('notice.digest.no-level') : say(`level.${level}`),
				}),
			),
			`${place.baseUrl}/${locale}/commitments/${commitmentId}`,
		].join('\n'),
	)
	const parts = [say('notice.digest.lead', days), ...sections]
	return ended({ due, words, place, kind: 'digest' }, say('notice.digest.subject', days), parts)
}

type Words = ReturnType<typeof wordsOf>

function wordsOf(wanted: string) {
	const locale: Locale = isLocale(wanted) ? wanted : 'id'
	return { locale, say: sayIn(locale), format: formatIn(locale) }
}

type End = {
	readonly due: DueLetter | DueDigest
	readonly words: Words
	readonly place: Place
	readonly kind: LetterKind
}

/** A letter with how it is ended: in its last line, and for the reader's mail program in one click (RFC 8058). */
function ended({ due, words, place, kind }: End, subject: string, parts: readonly string[]): Letter {
	const { say, locale } = words
	const address = `${place.baseUrl}/${locale}/letters/${place.token}/end/${kind}`
	return {
		to: due.reader.email,
		subject,
		text: `${[...parts, say('notice.end', { address })].join('\n\n')}\n`,
		headers: {
			'List-Unsubscribe': `<${address}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
			'Auto-Submitted': 'auto-generated',
		},
	}
}

function itemInWords({ about, planTitle, dueOn }: LetterItem, words: Words): string {
	const { say, format } = words
	const what =
		about.kind === 'REPORT'
			? say('notice.item.report', { milestone: textOf(about.milestone, words), code: about.checkpointCode })
			: obligationInWords(about, words)
	return say('notice.item', { what, plan: textOf(planTitle, words), due: format.day(dueOn) })
}

function obligationInWords(
	{ code, subject, subjectTitle }: Extract<LetterItem['about'], { kind: 'OBLIGATION' }>,
	words: Words,
): string {
	const { say } = words
	const what = say(`obligation.${code}`)
	if (subject === '') return what
	if (code === 'SA_CONSULTATION')
		return say('obligation.of', { what, subject: say(`obligation.subject.${subject}`) })
	return say('obligation.of', {
		what,
		subject: subjectTitle === null ? subject : textOf(subjectTitle, words),
	})
}

function textOf(text: Bilingual, { say, locale }: Words): string {
	return textIn(text, locale)?.text ?? say('missing.text')
}
