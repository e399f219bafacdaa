import { z } from 'zod'

/** A line of a file of contributions on paper, as it was read. */
export const PaperRow = z.strictObject({
	/** As a spreadsheet counts, the header being line 1. */
	line: z.int(),
	number: z.string(),
	receivedOn: z.string(),
	text: z.string(),
	/** The code of a sector, or what stands there. */
	sector: z.string(),
	name: z.string(),
})
export type PaperRow = z.infer<typeof PaperRow>

/** A file that was read, as it is stored until its sender confirms it. */
export const PaperContent = z.strictObject({
	memberId: z.string(),
	rows: z.array(PaperRow),
	isTaken: z.boolean(),
})
