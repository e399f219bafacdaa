import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { EXPECTATIONS, EXPECTATION_LEVELS } from '#app/domain/expectation/view.ts'
import { REPORT_JUDGES } from './view.ts'

const day = z.string().refine(isCalendarDay)
const whole = z.int().nonnegative()
const level = z.enum(COMPLETION_LEVELS).nullable()
const expectationLevel = z.enum(EXPECTATION_LEVELS)
const movement = z.strictObject({ before: whole, now: whole })

/** What became different since an earlier report, as the later one keeps it. */
export const FrozenChanges = z.strictObject({
	recordId: z.string(),
	asOfOn: day,
	snapshotHash: z.string(),
	expectations: z.array(
		z.strictObject({ code: z.enum(EXPECTATIONS), from: expectationLevel, to: expectationLevel }),
	),
	levels: z.array(
		z.strictObject({ commitmentId: z.string(), judge: z.enum(REPORT_JUDGES), from: level, to: level }),
	),
	added: z.array(z.string()),
	ended: z.array(z.string()),
	acts: z.strictObject({ claims: whole, findings: whole, replies: whole, amendments: whole }),
	overdue: movement,
	covered: movement,
})
