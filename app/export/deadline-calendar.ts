import ical from 'ical-generator'
import { textIn } from '#app/domain/bilingual.ts'
import type { Deadline } from '#app/domain/calendar-address/view.ts'
import { deadlineInWords } from '#reports/document/deadline-words.ts'
import type { Words } from '#reports/document/words.ts'

type DeadlineCalendar = {
	readonly title: string
	readonly deadlines: readonly Deadline[]
	/** The site's name: part of the name of every event. */
	readonly host: string
	/** Where the deadlines of a plan stand, with the site's name. */
	readonly hrefOf: (planId: string) => string
}

/**
 * What somebody has to do by when as iCalendar (RFC 5545): a whole day each, under a name that stays, so that a
 * deadline that moved moves in every calendar that took it up.
 */
export function deadlineCalendar({ title, deadlines, host, hrefOf }: DeadlineCalendar, words: Words): string {
	const { say, locale } = words
	const calendar = ical({
		name: title,
		prodId: { company: 'Renaksi', product: 'Renaksi', language: locale.toUpperCase() },
		ttl: 24 * 60 * 60,
	})
	for (const { key, dueOn, about, plan, isDemonstration } of deadlines) {
		const what = deadlineInWords(about, words)
		calendar.createEvent({
			id: `${key}@${host}`,
			start: dueOn,
			allDay: true,
			// The same text each time it is asked for: nothing tells when a deadline was last worked out.
			stamp: new Date(`${dueOn}T00:00:00Z`),
			summary: isDemonstration ? `${what} (${say('demonstration.mark')})` : what,
			description: textIn(plan.title, locale)?.text ?? plan.id,
			url: hrefOf(plan.id),
		})
	}
	return calendar.toString()
}
