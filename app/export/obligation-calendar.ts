import ical from 'ical-generator'
import { textIn } from '#app/domain/bilingual.ts'
import type { MemberObligation } from '#app/domain/obligation/queries.server.ts'
import { obligationInWords, ruleInWords, stateInWords } from '#reports/document/obligation-words.ts'
import type { Words } from '#reports/document/words.ts'

type CalendarOf = {
	readonly title: string
	readonly obligations: readonly Owed[]
	/** The site's name: part of the name of every event. */
	readonly host: string
	/** Where the deadlines of a plan stand, with the site's name. */
	readonly hrefOf: (planId: string) => string
}
export type Owed = Pick<MemberObligation, 'plan' | 'obligation'> & {
	readonly member: Pick<MemberObligation['member'], 'isDemonstration'>
}

/**
 * Deadlines as iCalendar (RFC 5545): a whole day each, under a name that stays, so that a deadline that moved moves in
 * every calendar that took it up. The last day is one where the member is: whole days have no time zone.
 */
export function obligationCalendar({ title, obligations, host, hrefOf }: CalendarOf, words: Words): string {
	const { say, locale } = words
	const calendar = ical({
		name: title,
		prodId: { company: 'Renaksi', product: 'Renaksi', language: locale.toUpperCase() },
		ttl: 24 * 60 * 60,
	})
	for (const { plan, member, obligation } of obligations) {
		const { rule, dueOn } = obligation
		const what = obligationInWords(obligation, words)
		const plainly = [
			textIn(plan.title, locale)?.text ?? plan.id,
			stateInWords(obligation, words),
			rule === null ? null : ruleInWords(rule, words),
			rule === null ? null : say(`rule-basis.${rule.basis}`),
		]
		calendar.createEvent({
			id: `${obligation.id}@${host}`,
			start: dueOn,
			allDay: true,
			// The same text each time it is asked for: nothing tells when a deadline was last worked out.
			stamp: new Date(`${dueOn}T00:00:00Z`),
			summary: member.isDemonstration ? `${what} (${say('demonstration.mark')})` : what,
			description: plainly.filter((line) => line !== null).join('\n'),
			url: hrefOf(plan.id),
		})
	}
	return calendar.toString()
}
