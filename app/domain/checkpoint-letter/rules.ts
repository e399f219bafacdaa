import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** How often the log's checkpoint is sent to those who asked for it. Unit: days. Source: our own. */
export const LETTER_EVERY_DAYS = 7

/** Whether a letter is due: never sent, or a week old. */
export function isLetterDue(lastSentOn: CalendarDay | null, today: CalendarDay): boolean {
	return lastSentOn === null || addDays(lastSentOn, LETTER_EVERY_DAYS) <= today
}
