import type { IncomingMessage, ServerResponse } from 'node:http'
import { FileStore as TusFiles } from '@tus/file-store'
import { Server } from '@tus/server'
import type { ServerOptions } from '@tus/server'
import type { Context } from '#app/domain/context.ts'
import { findOwnUpload } from '#app/domain/upload/queries.server.ts'
import { FILE_MAX_BYTES } from '#app/domain/upload/rules.ts'
import type { FileRefusal } from '#app/domain/upload/rules.ts'
import type { Log } from '#app/log.server.ts'
import { takeInFile } from './take-in-file.server.ts'
import type { Arrived, IntakeWorld } from './take-in-file.server.ts'
import { refusedUpload, takenUpload } from './upload-answer.server.ts'

/** One request about one file of somebody who may send it. */
type Asked = {
	readonly req: IncomingMessage
	readonly res: ServerResponse
	readonly ctx: Context
	readonly id: string
}

export type TusProtocol = {
	/** Follows a request by the protocol's rules. The caller knows that the file is the sender's. */
	readonly handle: (asked: Asked) => Promise<void>
	/** Takes in a file that has arrived whole, once, however often this is asked. */
	readonly finish: (ctx: Context, arrived: Arrived) => Promise<FileRefusal | null>
}

type Hook = NonNullable<ServerOptions['onUploadFinish']>
type TusRequest = Parameters<Hook>[0]

/** Opens the protocol's library on the folder of files on their way. */
export function openTusProtocol(world: IntakeWorld): TusProtocol {
	const asking = new WeakMap<object, Asked>()
	const finishing = new Map<string, Promise<FileRefusal | null>>()

	function askedBy(request: TusRequest): Asked {
		const asked = request.runtime?.node && asking.get(request.runtime.node.req)
		if (!asked) throw new Error('a request of nobody')
		return asked
	}

	function finish(ctx: Context, arrived: Arrived): Promise<FileRefusal | null> {
		const running = finishing.get(arrived.id)
		if (running) return running
		const started = takeInFile(world, ctx, arrived).finally(() => finishing.delete(arrived.id))
		finishing.set(arrived.id, started)
		return started
	}

	// The library could let files expire too; they are swept together with their rows.
	const datastore = new TusFiles({ directory: world.files.incoming })
	const tus = new Server({ ...SETTINGS, ...hooksOf(askedBy, finish, world.log), datastore })
	return {
		finish,
		handle: async (asked) => {
			asking.set(asked.req, asked)
			await tus.handle(asked.req, asked.res)
		},
	}
}

function hooksOf(
	askedBy: (request: TusRequest) => Asked,
	finish: TusProtocol['finish'],
	log: Log,
): Pick<ServerOptions, 'namingFunction' | 'onUploadCreate' | 'onUploadFinish' | 'onResponseError'> {
	return {
		namingFunction: (request) => askedBy(request).id,
		onUploadCreate: (_request, { metadata }) => Promise.resolve({ metadata: hashOnly(metadata) }),
		onUploadFinish: async (request, { id, metadata }) => {
			const { ctx } = askedBy(request)
			const refusal = await finish(ctx, { id, ...hashOnly(metadata) })
			const language = request.headers.get('accept-language')
			const answer = refusal ? refusedUpload(language, refusal) : takenUpload(await findOwnUpload(ctx, id))
			// A file that came whole with its creation is answered with its address, which belongs to 201.
			const isCreated = request.method === 'POST' && !refusal
			const headers = { 'Content-Type': 'application/json; charset=utf-8' }
			return { body: answer.body, headers, status_code: isCreated ? 201 : answer.status }
		},
		onResponseError: (request, error) => {
			if ('status_code' in error && error.status_code < 500) return undefined
			log.error({ event: 'upload', requestId: askedBy(request).ctx.requestId, err: error })
			const { status, body } = refusedUpload(request.headers.get('accept-language'), 'UNAVAILABLE')
			return { status_code: status, body }
		},
	}
}

const SETTINGS = {
	path: '/uploads',
	maxSize: FILE_MAX_BYTES,
	relativeLocation: true,
	respectForwardedHeaders: false,
	disableTerminationForFinishedUploads: true,
	// Only pages of this site send files: no other origin is named in an answer.
	allowedOrigins: () => false,
}

/** Of what a client says about its file nothing is kept but the hash: its name would tell who made it. */
function hashOnly(metadata: Readonly<Record<string, string | null>> | undefined): { sha256?: string } {
	const sha256 = metadata?.sha256
	return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? { sha256 } : {}
}
