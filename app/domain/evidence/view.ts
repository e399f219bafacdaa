import { randomFillSync } from 'node:crypto'
import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { given } from '#app/domain/given.ts'
import { MEDIA_TYPES, codesOf } from '#app/domain/upload/rules.ts'
import type { MediaType, RemovedCode } from '#app/domain/upload/rules.ts'
import { contentHash } from '#app/ledger/leaf.ts'
import type { Evidence, EvidenceReader } from '#prisma/generated/client.ts'
import { EVIDENCE_KINDS, STANCES, isOpenOn } from './rules.ts'
import type { EvidenceKind, Stance } from './rules.ts'
import type { DraftPiece, FileFacts } from './schema.ts'

const Kind = z.enum(EVIDENCE_KINDS)
const StanceTaken = z.enum(STANCES).nullable()

/** A cleaned file that was put forward as evidence. */
export type EvidenceFile = {
	/** Of the cleaned file, which is the one that is served. */
	readonly sha256: string
	readonly mediaType: MediaType
	readonly bytes: number
	readonly previewSha256: string | null
	/** Salted SHA-256 of the file as it was sent; whoever sent it can prove by it what they sent. */
	readonly originalSeal: string | null
	readonly removed: readonly RemovedCode[]
}

/** A piece of evidence that everyone may see. What was not given is absent. */
export type OpenEvidence = {
	/** Absent in reports that were compiled before there was protected evidence. */
	readonly visibility?: 'PUBLIC'
	readonly id?: string
	readonly kind: EvidenceKind
	readonly url: string
	readonly title: string | null
	readonly stance: Stance | null
	/** The words of it that matter, where in it they stand, and the question of an assessment that it answers. */
	readonly excerpt?: string
	readonly locator?: string
	readonly part?: string
	readonly archiveUrl?: string
	readonly altText?: string
	readonly file?: EvidenceFile
	/** The day on which its protection ended by itself. */
	readonly protectedUntil?: CalendarDay
}

/** A piece of protected evidence: that there is one, of which kind, and when it becomes public, if ever. */
export type HiddenEvidence = {
	readonly visibility: 'PROTECTED'
	readonly id: string
	readonly kind: EvidenceKind
	readonly embargoUntil: CalendarDay | null
}

/** One piece of evidence put forward with a claim or a verification, as everyone may see it. */
export type EvidenceView = OpenEvidence | HiddenEvidence

/** What the log seals of the evidence put forward with an act, in the order it was put forward. */
export function evidenceContent(rows: readonly Evidence[]) {
	return [...rows].sort((a, b) => a.position - b.position).map(pieceContent)
}

/** The salts of the originals' seals, for the part of an act that is sealed and not said; nothing where no file came. */
export function originalSalts(rows: readonly Evidence[]): {
	readonly originalSalts?: readonly (string | null)[]
} {
	if (rows.every((row) => row.originalSalt === null)) return {}
	const inOrder = [...rows].sort((a, b) => a.position - b.position)
	return {
		originalSalts: inOrder.map(({ originalSalt }) =>
			originalSalt === null ? null : Buffer.from(originalSalt).toString('hex'),
		),
	}
}

/** A public piece in full; of a protected one only that it is there, what it is, and the seal over the rest. */
function pieceContent(row: Evidence) {
	if (row.visibility === 'PUBLIC') return { ...openPiece(row), visibility: 'PUBLIC' as const }
	return {
		kind: row.kind,
		visibility: 'PROTECTED' as const,
		// A row that lost its salt matches no leaf, and still says nothing.
		partHash: row.partSalt === null ? '' : contentHash(row.partSalt, openPiece(row)),
		embargoUntil: row.embargoUntil,
	}
}

