import { z } from 'zod'

/** Which report a point of contact compiles, by its name; the progress report where nothing was chosen. */
export const CompileAnswer = z.strictObject({
	report: z.string().trim().default('progress-report'),
})
export type CompileAnswer = z.output<typeof CompileAnswer>

/** What the address of a plan's reports may ask: the number of a snapshot, as the code on paper names it. */
export const ReportsQuery = z.strictObject({
	snapshot: z
		.string()
		.regex(/^[0-9a-f]{32}$/)
		.optional(),
})
