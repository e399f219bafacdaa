import { z } from 'zod'
import { numbered } from '#app/domain/plan-file/schema.ts'
import type { FileColumn } from '#app/domain/plan-file/schema.ts'

/** Name of the sheet with the reports. */
export const UPDATES_SHEET = 'Updates'

/** Columns that only tell which report a row is. */
export const TOLD_COLUMNS: readonly FileColumn[] = [
	{ key: 'commitmentName', kind: 'text' },
	{ key: 'milestoneName', kind: 'text' },
	{ key: 'deliverable', kind: 'text' },
	{ key: 'checkpointDue', kind: 'text' },
]

/** How many challenges and links the file has columns for. Source: our own. */
const CHALLENGE_COLUMNS = 3
const EVIDENCE_COLUMNS = 3

/** Columns that are filled in. */
export const ANSWER_COLUMNS: readonly FileColumn[] = [
	{ key: 'level', kind: 'level' },
	{ key: 'doneId', kind: 'text' },
	{ key: 'doneEn', kind: 'text' },
	{ key: 'nextStepId', kind: 'text' },
	{ key: 'nextStepEn', kind: 'text' },
	{ key: 'startedOn', kind: 'day' },
	{ key: 'finishedOn', kind: 'day' },
	{ key: 'expectedOn', kind: 'day' },
	...numbered(CHALLENGE_COLUMNS).map((at): FileColumn => ({ key: `challenge${at}`, kind: 'challenge' })),
	{ key: 'challengeText', kind: 'text' },
	...numbered(EVIDENCE_COLUMNS).flatMap((at): FileColumn[] => [
		{ key: `evidence${at}Url`, kind: 'text' },
		{ key: `evidence${at}Kind`, kind: 'evidence-kind' },
		{ key: `evidence${at}Title`, kind: 'text' },
	]),
]

/** Positions of links in a row, from 1. */
export const EVIDENCE_POSITIONS = numbered(EVIDENCE_COLUMNS)
export const CHALLENGE_POSITIONS = numbered(CHALLENGE_COLUMNS)

/** A fault of one cell: a message key with what it needs, and where it stands. */
export const CellFault = z.strictObject({
	place: z.string().nullable(),
	message: z.string(),
	values: z.record(z.string(), z.string()),
})
export type CellFault = z.infer<typeof CellFault>

/** A row of the file as it was read: which report, over which state it was written, what it says, and where. */
export const UpdateRow = z.strictObject({
	key: z.string(),
	/** Versions of the draft and of the published report that the file was made from: `3.0`. */
	mark: z.string(),
	name: z.string(),
	place: z.string(),
	fields: z.record(z.string(), z.string()),
	/** Where each column of the row is. */
	places: z.record(z.string(), z.string()),
	faults: z.array(CellFault),
})
export type UpdateRow = z.infer<typeof UpdateRow>

/** What became of a row that was taken. */
export const TakenRow = z.strictObject({ key: z.string(), refusal: z.string().nullable() })
export type TakenRow = z.infer<typeof TakenRow>

/** A file of reports that was read, as it is stored. `taken` is null until its sender confirms it. */
export const UpdatesContent = z.strictObject({
	rows: z.array(UpdateRow),
	taken: z.array(TakenRow).nullable(),
})
export type UpdatesContent = z.infer<typeof UpdatesContent>
