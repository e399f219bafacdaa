import { EVIDENCE_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { PUBLIC_AUTHOR } from '#app/domain/observation/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { holdOwnUpload } from '#app/domain/upload/queries.server.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { isMemberActKind } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { Evidence, Member, Upload } from '#prisma/generated/client.ts'
import type { DraftPiece, ReceivedFile } from './schema.ts'
import { evidenceView, factsOf, fileOf, openView, pieceFrom } from './view.ts'
import type { EvidenceView, FileColumns, OpenEvidence } from './view.ts'

type Key = { readonly recordId: string; readonly version: number }

/** A clean file that the actor has sent and that is not published yet; null where there is none. */
export async function findReceivedFile(ctx: Context, upload: string): Promise<ReceivedFile | null> {
	const organizationIds = organizationsOf(ctx.actor, EVIDENCE_ROLES)
	const row = await ctx.db.upload.findFirst({
		where: {
			id: upload,
			state: 'CLEAN',
			personId: ctx.actor.personId ?? '',
			organizationId: { in: [...organizationIds] },
		},
	})
	return row && receivedFile(row)
}

/** A picture that somebody without an account sent, by the number that only they were told; null where there is none. */
export async function findPublicPhoto(
	{ db }: { readonly db: Pick<Transaction, 'upload'> },
	upload: string,
): Promise<ReceivedFile | null> {
	const row = await db.upload.findFirst({
		where: { id: upload, state: 'CLEAN', organizationId: PUBLIC_AUTHOR, personId: '' },
	})
	return row && receivedFile(row)
}

/** The same, kept from being swept until the transaction has put it into a draft. Refuses with `not_found`. */
export async function holdReceivedFile(tx: Transaction, ctx: Context, upload: string): Promise<ReceivedFile> {
	const received = receivedFile(await holdOwnUpload(tx, ctx, upload))
	if (!received) throw new Refusal('not_found')
	return received
}

function receivedFile(row: Upload): ReceivedFile | null {
	const file = fileOf(fileColumns(row))
	return file && { ...factsOf(file), upload: row.id }
}

/**
 * The files of a draft's pieces, by upload or by the piece they are taken over from, within the organization and the
 * record. Refuses with `file_missing` where one is not there any more.
 */
export async function findFilesOf(
	tx: Transaction,
	of: { readonly organizationId: string; readonly recordId: string; readonly pieces: readonly DraftPiece[] },
): Promise<ReadonlyMap<string, FileColumns>> {
	const { organizationId, recordId, pieces } = of
	const ids = pieces.flatMap((piece) => piece.upload ?? [])
	const carried = pieces.flatMap((piece) => piece.carriedFrom ?? [])
	const arrived = { id: { in: ids }, organizationId, state: 'CLEAN' }
	const uploads = ids.length === 0 ? [] : await tx.upload.findMany({ where: arrived })
	const taken = { id: { in: carried }, recordId }
	const published = carried.length === 0 ? [] : await tx.evidence.findMany({ where: taken })
	const files = new Map([...uploads, ...published].map((row) => [row.id, fileColumns(row)]))
	const isWhole = pieces.every((piece) => {
		const id = piece.upload ?? piece.carriedFrom
		return id === undefined || files.get(id)?.fileSha256 === piece.file?.sha256
	})
	if (!isWhole) throw new Refusal('file_missing')
	return files
}

/** The columns of a file, out of its upload or of the piece that it was put forward with. */
export function fileColumns(row: Upload | Evidence): FileColumns {
	return {
		fileSha256: row.fileSha256,
		fileMediaType: 'fileMediaType' in row ? row.fileMediaType : row.mediaType,
		fileBytes: row.fileBytes,
		previewSha256: row.previewSha256,
		originalSeal: row.originalSeal,
		originalSalt: row.originalSalt,
		removed: row.removed,
	}
}

/** The evidence of a published act, as a correction of it starts from it. */
export async function findPieces(
	db: Transaction,
	{ recordId, version }: Key,
	today: CalendarDay,
): Promise<DraftPiece[]> {
	const rows = await db.evidence.findMany({
		where: { recordId, recordVersion: version },
		include: { readers: { select: { email: true }, orderBy: { email: 'asc' } } },
		orderBy: { position: 'asc' },
	})
	return rows.map((row) => pieceFrom(row, today))
}

/** The claim, finding, reply, assessment or act of a member that a piece was put forward with. */
export type EvidenceAct = {
	readonly kind:
		| 'progress-update.published'
		| 'verification.published'
		| 'reply.published'
		| 'local-assessment.published'
		| MemberActKind
	readonly recordId: string
	readonly version: number
	readonly newestVersion: number
	readonly organizationName: Bilingual
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** Where a piece belongs. */
export type EvidencePlace = {
	/** Null where it is about the plan as a whole. */
	readonly commitment: { readonly id: string; readonly title: Bilingual } | null
	/** Null where it is about what a member does beyond its plans. */
	readonly plan: { readonly id: string; readonly title: Bilingual } | null
	readonly member: MemberView
}

/** A piece as everyone may see it, where it belongs and, of one that is not protected, the act it belongs to. */
export type EvidencePage = EvidencePlace & {
	readonly evidence: EvidenceView
	readonly act: EvidenceAct | null
	readonly ledgerSize: number
}

/** A piece with all that is said of it, for those who may see it. */
export type OwnEvidencePage = EvidencePlace & {
	readonly evidence: OpenEvidence
	readonly act: EvidenceAct
	/** Lowercase hex of what the original was salted with, where it has a seal; told to its own organization alone. */
	readonly originalSalt: string | null
}

/** A piece of evidence for everyone. Refuses with `not_found`, also where its finding was withdrawn. */
export async function findEvidence(ctx: Context, id: string): Promise<EvidencePage> {
	const { row, act, organizationId: _own, ...place } = await findPlaced(ctx, id)
	const evidence = evidenceView(row, utcDay(ctx.now))
	const head = await ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	const shown = evidence.visibility === 'PROTECTED' ? null : act
	return { ...place, evidence, act: shown, ledgerSize: head.size }
}

/** A piece of protected evidence for the people who are named for it; for everybody else it does not exist. */
export async function findProtectedEvidence(ctx: Context, id: string): Promise<OwnEvidencePage> {
	const { row, act, organizationId, ...place } = await findPlaced(ctx, id)
	if (row.visibility === 'PUBLIC') throw new Refusal('not_found')
	const readerIds = await listReaderIds(ctx, row.id)
	if (!may(ctx.actor, 'evidence.read-protected', { organizationId, readerIds }))
		throw new Refusal('not_found')
	return { ...place, evidence: openView(row), act, originalSalt: saltFor(ctx, row, organizationId) }
}

/** A piece of the actor's own organization, with the salt that proves its original. Refuses with `not_found`. */
export async function findOwnEvidence(ctx: Context, id: string): Promise<OwnEvidencePage> {
	const { row, act, organizationId, ...place } = await findPlaced(ctx, id)
	const originalSalt = saltFor(ctx, row, organizationId)
	if (originalSalt === null) throw new Refusal('not_found')
	return { ...place, evidence: openView(row), act, originalSalt }
}

function saltFor(ctx: Context, { originalSalt }: Evidence, organizationId: string): string | null {
	const isOwn = may(ctx.actor, 'evidence.read-protected', { organizationId, readerIds: [] })
	return isOwn && originalSalt !== null ? Buffer.from(originalSalt).toString('hex') : null
}

/** The actor, where their e-mail address is among those named for a piece. */
async function listReaderIds(ctx: Context, evidenceId: string): Promise<readonly string[]> {
	const person = await ctx.db.person.findUnique({ where: { id: ctx.actor.personId ?? '' } })
	if (!person) return []
	const email = person.email.normalize('NFC').toLowerCase()
	const named = await ctx.db.evidenceReader.findUnique({
		where: { evidenceId_email: { evidenceId, email } },
	})
	return named ? [person.id] : []
}

type Placed = EvidencePlace & {
	readonly row: Evidence
	readonly act: EvidenceAct
	readonly organizationId: string
}

async function findPlaced(ctx: Context, id: string): Promise<Placed> {
	const row = await ctx.db.evidence.findUnique({ where: { id } })
	if (!row || (await isWithdrawn(ctx, row.recordId))) throw new Refusal('not_found')
	const { recordId, recordVersion: version } = row
	const found = await findAct(ctx, { recordId, version })
	// With a finding that was withdrawn, what was replied to it is hidden too.
	if (found && 'verificationRecordId' in found && (await isWithdrawn(ctx, found.verificationRecordId)))
		throw new Refusal('not_found')
	const entries = await ctx.db.ledgerEntry.findMany({ where: { recordId }, orderBy: { version: 'desc' } })
	const entry = entries.find((e) => e.version === version)
	if (!found || !entry || found.actionPlan?.status === 'DRAFT') throw new Refusal('not_found')
	const { organizationId, publishedOn, kind, commitment, actionPlan: plan } = found
	const organization = await ctx.db.organization.findUnique({ where: { id: organizationId } })
	return {
		row,
		organizationId,
		act: {
			kind,
			recordId,
			version,
			newestVersion: entries[0]?.version ?? version,
			organizationName: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
			publishedOn,
			ledgerIndex: entry.index,
		},
		commitment: commitment && { id: commitment.id, title: titleOf(commitment.versions) },
		plan: plan && { id: plan.id, title: titleOf(plan.versions) },
		member: memberView(found.member),
	}
}

/** The act of a piece, with its member, its plan and, where it is about one, its commitment. */
async function findAct({ db }: Context, key: Key) {
	const newest = { orderBy: { version: 'desc' }, take: 1 } as const
	const actionPlan = { include: { member: true, versions: newest } } as const
	const commitment = { include: { versions: newest, actionPlan } } as const
	const where = { recordId_version: key }
	const claim = await db.progressUpdate.findUnique({
		where,
		include: { milestone: { include: { commitment } } },
	})
	if (claim) {
		const { commitment: about } = claim.milestone
		return inPlan(claim, 'progress-update.published', { commitment: about, actionPlan: about.actionPlan })
	}
	const finding = await db.verification.findUnique({ where, include: { commitment } })
	if (finding) {
		const { actionPlan: plan } = finding.commitment
		return inPlan(finding, 'verification.published', { commitment: finding.commitment, actionPlan: plan })
	}
	const reply = await db.reply.findUnique({ where, include: { commitment } })
	if (reply) {
		const { commitment: about, verificationRecordId } = reply
		const place = { commitment: about, actionPlan: about.actionPlan }
		return { ...inPlan(reply, 'reply.published', place), verificationRecordId }
	}
	const about = { actionPlan, commitment: { include: { versions: newest } } } as const
	const assessment = await db.localAssessment.findUnique({ where, include: about })
	if (assessment) return inPlan(assessment, 'local-assessment.published', assessment)
	return findMemberAct(db, key)
}

type Acted = { readonly organizationId: string; readonly publishedOn: CalendarDay }

function inPlan<Kind extends EvidenceAct['kind'], Plan extends { readonly member: Member }, About>(
	{ organizationId, publishedOn }: Acted,
	kind: Kind,
	{ commitment, actionPlan }: { readonly commitment: About; readonly actionPlan: Plan },
) {
	return { organizationId, publishedOn, kind, commitment, actionPlan, member: actionPlan.member }
}

/** An act of a member beyond its plans. */
async function findMemberAct(db: Context['db'], key: Key) {
	const row = await db.memberAct.findUnique({ where: { recordId_version: key } })
	const member = row && (await db.member.findUnique({ where: { id: row.memberId } }))
	if (!row || !member || !isMemberActKind(row.kind)) return null
	const { kind, actorOrganizationId: organizationId, publishedOn } = row
	return { organizationId, publishedOn, kind, commitment: null, actionPlan: null, member }
}

function titleOf(versions: readonly { titleEn: string | null; titleId: string | null }[]): Bilingual {
	return { en: versions[0]?.titleEn ?? null, id: versions[0]?.titleId ?? null }
}
