import { z } from 'zod'

/** Which report a point of contact compiles, by its name; the progress report where nothing was chosen. */
export const CompileAnswer = z.strictObject({
	report: z.string().trim().default('progress-report'),
})
export type CompileAnswer = z.output<typeof CompileAnswer>
