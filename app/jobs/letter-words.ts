import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { LetterKind } from '#app/domain/notice/rules.ts'
import type { DigestAct, DueDigest, DueLetter, LetterItem } from '#app/domain/notice/view.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'
import { deadlineInWords } from '#reports/document/deadline-words.ts'

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

/** The digest of a week in its reader's language, by commitment or plan, newest first. */
export function digestLetter(due: DueDigest, place: Place): Letter {
	const words = wordsOf(due.reader.locale)
	const { say, format, locale } = words
	const days = { from: format.day(due.fromOn), until: format.day(due.untilOn) }
	const sections = due.entries.map(({ subject, id, title, acts }) =>
		[
			textOf(title, words),
			...acts.map((act) => actInWords(act, words)),
			`${place.baseUrl}/${locale}/${ROOM_OF[subject]}/${id}`,
		].join('\n'),
	)
	const parts = [say('notice.digest.lead', days), ...sections]
	return ended({ due, words, place, kind: 'digest' }, say('notice.digest.subject', days), parts)
}

const ROOM_OF = {
	COMMITMENT: 'commitments',
	PLAN: 'plans',
	CONSULTATION: 'consultations',
	RECORD: 'records',
} as const

function actInWords(act: DigestAct, words: Words): string {
	const { say, format } = words
	const by = { on: format.day(act.on), organization: textOf(act.organization, words) }
	switch (act.kind) {
		case 'AMENDMENT':
			return say('notice.digest.amendment', { ...by, effective: format.day(act.effectiveOn) })
		case 'STAGE':
			return say('notice.digest.stage', { ...by, stage: say(`plan-status.${act.stage}`) })
		case 'ASSESSMENT':
			return say('notice.digest.self-assessment', {
				...by,
				kind: say(`self-assessment.kind.${act.assessmentKind}`),
				stage: say(`self-assessment.stage.${act.stage}`),
			})
		case 'APPLICATION':
			return say('notice.digest.application', { ...by, state: say(`application-state.${act.state}`) })
		case 'RULES':
			return say('notice.digest.rules', { ...by, from: format.day(act.validFrom) })
		case 'CLAIM':
		case 'VERIFICATION':
		case 'LEVEL':
			return say(LEVEL_SENTENCES[act.kind], {
				...by,
				level: act.level === null ? say('notice.digest.no-level') : say(`level.${act.level}`),
			})
	}
}

const LEVEL_SENTENCES = {
	CLAIM: 'notice.digest.claim',
	VERIFICATION: 'notice.digest.verification',
	LEVEL: 'notice.digest.level',
} as const

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
	const what = deadlineInWords(about, words)
	return say('notice.item', { what, plan: textOf(planTitle, words), due: format.day(dueOn) })
}

function textOf(text: Bilingual, { say, locale }: Words): string {
	return textIn(text, locale)?.text ?? say('missing.text')
}
