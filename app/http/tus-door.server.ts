import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from '#app/domain/context.ts'
import { beginUpload, continueUpload, dropUpload } from '#app/domain/evidence/commands.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findOwnUpload } from '#app/domain/upload/queries.server.ts'
import type { UploadView } from '#app/domain/upload/view.ts'
import { fileDoorOf } from './request-shape.ts'
import { senderOf } from './sender.server.ts'
import type { SenderWorld } from './sender.server.ts'
import { storageFaultIn } from './storage-fault.ts'
import { forgetFile, pathOf } from './take-in-file.server.ts'
import type { IntakeWorld } from './take-in-file.server.ts'
import { openTusProtocol } from './tus-protocol.server.ts'
import type { TusProtocol } from './tus-protocol.server.ts'
import { refusedRequest, refusedUpload, sendAnswer } from './upload-answer.server.ts'
import type { UploadAnswer } from './upload-answer.server.ts'

type Ask = { readonly req: IncomingMessage; readonly res: ServerResponse; readonly ctx: Context }

/**
 * The door for files that come piece by piece and go on after every break (tus 1.0). Whose a file is, is asked at
 * every request; reading what was sent is not offered at all.
 *
 * Returns  false where the request is none of this door's.
 */
export function openTusDoor(world: SenderWorld & IntakeWorld) {
	const protocol = openTusProtocol(world)
	return async (req: IncomingMessage, res: ServerResponse, requestId: string): Promise<boolean> => {
		if (fileDoorOf(req.url ?? '') !== 'resumable' || req.method === 'GET') return false
		res.setHeader('Cache-Control', 'no-store')
		const sender = await senderOf(world, req, requestId)
		const answer = sender?.mayUpload
			? await follow(world, protocol, { req, res, ctx: sender.ctx }).catch(withoutRoom(req))
			: refusedRequest(req, sender ? 'not_allowed' : 'not_signed_in')
		if (answer) sendAnswer(req, res, answer)
		return true
	}
}

/** A disk without room is no defect: the client tries again later. */
function withoutRoom(req: IncomingMessage): (error: unknown) => UploadAnswer {
	return (error) => {
		if (storageFaultIn(error) === null) throw error
		return refusedUpload(req.headers['accept-language'], 'UNAVAILABLE')
	}
}

/** Follows a request of somebody who may send files; gives the answer, or null where the protocol has answered. */
async function follow(world: IntakeWorld, protocol: TusProtocol, ask: Ask): Promise<UploadAnswer | null> {
	const { req, ctx } = ask
	const id = /^\/uploads\/([0-9a-f]{32})/.exec(req.url ?? '')?.[1]
	const isCreation = req.method === 'POST'
	if (isCreation && id === undefined) return create(world, protocol, ask)
	if (isCreation || id === undefined) return refusedRequest(req, 'not_found')
	if (req.method === 'HEAD') return tell(world, protocol, { ...ask, id })
	if (!(await continueUpload(ctx, id))) return refusedRequest(req, 'not_found')
	// The answer is sent by the protocol, so what it promises is done before; a file that stays is swept.
	if (req.method === 'DELETE') await dropUpload(ctx, id)
	await protocol.handle({ ...ask, id })
	return null
}

async function create(world: IntakeWorld, protocol: TusProtocol, ask: Ask): Promise<UploadAnswer | null> {
	const { req, res, ctx } = ask
	const length = req.headers['upload-length']
	if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) return refusedRequest(req, 'malformed')
	const id = randomBytes(16).toString('hex')
	const refusal = await beginUpload(ctx, { id, bytes: Number(length), quota: world.quota })
	if (refusal) return refusedUpload(req.headers['accept-language'], refusal)
	await protocol.handle({ ...ask, id })
	if (res.statusCode >= 400) {
		await dropUpload(ctx, id)
		await forgetFile(world.files, id)
	}
	return null
}

/**
 * Tells how much has arrived. A file whose last answer was lost on the way is told as whole, so that it is not sent
 * once more; one that arrived whole just before the site was stopped is cleaned now.
 */
async function tell(
	world: IntakeWorld,
	protocol: TusProtocol,
	ask: Ask & { readonly id: string },
): Promise<UploadAnswer | null> {
	const { req, res, ctx, id } = ask
	const found = await ownUpload(ctx, id)
	if (!found) return refusedRequest(req, 'not_found')
	if (!found.isClean) {
		const arrived = await stat(pathOf(world.files, id)).catch(() => null)
		if (arrived?.size !== found.receivedBytes) {
			await protocol.handle(ask)
			return null
		}
		const refusal = await protocol.finish(ctx, { id })
		if (refusal) return { status: isPassing(refusal), body: '' }
	}
	res.setHeader('Tus-Resumable', '1.0.0')
	res.setHeader('Upload-Offset', found.receivedBytes)
	res.setHeader('Upload-Length', found.receivedBytes)
	return { status: 200, body: '' }
}

/** 423 asks the client to try again; 410 says that the file is gone. */
function isPassing(refusal: string): number {
	return refusal === 'UNAVAILABLE' ? 423 : 410
}

async function ownUpload(ctx: Context, id: string): Promise<UploadView | null> {
	try {
		return await findOwnUpload(ctx, id)
	} catch (thrown) {
		if (thrown instanceof Refusal) return null
		throw thrown
	}
}
