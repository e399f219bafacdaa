import type { SourceNoteRow } from '#prisma/generated/client.ts'
import type { SourceNoteCode } from './rules.ts'
import { SourceNotes } from './schema.ts'
import type { SourceNote } from './schema.ts'

/** What one row of a published table leaves open of a commitment. */
export type SourceNoteView = {
	readonly rowId: string
	readonly source: string
	readonly notes: readonly SourceNote[]
}

/** The notes of a row as everybody sees them. */
export function sourceNoteView({ rowId, source, notes }: SourceNoteRow): SourceNoteView {
	return { rowId, source, notes: SourceNotes.parse(notes) }
}

/** A row of a table and the commitment it speaks of. */
export type LocatedRow = {
	readonly row: {
		readonly rowId: string
		readonly source: string
		readonly notes: readonly SourceNote[]
	}
	readonly commitmentId: string
	/** The earlier row of another source that made the commitment; null where this one did, or where it was here. */
	readonly sameAs: string | null
}

type Repeat = { readonly number: string; readonly rowIds: readonly string[] }
type Noted = Pick<SourceNoteRow, 'commitmentId' | 'rowId'>

/** What the rows leave open, as it is kept beside their commitments; rows whose notes are kept already are left out. */
export function noteRows(
	located: readonly LocatedRow[],
	repeats: readonly Repeat[],
	noted: readonly Noted[],
): readonly (Omit<SourceNoteRow, 'notes'> & { readonly notes: readonly SourceNote[] })[] {
	const known = new Set(noted.map(({ commitmentId, rowId }) => `${commitmentId} ${rowId}`))
	const repeated = new Map(
		repeats.flatMap(({ number, rowIds }) => rowIds.map((rowId) => [rowId, { number, rowIds }] as const)),
	)
	return located.flatMap(({ row: { rowId, source, notes }, commitmentId, sameAs }) => {
		const repeat = repeated.get(rowId)
		const all = [
			...notes,
			...(repeat ? [note('NUMBER_REPEATED', `${repeat.number} (${repeat.rowIds.join(', ')})`)] : []),
			...(sameAs === null ? [] : [note('ALSO_IN', sameAs)]),
		]
		const isKept = known.has(`${commitmentId} ${rowId}`)
		return isKept || all.length === 0 ? [] : [{ commitmentId, rowId, source, notes: all }]
	})
}

function note(code: SourceNoteCode, text: string): SourceNote {
	return { code, text, columns: [] }
}