/** A piece with all that is said of it; of what was not given, nothing is said. */
export function openPiece(row: Evidence) {
	return {
		kind: row.kind,
		url: row.url,
		title: row.title,
		stance: row.stance,
		visibility: row.visibility,
		...given({ excerpt: row.excerpt, locator: row.locator, part: row.part }),
		...(row.archiveUrl === null ? {} : { archiveUrl: row.archiveUrl }),
		...(row.altText === null ? {} : { altText: row.altText }),
		...(row.fileSha256 === null ? {} : { file: fileContent(row) }),
	}
}

function fileContent(row: Evidence) {
	return {
		sha256: row.fileSha256,
		mediaType: row.fileMediaType,
		bytes: row.fileBytes,
		previewSha256: row.previewSha256,
		originalSeal: row.originalSeal,
		removed: row.removed?.split(' ') ?? [],
	}
}

/** What a record says beside its content once protection has ended, so that anyone can check what was sealed. */
export type OpenedPart = {
	readonly position: number
	/** Base64 of the 32 bytes. */
	readonly salt: string
	readonly part: ReturnType<typeof openPiece>
}

/** The protected pieces of an act that everyone may see by now: SHA-256 of salt and part is the sealed `partHash`. */
export function openedParts(rows: readonly Evidence[], today: CalendarDay): readonly OpenedPart[] {
	return [...rows]
		.sort((a, b) => a.position - b.position)
		.flatMap((row) =>
			row.visibility === 'PUBLIC' || row.partSalt === null || !isOpenOn(row, today)
				? []
				: [
						{
							position: row.position,
							salt: Buffer.from(row.partSalt).toString('base64'),
							part: openPiece(row),
						},
					],
		)
}

/** A link put forward with an act, as it is stored; what belongs to files and to protected pieces is empty. */
export function evidenceRow(
	{ recordId, version }: ActKey,
	position: number,
	piece: Pick<Evidence, 'kind' | 'url' | 'title' | 'stance'>,
): Evidence {
	return {
		id: `${recordId}.${String(version)}.${String(position)}`,
		recordId,
		recordVersion: version,
		position,
		kind: piece.kind,
		url: piece.url,
		title: piece.title,
		stance: piece.stance,
		excerpt: null,
		locator: null,
		part: null,
		visibility: 'PUBLIC',
		fileSha256: null,
		fileMediaType: null,
		fileBytes: null,
		previewSha256: null,
		originalSeal: null,
		originalSalt: null,
		removed: null,
		altText: null,
		archiveUrl: null,
		partSalt: null,
		embargoUntil: null,
	}
}

type ActKey = { readonly recordId: string; readonly version: number }

/** The columns of a file that its upload, or the piece it is taken over from, fills. */
export type FileColumns = Pick<
	Evidence,
	'fileSha256' | 'fileMediaType' | 'fileBytes' | 'previewSha256' | 'originalSeal' | 'originalSalt' | 'removed'
>

/** What the pieces of a draft cannot say of the rows they become. */
export type Publisher = {
	/** Files by upload or by the piece they are taken over from; all that the draft names are here. */
	readonly files: ReadonlyMap<string, FileColumns>
	readonly personId: string
	readonly at: Date
}

/** The rows of a draft's evidence: pieces in their order, and the people who may see the protected ones. */
export function evidenceRowsFrom(act: ActKey, pieces: readonly DraftPiece[], publisher: Publisher) {
	const evidence = pieces.map((piece, position): Evidence => {
		const columns = { kind: piece.kind, url: piece.url, title: piece.title, stance: piece.stance ?? null }
		return {
			...evidenceRow(act, position, columns),
			archiveUrl: piece.archiveUrl ?? null,
			altText: piece.altText ?? null,
			excerpt: piece.excerpt ?? null,
			locator: piece.locator ?? null,
			part: piece.part ?? null,
			...publisher.files.get(piece.upload ?? piece.carriedFrom ?? ''),
			...protection(piece),
		}
	})
	const readers = pieces.flatMap((piece, position): EvidenceReader[] => {
		const evidenceId = evidence[position]?.id ?? ''
		if (piece.visibility !== 'PROTECTED') return []
		const added = { evidenceId, addedById: publisher.personId, addedAt: publisher.at }
		return (piece.readers ?? []).map((email) => ({ ...added, email }))
	})
	return { evidence, readers }
}

