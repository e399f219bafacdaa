import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { pastedText } from '#app/domain/pasted-text.ts'
import { NOTE_MAX_CHARACTERS } from '#app/domain/plan-draft/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'

const reason = pastedText(NOTE_MAX_CHARACTERS).optional()

/** Why a locked checkpoint takes reports once more, and until which day. */
export function reopenAnswer(today: CalendarDay) {
	return z
		.strictObject({
			untilOn: typedDay().refine((day) => day >= today, { error: 'checkpoint.until.past' }),
			reasonId: reason,
			reasonEn: reason,
		})
		.refine((answer) => Boolean(answer.reasonId) || Boolean(answer.reasonEn), {
			path: ['reasonId'],
			error: 'checkpoint.reason.required',
		})
}
export type ReopenAnswer = z.infer<ReturnType<typeof reopenAnswer>>
