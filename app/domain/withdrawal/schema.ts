import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'

/** Withdrawals in place of findings, as a frozen record holds them. */
export const Withdrawals = z.array(
	z.strictObject({
		recordId: z.string(),
		version: z.int().nonnegative(),
		commitmentId: z.string(),
		milestoneId: z.string().nullable(),
		publishedOn: z.string().refine(isCalendarDay),
		ledgerIndex: z.int(),
	}),
)