function protection(piece: DraftPiece): Pick<Evidence, 'visibility' | 'partSalt' | 'embargoUntil'> {
	if (piece.visibility !== 'PROTECTED') return { visibility: 'PUBLIC', partSalt: null, embargoUntil: null }
	const partSalt = randomFillSync(new Uint8Array(32))
	return { visibility: 'PROTECTED', partSalt, embargoUntil: piece.embargoUntil ?? null }
}

/** The piece of a draft that a published one becomes in a correction. One whose protection ended is public. */
export function pieceFrom(
	row: Evidence & { readonly readers: readonly Pick<EvidenceReader, 'email'>[] },
	today: CalendarDay,
): DraftPiece {
	const { embargoUntil } = row
	const file = fileOf(row)
	return {
		kind: Kind.parse(row.kind),
		url: row.url,
		title: row.title ?? row.url,
		...(row.stance === null ? {} : { stance: z.enum(STANCES).parse(row.stance) }),
		...given({ excerpt: row.excerpt, locator: row.locator, part: row.part }),
		...(row.archiveUrl === null ? {} : { archiveUrl: row.archiveUrl }),
		...(row.altText === null ? {} : { altText: row.altText }),
		...(file === null ? {} : { carriedFrom: row.id, file: factsOf(file) }),
		...(isOpenOn(row, today)
			? {}
			: {
					visibility: 'PROTECTED',
					readers: row.readers.map(({ email }) => email),
					...(embargoUntil === null ? {} : { embargoUntil }),
				}),
	}
}

/** What a draft keeps of a file. */
export function factsOf({ originalSeal: _seal, ...facts }: EvidenceFile): FileFacts {
	return facts
}

/** The file of a piece; null where it is a link. */
export function fileOf(row: Omit<FileColumns, 'originalSalt'>): EvidenceFile | null {
	if (row.fileSha256 === null) return null
	return {
		sha256: row.fileSha256,
		mediaType: z.enum(MEDIA_TYPES).parse(row.fileMediaType),
		bytes: row.fileBytes ?? 0,
		previewSha256: row.previewSha256,
		originalSeal: row.originalSeal,
		removed: codesOf(row.removed),
	}
}

/** Stored evidence without what seals its parts. */
export type ShownEvidence = Omit<Evidence, 'partSalt' | 'originalSalt'>

/** The evidence of one version of an act as everyone may see it on a day, in its own order. */
export function evidenceViews(
	act: ActKey,
	rows: readonly ShownEvidence[],
	today: CalendarDay,
): readonly EvidenceView[] {
	return rows
		.filter((row) => row.recordId === act.recordId && row.recordVersion === act.version)
		.sort((a, b) => a.position - b.position)
		.map((row) => evidenceView(row, today))
}

/** A piece as everyone may see it on a day. */
export function evidenceView(row: ShownEvidence, today: CalendarDay): EvidenceView {
	if (isOpenOn(row, today)) return openView(row)
	const kind = Kind.parse(row.kind)
	return { visibility: 'PROTECTED', id: row.id, kind, embargoUntil: row.embargoUntil }
}

/** A piece with all that is said of it, for those who may see it. */
export function openView(row: ShownEvidence): OpenEvidence {
	const file = fileOf(row)
	return {
		visibility: 'PUBLIC',
		id: row.id,
		kind: Kind.parse(row.kind),
		url: row.url,
		title: row.title,
		stance: StanceTaken.parse(row.stance),
		...given({ excerpt: row.excerpt, locator: row.locator, part: row.part }),
		...given({ archiveUrl: row.archiveUrl, altText: row.altText }),
		...(file === null ? {} : { file }),
		...(row.embargoUntil === null ? {} : { protectedUntil: row.embargoUntil }),
	}
}
