import { readdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { openCleaner } from '#app/cleaning/clean-file.server.ts'
import type { Context } from '#app/domain/context.ts'
import { dropBrokenUploads, sweepUploads } from '#app/domain/evidence/commands.server.ts'
import { isUploadId } from '#app/domain/upload/rules.ts'
import type { LoadContext } from './load-context.ts'
import { forgetFile } from './take-in-file.server.ts'
import { openTusDoor } from './tus-door.server.ts'
import { openUploadDoor } from './upload-door.server.ts'
import type { Asker, TakenForm } from './upload-door.server.ts'

export type Uploads = {
	/**
	 * Looks whether a request brings a file, and takes it in.
	 *
	 * Returns  the form without its file, for Remix; 'answered' where nothing is left to do; null where it brings none.
	 */
	readonly take: (
		req: IncomingMessage,
		res: ServerResponse,
		asker: Asker,
	) => Promise<TakenForm | 'answered' | null>
	/** Ends what is being cleaned; what was sent to the end is cleaned when its sender asks for it again. */
	readonly close: () => void
}

export type UploadsWorld = Pick<
	LoadContext,
	'accounts' | 'config' | 'database' | 'files' | 'log' | 'withdrawals'
> & { readonly clock: () => Date }

type SweptWorld = Pick<UploadsWorld, 'clock' | 'database' | 'files' | 'withdrawals'>

const SWEEP_MS = 3_600_000

/** Opens the doors for files, and sweeps once an hour what nobody refers to. No other process may use the same folder. */
export async function openUploads(world: UploadsWorld): Promise<Uploads> {
	const { config, files } = world
	await dropBroken(world)
	const cleaner = openCleaner({ folder: files.incoming, clamdSocket: config.clamdSocket })
	const intake = { ...world, cleaner, quota: config.evidenceQuotaBytes }
	const takeForm = openUploadDoor(intake)
	const takePieces = openTusDoor(intake)
	const sweeping = setInterval(() => void sweep(world), SWEEP_MS).unref()
	return {
		take: async (req, res, asker) => {
			if (await takePieces(req, res, asker.requestId)) return 'answered'
			return takeForm(req, res, asker)
		},
		close: () => {
			clearInterval(sweeping)
			cleaner.close()
		},
	}
}

/** A form that was being sent when the process before this one ended is sent anew as a whole; pieces go on arriving. */
export async function dropBroken(world: SweptWorld): Promise<void> {
	const names = new Set(await readdir(world.files.incoming))
	const broken = [...names].filter((name) => isUploadId(name) && !names.has(`${name}.json`))
	await dropBrokenUploads(contextOf(world, 'start'), broken)
	for (const id of broken) await forgetFile(world.files, id)
}

function contextOf({ database, clock, withdrawals }: SweptWorld, requestId: string): Context {
	return { db: database.db, actor: PUBLIC_ACTOR, now: clock(), requestId, withdrawals }
}

async function sweep(world: UploadsWorld): Promise<void> {
	try {
		const swept = await sweepUploads(contextOf(world, 'sweep'), world.files)
		world.log.info({ event: 'uploads.swept', ...swept })
	} catch (err) {
		world.log.error({ event: 'uploads.swept', err })
	}
}
