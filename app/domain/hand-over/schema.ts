import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { OBLIGATION_STATES } from '#app/domain/obligation/rules.ts'
import { typedDay } from '#app/domain/typed-day.ts'

/** Longest note. Unit: Unicode code points. Source: our own. */
export const NOTE_MAX_CHARACTERS = 2000

/** To whom a role passes, from which day on, and what they should know. */
export function handOverAnswer(today: CalendarDay) {
	return z.strictObject({
		person: z.string('hand-over.person.required').min(1, 'hand-over.person.required').max(128),
		effectiveOn: typedDay().refine((day) => day >= today, 'hand-over.day.past'),
		note: z
			.string()
			.trim()
			.refine((text) => [...text].length <= NOTE_MAX_CHARACTERS, 'form.too-long')
			.optional(),
	})
}
export type HandOverAnswer = z.infer<ReturnType<typeof handOverAnswer>>

const bilingual = z.object({ en: z.string().nullable(), id: z.string().nullable() })
const report = z.object({
	milestoneId: z.string(),
	checkpointId: z.string(),
	milestone: bilingual,
	checkpointCode: z.string(),
	dueOn: z.string(),
})

/** What was open on the day of a hand-over, as it is kept with it. */
export const OpenThings = z.object({
	obligations: z.array(
		z.object({
			planId: z.string(),
			plan: bilingual,
			id: z.string(),
			code: z.string(),
			subject: z.string(),
			subjectTitle: bilingual.nullable(),
			dueOn: z.string(),
			state: z.enum(OBLIGATION_STATES),
		}),
	),
	reports: z.array(report),
	/** Reports that are begun, waiting or sent back. */
	drafts: z.array(report.extend({ state: z.string() })),
	/** Published findings on the organization's commitments to which nobody replied. Whose they are, the record says: it can be withdrawn. */
	findings: z.array(
		z.object({
			recordId: z.string(),
			commitmentId: z.string(),
			commitment: bilingual,
			on: z.string(),
		}),
	),
	/** Findings of the organization that are being written; of civil society only. */
	findingDrafts: z.array(z.object({ id: z.string(), commitmentId: z.string(), commitment: bilingual })),
})
export type OpenThings = z.infer<typeof OpenThings>
