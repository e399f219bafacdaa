import type { Context, Transaction } from '#app/domain/context.ts'
import { fileColumns, findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { needsAltText } from '#app/domain/evidence/rules.ts'
import { filePiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { factsOf, fileOf } from '#app/domain/evidence/view.ts'
import type { FileColumns } from '#app/domain/evidence/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { holdOwnUpload } from '#app/domain/upload/queries.server.ts'
import { placeName } from './schema.ts'
import type { AddedFile, KeptFiles } from './schema.ts'

/** What a form says of the files of its act. */
export type ChosenFiles = {
	/** Of the version that is corrected; empty for a new act. */
	readonly before: readonly DraftPiece[]
	readonly keeps: KeptFiles
	readonly files: readonly AddedFile[]
}

/** The files that an act would have, and the titles of added ones that are not here any more. */
export type FilesShown = {
	readonly pieces: readonly DraftPiece[]
	/** Added files that are still here. */
	readonly files: readonly AddedFile[]
	readonly gone: readonly string[]
}

/** The files of an act that is being written: first those kept of the version before, then the added ones. */
export async function findFilesShown(ctx: Context, chosen: ChosenFiles): Promise<FilesShown> {
	const found = await Promise.all(
		chosen.files.map(async (file) => ({ file, received: await findReceivedFile(ctx, file.upload) })),
	)
	const here = found.flatMap(({ file, received }) => (received ? [{ file, received }] : []))
	return {
		pieces: [...keptOf(chosen), ...here.map(({ file, received }) => filePiece(file, received))],
		files: here.map(({ file }) => file),
		gone: found.flatMap(({ file, received }) => (received ? [] : [file.title])),
	}
}

/** Files of the version before that a correction keeps. */
export function keptOf({ before, keeps }: Pick<ChosenFiles, 'before' | 'keeps'>): readonly DraftPiece[] {
	return before.filter((_piece, at) => keeps[placeName(at)] === 'KEEP')
}

/** The same, held until the transaction ends, with the columns of each file by its upload or by the piece before. */
export type HeldFiles = {
	readonly pieces: readonly DraftPiece[]
	readonly columns: ReadonlyMap<string, FileColumns>
}

/** Refuses with `file_missing`; with `draft_incomplete` where a picture or document is not described in words. */
export async function holdFiles(tx: Transaction, ctx: Context, chosen: ChosenFiles): Promise<HeldFiles> {
	const kept = keptOf(chosen)
	const carried = kept.flatMap((piece) => piece.carriedFrom ?? [])
	const published = await tx.evidence.findMany({ where: { id: { in: carried } } })
	const pieces: DraftPiece[] = [...kept]
	const columns = new Map(published.map((row) => [row.id, fileColumns(row)]))
	for (const added of chosen.files) {
		const row = await holdOwnUpload(tx, ctx, added.upload).catch(asMissing)
		const own = fileColumns(row)
		const file = fileOf(own)
		if (!file) throw new Refusal('file_missing')
		if (needsAltText(file.mediaType) && !added.altText) throw new Refusal('draft_incomplete')
		pieces.push(filePiece(added, { ...factsOf(file), upload: row.id }))
		columns.set(row.id, own)
	}
	return { pieces, columns }
}

function asMissing(thrown: unknown): never {
	if (thrown instanceof Refusal && thrown.reason === 'not_found') throw new Refusal('file_missing')
	throw thrown
}
