import { getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { draw } from '#reports/drawing.ts'
import type { Order, Said } from './order.ts'

// Draws one document after the other, in a thread of its own that may be ended at any moment: it has no database, no
// network and no files but the typefaces, and knows of a document only what it was given.

/** Whoever waits for a page goes first. On Linux this is of the thread alone; elsewhere it would be of the whole site. */
const NICE = 5
if (process.platform === 'linux' && getPriority() < NICE) setPriority(NICE)

const port = parentPort
let last: Promise<void> = Promise.resolve()

port?.on('message', (order: Order) => {
	last = last.then(() => answer(order))
})

async function answer(order: Order): Promise<void> {
	const { number } = order
	try {
		// A copy of its own length, so that it can be handed over as it is.
		const bytes = new Uint8Array(await drawn(order))
		port?.postMessage({ number, bytes } satisfies Said, [bytes.buffer])
	} catch (error) {
		const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
		port?.postMessage({ number, fault } satisfies Said)
	}
}

function drawn({ number, format, drawing }: Order): Promise<Uint8Array> {
	return draw(drawing, format, (page, pages) => {
		port?.postMessage({ number, page, pages } satisfies Said)
	})
}
