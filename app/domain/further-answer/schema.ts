import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { TRANSLATIONS } from '#app/domain/text-state/rules.ts'
import { dateFaults } from './rules.ts'
import type { DateFrame, GivenDates } from './rules.ts'

const day = z.string().trim().refine(isCalendarDay, { error: 'progress-update.date.no-such-day' }).optional()

/** The days of a report, and what is said of its second language; the form says how it was opened. */
export const furtherFields = {
	startedOn: day,
	finishedOn: day,
	expectedOn: day,
	translation: z.enum(TRANSLATIONS, { error: 'progress-update.translation.unknown' }).optional(),
	opened: z.string().max(64, { error: 'form.version' }).optional(),
}

/** The sentence for a fault of a report's days is `progress-update.date.<FAULT>`. */
export function checkDates(frame: DateFrame) {
	return (answer: GivenDates, ctx: z.core.$RefinementCtx): void => {
		for (const { field, fault } of dateFaults(answer, frame))
			ctx.addIssue({ code: 'custom', path: [field], message: `progress-update.date.${fault}` })
	}
}
