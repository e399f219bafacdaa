import { z } from 'zod'
import { EVIDENCE_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { PUBLIC_AUTHOR } from '#app/domain/observation/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { bytesOf } from '#app/domain/upload/queries.server.ts'
import {
	FILE_MAX_BYTES,
	KEPT_HOURS,
	SENDING_AT_ONCE,
	STANDS_STILL_MINUTES,
	isOverQuota,
	isUploadId,
	storedCodes,
} from '#app/domain/upload/rules.ts'
import type { CleanFacts, FileRefusal, OriginalSeal } from '#app/domain/upload/rules.ts'

/** A file that begins to arrive. */
export type Arriving = {
	readonly id: string
	/** As announced; the largest possible where nothing was. */
	readonly bytes: number
	/** Room for the organization's files. Unit: bytes. */
	readonly quota: number
}

/**
 * Notes that a file begins to arrive. Refuses with `not_allowed` who puts no files forward.
 *
 * Returns  why the file is not taken; null where it is.
 */
export async function beginUpload(ctx: Context, arriving: Arriving): Promise<FileRefusal | null> {
	const [organizationId] = organizationsOf(ctx.actor, EVIDENCE_ROLES)
	const { personId } = ctx.actor
	if (organizationId === undefined || personId === null) throw new Refusal('not_allowed')
	if (!may(ctx.actor, 'evidence.upload', { organizationId })) throw new Refusal('not_allowed')
	return begun(ctx, arriving, { organizationId, personId })
}

/**
 * The same for a picture that somebody without an account sends with an observation. The public has room of its own,
 * as large as that of an organization; who knows the number of the upload may send it on.
 */
export async function beginPublicUpload(ctx: Context, arriving: Arriving): Promise<FileRefusal | null> {
	return begun(ctx, arriving, { organizationId: PUBLIC_AUTHOR, personId: NOBODY })
}

/** Stands where a person would: uploads of the public name nobody. */
const NOBODY = ''

type Uploader = { readonly organizationId: string; readonly personId: string }

async function begun(
	ctx: Context,
	{ id, bytes, quota }: Arriving,
	{ organizationId, personId }: Uploader,
): Promise<FileRefusal | null> {
	if (!isUploadId(id)) throw new Error('an upload has an id of 128 bits')
	if (bytes > FILE_MAX_BYTES) return 'TOO_LARGE'
	return ctx.db.$transaction(async (tx) => {
		await holdOrganization(tx, organizationId)
		if ((await sending(tx, ctx)) >= SENDING_AT_ONCE) return 'TOO_MANY_UPLOADS'
		if (isOverQuota(await bytesOf(tx, organizationId), bytes, quota)) return 'QUOTA'
		const times = { createdAt: ctx.now, updatedAt: ctx.now }
		await tx.upload.create({
			data: { id, organizationId, personId, state: 'RECEIVING', receivedBytes: bytes, ...times },
		})
		return null
	})
}

/** How many files the person is sending; those that stand still give way to a new one. */
async function sending(tx: Transaction, ctx: Context): Promise<number> {
	const own = { personId: ctx.actor.personId ?? '', state: 'RECEIVING' }
	if ((await tx.upload.count({ where: own })) < SENDING_AT_ONCE) return 0
	const before = new Date(ctx.now.getTime() - STANDS_STILL_MINUTES * 60_000)
	await tx.upload.deleteMany({ where: { ...own, updatedAt: { lt: before } } })
	return tx.upload.count({ where: own })
}

/**
 * Notes that more of a file is about to arrive.
 *
 * Returns  false where the person has no such file on its way.
 */
export async function continueUpload(ctx: Context, id: string): Promise<boolean> {
	const own = { id, personId: ctx.actor.personId ?? '', state: 'RECEIVING' }
	const { count } = await ctx.db.upload.updateMany({ where: own, data: { updatedAt: ctx.now } })
	return count > 0
}

/**
 * Notes that a file is clean and stored. Refuses with `not_found` where it was dropped meanwhile.
 *
 * Returns  QUOTA where the cleaned file is too large for the organization's room; null where it is taken.
 */
export async function finishUpload(
	ctx: Context,
	id: string,
	made: CleanFacts & OriginalSeal & { readonly quota: number },
): Promise<FileRefusal | null> {
	return ctx.db.$transaction(async (tx) => {
		const { personId } = ctx.actor
		const row = await tx.upload.findFirst({ where: { id, personId: personId ?? '', state: 'RECEIVING' } })
		if (!row) throw new Refusal('not_found')
		await holdOrganization(tx, row.organizationId)
		const others = (await bytesOf(tx, row.organizationId)) - row.receivedBytes
		if (isOverQuota(others, made.bytes, made.quota)) return 'QUOTA'
		await tx.upload.update({
			where: { id },
			data: {
				state: 'CLEAN',
				mediaType: made.mediaType,
				fileSha256: made.sha256,
				fileBytes: made.bytes,
				previewSha256: made.previewSha256,
				pages: made.pages,
				originalSeal: made.originalSeal,
				originalSalt: made.originalSalt,
				removed: storedCodes(made.removed),
				updatedAt: ctx.now,
			},
		})
		return null
	})
}

/** Gives up a file on its way: refused, broken off or no longer wanted. One that is not there is given up already. */
export async function dropUpload(ctx: Context, id: string): Promise<void> {
	await ctx.db.upload.deleteMany({ where: { id, personId: ctx.actor.personId ?? '', state: 'RECEIVING' } })
}

/** Gives up files whose sender broke off with an earlier process, whoever sent them. */
export async function dropBrokenUploads(ctx: Context, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return
	await ctx.db.upload.deleteMany({ where: { id: { in: [...ids] }, state: 'RECEIVING' } })
}

/** What a sweep needs of the store of files. */
export type SweptFiles = {
	readonly list: () => AsyncIterable<{ readonly sha256: string; readonly modifiedAt: Date }>
	readonly remove: (sha256: string, putBefore?: Date) => Promise<void>
	readonly removePartial: (before: Date) => Promise<number>
}

export type Swept = { readonly uploads: number; readonly files: number; readonly partial: number }

/**
 * Removes what nobody refers to for a day: uploads that are in no draft, stored files that no upload and no evidence
 * names, and what began to arrive and never ended.
 */
export async function sweepUploads(ctx: Context, files: SweptFiles): Promise<Swept> {
	const before = new Date(ctx.now.getTime() - KEPT_HOURS * 3_600_000)
	const inDrafts = await uploadsInDrafts(ctx)
	const { count } = await ctx.db.upload.deleteMany({
		where: { id: { notIn: inDrafts }, updatedAt: { lt: before } },
	})
	const wanted = await wantedFiles(ctx)
	let removed = 0
	for await (const { sha256, modifiedAt } of files.list()) {
		if (modifiedAt >= before || wanted.has(sha256)) continue
		await files.remove(sha256, before)
		removed += 1
	}
	return { uploads: count, files: removed, partial: await files.removePartial(before) }
}

/** Whatever a draft holds: a piece that cannot be read names no upload, and hides none of the others. */
const Pieces = z.array(z.looseObject({ upload: z.string().optional().catch(undefined) }).catch({})).catch([])

async function uploadsInDrafts({ db }: Context): Promise<string[]> {
	const select = { select: { evidence: true } } as const
	const drafts = [
		...(await db.progressUpdateDraft.findMany(select)),
		...(await db.verificationDraft.findMany(select)),
		...(await db.replyDraft.findMany(select)),
		...(await db.localAssessmentDraft.findMany(select)),
	]
	return drafts.flatMap(({ evidence }) => Pieces.parse(evidence).flatMap(({ upload }) => upload ?? []))
}

async function wantedFiles({ db }: Context): Promise<ReadonlySet<string>> {
	const select = { select: { fileSha256: true, previewSha256: true } } as const
	const rows = [
		...(await db.upload.findMany(select)),
		...(await db.evidence.findMany({ where: { fileSha256: { not: null } }, ...select })),
	]
	return new Set(rows.flatMap((row) => [row.fileSha256 ?? [], row.previewSha256 ?? []].flat()))
}

/** Holds an organization until the transaction ends, so that its room is counted by one at a time. */
async function holdOrganization(tx: Transaction, organizationId: string): Promise<void> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "Organization" WHERE "id" = $1 FOR UPDATE', organizationId)
}
