import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { beginPublicUpload, beginUpload, dropUpload } from '#app/domain/evidence/commands.server.ts'
import { FILE_MAX_BYTES, isUploadId } from '#app/domain/upload/rules.ts'
import type { FileRefusal } from '#app/domain/upload/rules.ts'
import { answerError } from './error-answer.server.ts'
import { readFormWithFile } from './form-with-file.server.ts'
import type { FormWithFile } from './form-with-file.server.ts'
import { photoLimits } from './comment-limits.server.ts'
import { fileDoorOf, isPublicFileForm } from './request-shape.ts'
import { senderOf } from './sender.server.ts'
import type { SenderWorld } from './sender.server.ts'
import { storageFaultIn } from './storage-fault.ts'
import { forgetFile, pathOf, takeInFile } from './take-in-file.server.ts'
import type { IntakeWorld } from './take-in-file.server.ts'

/** A form whose file was taken in: its text fields, with `upload` or `uploadFault`, go on to Remix. */
export type TakenForm = { readonly fields: URLSearchParams; readonly isTooLarge: boolean }

/** What a request is known by before it is read. */
export type Asker = { readonly requestId: string; readonly clientAddress: string }

const NOTHING: TakenForm = { fields: new URLSearchParams(), isTooLarge: false }

/**
 * The door for forms with a file, and the bell of the one for tables: these are read as a whole, further in, once it
 * is known that somebody who sends tables sends this one.
 *
 * Returns  the form without its file; 'answered' where there was no form to go on with; null where the request is
 *          none of this door's, or may go on as it came.
 */
export function openUploadDoor(world: SenderWorld & IntakeWorld) {
	return async (
		req: IncomingMessage,
		res: ServerResponse,
		asker: Asker,
	): Promise<TakenForm | 'answered' | null> => {
		if (req.method !== 'POST') return null
		const door = fileDoorOf(req.url ?? '')
		if (door === 'table') return (await senderOf(world, req, asker.requestId))?.maySendTable ? null : NOTHING
		if (door !== 'form' || !/^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '')) return null
		const sender = await fileSenderOf(world, req, asker)
		// The page's own guard says where to sign in, or that this is not theirs. Of the body nothing is read.
		if (!sender) return NOTHING
		const id = randomBytes(16).toString('hex')
		const form = await arrival(world, sender, { req, id })
		if (form === 'malformed') {
			await giveUp(world, sender.ctx, id)
			answerError(req, res, 'malformed')
			return 'answered'
		}
		return withOutcome(form.fields, await outcome(world, sender.ctx, { id, file: form.file }))
	}
}

/** Who sends a file, and how its upload begins. */
type FileSender = {
	readonly ctx: Context
	readonly begin: (arriving: { id: string; bytes: number; quota: number }) => Promise<FileRefusal | null>
}

/** A person who puts files forward or, with an observation, somebody without an account; null for all others. */
async function fileSenderOf(
	world: SenderWorld,
	req: IncomingMessage,
	{ requestId, clientAddress }: Asker,
): Promise<FileSender | null> {
	if (isPublicFileForm(req.url ?? '')) {
		const { database, withdrawals, clock } = world
		const ctx = { db: database.db, actor: PUBLIC_ACTOR, now: clock(), requestId, withdrawals }
		return {
			ctx,
			begin: async (arriving) =>
				(await photoLimits.isLeft(clientAddress)) ? beginPublicUpload(ctx, arriving) : 'TOO_MANY_UPLOADS',
		}
	}
	const sender = await senderOf(world, req, requestId)
	if (!sender?.mayUpload) return null
	return { ctx: sender.ctx, begin: (arriving) => beginUpload(sender.ctx, arriving) }
}

async function arrival(
	world: SenderWorld & IntakeWorld,
	{ ctx, begin }: FileSender,
	{ req, id }: { readonly req: IncomingMessage; readonly id: string },
): Promise<FormWithFile | 'malformed'> {
	const announced = Number(req.headers['content-length'] ?? FILE_MAX_BYTES)
	const bytes = Math.min(announced, FILE_MAX_BYTES)
	try {
		return await readFormWithFile(req, {
			begin: () => begin({ id, bytes, quota: world.quota }),
			path: pathOf(world.files, id),
		})
	} catch (error) {
		await giveUp(world, ctx, id)
		throw error
	}
}

type Outcome = { readonly id: string } | { readonly refusal: FileRefusal } | null

async function outcome(
	world: IntakeWorld,
	ctx: Context,
	{ id, file }: { readonly id: string; readonly file: FormWithFile['file'] },
): Promise<Outcome> {
	if (file === 'none') return null
	const refusal = file === 'arrived' ? await takeInFile(world, ctx, { id }) : file.refusal
	if (!refusal) return { id }
	await giveUp(world, ctx, id)
	return { refusal }
}

/** A form is sent anew as a whole, so nothing is kept of one that failed. */
async function giveUp(world: IntakeWorld, ctx: Context, id: string): Promise<void> {
	await forgetFile(world.files, id)
	// Where the database has no room, the row that is left is swept a day later.
	await dropUpload(ctx, id).catch((error: unknown) => {
		if (storageFaultIn(error) === null) throw error
	})
}

/**
 * What the page is told: a new file comes before one that was sent earlier, which is kept where the new one is not
 * taken; and a fault is only this door's to state.
 */
function withOutcome(fields: URLSearchParams, outcome: Outcome): TakenForm {
	const earlier = fields.get('upload') ?? ''
	fields.delete('upload')
	fields.delete('uploadFault')
	const upload = outcome && 'id' in outcome ? outcome.id : earlier
	if (isUploadId(upload)) fields.set('upload', upload)
	const fault = outcome && 'refusal' in outcome ? outcome.refusal : null
	if (fault) fields.set('uploadFault', fault)
	return { fields, isTooLarge: fault === 'TOO_LARGE' }
}
