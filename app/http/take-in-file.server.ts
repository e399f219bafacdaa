import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CleanedFile, Cleaner } from '#app/cleaning/clean-file.server.ts'
import type { Context } from '#app/domain/context.ts'
import { dropUpload, finishUpload } from '#app/domain/evidence/commands.server.ts'
import type { FileRefusal, OriginalSeal } from '#app/domain/upload/rules.ts'
import type { FileStore } from '#app/files.server.ts'
import type { Log } from '#app/log.server.ts'

export type IntakeWorld = {
	readonly files: FileStore
	readonly cleaner: Cleaner
	/** Room for the files of one organization. Unit: bytes. */
	readonly quota: number
	readonly log: Log
}

/** A file that has arrived whole; `sha256` is what its sender says it hashes to, where they say it. */
export type Arrived = { readonly id: string; readonly sha256?: string }

/** Where the bytes of a file on its way are. */
export function pathOf(files: Pick<FileStore, 'incoming'>, id: string): string {
	return join(files.incoming, id)
}

/**
 * Takes in a file that has arrived: seals the original, has it cleaned, stores what came out, notes it, and deletes
 * the original.
 *
 * Returns  why it is not taken, after which nothing of it is left; UNAVAILABLE leaves it as it arrived, for another try.
 */
export async function takeInFile(
	world: IntakeWorld,
	ctx: Context,
	arrived: Arrived,
): Promise<FileRefusal | null> {
	try {
		const refusal = await cleanAndStore(world, ctx, arrived)
		if (refusal === 'UNAVAILABLE') return refusal
		if (refusal) await dropUpload(ctx, arrived.id)
		await leftOver(world, ctx, forgetFile(world.files, arrived.id))
		return refusal
	} catch (err) {
		world.log.error({ event: 'upload', requestId: ctx.requestId, err })
		return 'UNAVAILABLE'
	}
}

/** Deletes the bytes of a file on its way, and what was noted beside them. */
export async function forgetFile(files: Pick<FileStore, 'incoming'>, id: string): Promise<void> {
	await rm(pathOf(files, id), { force: true })
	await rm(`${pathOf(files, id)}.json`, { force: true })
}

/** What is not cleared away now is swept later: it is no reason to refuse a file that is stored. */
async function leftOver(
	{ log }: Pick<IntakeWorld, 'log'>,
	{ requestId }: Pick<Context, 'requestId'>,
	clearing: Promise<void>,
): Promise<void> {
	await clearing.catch((err: unknown) => log.error({ event: 'upload.left-over', requestId, err }))
}

async function cleanAndStore(
	world: IntakeWorld,
	ctx: Context,
	{ id, sha256 }: Arrived,
): Promise<FileRefusal | null> {
	const { seal, plain } = await sealOf(pathOf(world.files, id))
	if (sha256 !== undefined && sha256 !== plain) return 'BROKEN'
	const cleaned = await world.cleaner.cleanFile(pathOf(world.files, id))
	if ('refusal' in cleaned) return cleaned.refusal
	try {
		await store(world.files, cleaned)
		return await finishUpload(ctx, id, { ...cleaned, ...seal, quota: world.quota })
	} finally {
		await leftOver(world, ctx, cleaned.discard())
	}
}

async function store(
	files: FileStore,
	{ path, sha256, previewPath, previewSha256 }: CleanedFile,
): Promise<void> {
	await files.put(path, sha256)
	if (previewPath !== null && previewSha256 !== null) await files.put(previewPath, previewSha256)
}

const SALT_BYTES = 32

/**
 * The commitment to the original: whoever has the salt and the very file can prove that it was this one. Without the
 * salt, somebody who holds a copy of the picture could find out who sent it.
 */
async function sealOf(path: string): Promise<{ readonly seal: OriginalSeal; readonly plain: string }> {
	const originalSalt = new Uint8Array(randomBytes(SALT_BYTES))
	const salted = createHash('sha256').update(originalSalt)
	const plain = createHash('sha256')
	for await (const piece of createReadStream(path)) {
		if (!Buffer.isBuffer(piece)) throw new Error('a file is read as bytes')
		salted.update(piece)
		plain.update(piece)
	}
	return { seal: { originalSeal: salted.digest('hex'), originalSalt }, plain: plain.digest('hex') }
}
