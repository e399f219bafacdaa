import type { IncomingMessage, ServerResponse } from 'node:http'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { openCleaner } from '#app/cleaning/clean-file.server.ts'
import { sweepUploads } from '#app/domain/evidence/commands.server.ts'
import type { LoadContext } from './load-context.ts'
import { openTusDoor } from './tus-door.server.ts'
import { openUploadDoor } from './upload-door.server.ts'
import type { TakenForm } from './upload-door.server.ts'

export type Uploads = {
	/**
	 * Looks whether a request brings a file, and takes it in.
	 *
	 * Returns  the form without its file, for Remix; 'answered' where nothing is left to do; null where it brings none.
	 */
	readonly take: (
		req: IncomingMessage,
		res: ServerResponse,
		requestId: string,
	) => Promise<TakenForm | 'answered' | null>
	/** Ends what is being cleaned; what was sent to the end is cleaned when its sender asks for it again. */
	readonly close: () => void
}

export type UploadsWorld = Pick<
	LoadContext,
	'accounts' | 'config' | 'database' | 'files' | 'log' | 'withdrawals'
> & { readonly clock: () => Date }

const SWEEP_MS = 3_600_000

/** Opens the doors for files, and sweeps once an hour what nobody refers to. */
export function openUploads(world: UploadsWorld): Uploads {
	const { config, files } = world
	const cleaner = openCleaner({ folder: files.incoming, clamdSocket: config.clamdSocket })
	const intake = { ...world, cleaner, quota: config.evidenceQuotaBytes }
	const takeForm = openUploadDoor(intake)
	const takePieces = openTusDoor(intake)
	const sweeping = setInterval(() => void sweep(world), SWEEP_MS).unref()
	return {
		take: async (req, res, requestId) => {
			if (await takePieces(req, res, requestId)) return 'answered'
			return takeForm(req, res, requestId)
		},
		close: () => {
			clearInterval(sweeping)
			cleaner.close()
		},
	}
}

async function sweep({ database, clock, withdrawals, files, log }: UploadsWorld): Promise<void> {
	const ctx = { db: database.db, actor: PUBLIC_ACTOR, now: clock(), requestId: 'sweep', withdrawals }
	try {
		log.info({ event: 'uploads.swept', ...(await sweepUploads(ctx, files)) })
	} catch (err) {
		log.error({ event: 'uploads.swept', err })
	}
}
