import { createHash } from 'node:crypto'
import { Refusal } from '#app/domain/refusal.ts'
import { keptPages } from '#app/http/kept-pages.ts'
import type { Log } from '#app/log.server.ts'
import type { Drawing, DrawnFormat } from '#reports/drawing.ts'
import type { Progress } from '#reports/pdf/document.ts'
import { openDrawingThread } from './drawing-thread.server.ts'
import type { DrawingThread, ThreadLimits } from './drawing-thread.server.ts'
import { plainText } from './plain-text.ts'

/** A document to be drawn, and as what. */
export type AskedDrawing = { readonly drawing: Drawing; readonly format: DrawnFormat }

/** The one place where documents of a running site are drawn: one after the other, in one thread beside the pages. */
export type Drawings = {
	/**
	 * The file of a document. Whoever asks for the same content meanwhile, or soon after, shares one drawing.
	 *
	 * Refuses  with `drawing_failed` where it cannot be drawn, takes too long or needs too much memory;
	 *          with `drawing_busy` where the site is being stopped.
	 */
	readonly draw: (asked: AskedDrawing, progress?: Progress) => Promise<Uint8Array>
	/**
	 * Reads and draws for a request, a few at a time. Refuses with `drawing_busy` where too many wait already.
	 */
	readonly inTurn: <Made>(work: () => Promise<Made>) => Promise<Made>
	/** How many documents are being drawn or wait for it. */
	readonly waiting: () => number
	readonly close: () => Promise<void>
}

/** While one document is drawn, the next is read; more would only take the database from the pages. */
const AT_ONCE = 2
const MOST_WAITING = 40
/** Files that were drawn last, by their content. */
const KEPT_BYTES = 32 * 2 ** 20

/** Opens the place; its thread begins with the first document. */
export function openDrawings(log: Log, limits?: Partial<ThreadLimits>): Drawings {
	const thread = openDrawingThread(log, limits)
	const { inTurn, waiting } = turns()
	return { draw: sharing(thread), inTurn, waiting: () => waiting() + thread.orders(), close: thread.close }
}

function sharing(thread: DrawingThread): Drawings['draw'] {
	const kept = keptPages<Uint8Array>(KEPT_BYTES)
	const under = new Map<string, { readonly made: Promise<Uint8Array>; readonly told: Progress[] }>()

	return (asked, progress) => {
		const content = createHash('sha256').update(plainText(asked.drawing)).digest('hex')
		const key = `${asked.format} ${content}`
		const known = kept.get(key)
		if (known) return Promise.resolve(known)
		const others = under.get(key)
		if (others) {
			if (progress) others.told.push(progress)
			return others.made
		}
		const told = progress ? [progress] : []
		const made = thread
			.draw(asked, (page, pages) => told.forEach((tell) => tell(page, pages)))
			.then((bytes) => {
				kept.set(key, bytes, bytes.length)
				return bytes
			})
			.finally(() => under.delete(key))
		under.set(key, { made, told })
		return made
	}
}

/** Lets requests in a few at a time, in the order in which they came. */
function turns() {
	const queue: (() => void)[] = []
	let busy = 0

	function end(): void {
		const next = queue.shift()
		if (next) next()
		else busy -= 1
	}

	async function inTurn<Made>(work: () => Promise<Made>): Promise<Made> {
		if (busy >= AT_ONCE) {
			if (queue.length >= MOST_WAITING) throw new Refusal('drawing_busy')
			await new Promise<void>((turn) => queue.push(turn))
		} else busy += 1
		try {
			return await work()
		} finally {
			end()
		}
	}

	return { inTurn, waiting: () => queue.length }
}
