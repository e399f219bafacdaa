import { bytesOf, checkpointText, openCheckpoint } from './checkpoint.ts'
import type { LogFolder } from './log-folder.server.ts'
import type { LogRows } from './log-rows.server.ts'
import { appendLeaves, endsAsSigned, publishedAs } from './log-start.server.ts'
import type { LogStart } from './log-start.server.ts'
import type { LogFault, PublicLog, PublishedCheckpoint } from './public-log.server.ts'

type Places = { readonly start: LogStart; readonly rows: LogRows; readonly folder: LogFolder }

/** Signs one checkpoint after the other, each the continuation of the one before, until something speaks against it. */
export function signingOf(places: Places): Pick<PublicLog, 'publish' | 'published' | 'fault'> {
	const { rows, folder } = places
	const { tree, origin, signer } = places.start
	let published = places.start.published ?? publishedAs('', null)
	let { fault } = places.start
	let isFirst = places.start.published === null

	async function publishNew(): Promise<PublishedCheckpoint> {
		if (fault) return published
		const size = await rows.size()
		if (!isFirst && size === published.size) return published
		fault = (await takeIn(size, places)) ?? (await reasonNotToSign({ published, isFirst, ...places }))
		const root = tree.rootAt(size)
		if (fault || !root) return published
		const checkpoint = { origin, size, root }
		const note = signer.sign(checkpointText(checkpoint))
		await folder.writeCheckpoint(note)
		isFirst = false
		published = publishedAs(note, checkpoint)
		return published
	}

	return { publish: together(publishNew), published: () => published, fault: () => fault }
}

/** Takes the new leaves in, once they are on the disk; or says why not. */
async function takeIn(size: number, { start: { tree }, rows, folder }: Places): Promise<LogFault | null> {
	const from = tree.size()
	if (size < from) return 'shorter_than_signed'
	if (!(await endsAsSigned(tree, rows))) return 'other_than_signed'
	const leaves = await rows.leaves(from, size)
	// An act that was counted, and is gone before it was signed.
	if (!leaves) return 'other_than_signed'
	await folder.writeLeaves(from, leaves)
	appendLeaves(tree, leaves)
	return null
}

/** Whatever happened meanwhile, here or to the stored checkpoint: only what continues it is signed. */
async function reasonNotToSign(
	places: Places & { readonly published: PublishedCheckpoint; readonly isFirst: boolean },
): Promise<LogFault | null> {
	const { published, isFirst, folder } = places
	const { tree, signer } = places.start
	const note = await folder.readCheckpoint()
	if (note === null) return isFirst ? null : 'other_than_signed'
	const stored = openCheckpoint(note, signer.vkey)
	if (!stored || stored.size < published.size) return 'other_than_signed'
	const said = isFirst ? [stored] : [stored, { size: published.size, root: bytesOf(published.root) }]
	const holds = said.every(({ size, root }) => {
		const reached = tree.rootAt(size)
		return reached !== null && root !== null && Buffer.compare(reached, root) === 0
	})
	return holds ? null : 'other_than_signed'
}

/**
 * One run after the other. Whoever asks while one is under way shares the next one with all who do, so that it sees
 * whatever was there before they asked.
 */
function together<Answer>(run: () => Promise<Answer>): () => Promise<Answer> {
	let running: Promise<unknown> = Promise.resolve()
	let next: Promise<Answer> | null = null
	return () => {
		next ??= running.then(() => {
			next = null
			const started = run()
			running = started.catch(() => null)
			return started
		})
		return next
	}
}
