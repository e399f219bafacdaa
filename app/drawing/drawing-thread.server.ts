import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '#app/domain/refusal.ts'
import type { Log } from '#app/log.server.ts'
import { projectFolder } from '#app/project-folder.ts'
import type { Progress } from '#reports/pdf/document.ts'
import type { Order, Said } from './order.ts'

export type ThreadLimits = {
	/** The heap, at most. Unit: MB. */
	readonly heapMb: number
	/** The part of the heap for what is soon gone: small, because it is what grows first. Unit: MB. */
	readonly youngMb: number
	/** Longest time for one document. Unit: milliseconds. */
	readonly longestMs: number
	/** A thread that draws nothing for so long gives its memory back. Unit: milliseconds. */
	readonly idleMs: number
}

const LIMITS: ThreadLimits = { heapMb: 224, youngMb: 4, longestMs: 180_000, idleMs: 300_000 }

/** The thread that draws. It is there while there is something to draw; the next document after a fault has a new one. */
export type DrawingThread = {
	/** Refuses with `drawing_failed`; with `drawing_busy` once it is closed. */
	readonly draw: (order: Omit<Order, 'number'>, progress: Progress) => Promise<Uint8Array>
	/** How many documents are being drawn or wait for it. */
	readonly orders: () => number
	readonly close: () => Promise<void>
}

type Waiting = {
	readonly order: Order
	readonly progress: Progress
	readonly done: (bytes: Uint8Array) => void
	readonly failed: (refusal: Refusal) => void
}

/** The thread runs the sources, however the process itself was built. */
const FILE = join(projectFolder, 'app', 'drawing', 'begin.js')

type Thread = {
	readonly log: Log
	readonly limits: ThreadLimits
	/** The first is being drawn. */
	readonly waiting: Waiting[]
	worker: Worker | null
	timer: NodeJS.Timeout | undefined
	numbers: number
	isClosed: boolean
}

/** Prepares the thread; it begins with the first document. */
export function openDrawingThread(log: Log, limits: Partial<ThreadLimits> = {}): DrawingThread {
	const thread: Thread = {
		...{ log, limits: { ...LIMITS, ...limits }, waiting: [] },
		...{ worker: null, timer: undefined, numbers: 0, isClosed: false },
	}
	const { waiting } = thread
	return {
		orders: () => waiting.length,
		draw: (order, progress) =>
			new Promise((done, failed) => {
				if (thread.isClosed) {
					failed(new Refusal('drawing_busy'))
					return
				}
				thread.numbers += 1
				waiting.push({ order: { ...order, number: thread.numbers }, progress, done, failed })
				if (waiting.length === 1) next(thread)
			}),
		close: async () => {
			thread.isClosed = true
			for (const one of waiting.splice(0)) one.failed(new Refusal('drawing_busy'))
			await end(thread)
		},
	}
}

/** Hands the next document to the worker, or lets an idle one go after a while. */
function next(thread: Thread): void {
	const { waiting, limits } = thread
	clearTimeout(thread.timer)
	const [first] = waiting
	if (!first) {
		// An idle worker keeps no process alive.
		thread.worker?.unref()
		thread.timer = setTimeout(() => void end(thread), limits.idleMs).unref()
		return
	}
	thread.worker ??= begin(thread)
	thread.worker.ref()
	const tooLong = `it took longer than ${String(limits.longestMs)} ms`
	thread.timer = setTimeout(() => lose(thread, tooLong), limits.longestMs).unref()
	try {
		thread.worker.postMessage(first.order)
	} catch (error) {
		// What is no plain data cannot be handed over.
		lose(thread, String(error))
	}
}

function begin(thread: Thread): Worker {
	const { heapMb, youngMb } = thread.limits
	const begun = new Worker(FILE, {
		execArgv: [],
		env: { NODE_ENV: 'production' },
		resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
	})
	const isCurrent = () => begun === thread.worker
	begun.on('message', (said: Said) => {
		if (isCurrent()) hear(thread, said)
	})
	// A worker that has no memory left ends with an error; nothing of it reaches the process.
	begun.on('error', (error) => {
		if (isCurrent()) lose(thread, error.message)
	})
	begun.on('exit', (code) => {
		if (isCurrent()) lose(thread, `it ended with ${String(code)}`)
	})
	return begun
}

function hear(thread: Thread, said: Said): void {
	const [first] = thread.waiting
	if (!first || said.number !== first.order.number) return
	if ('pages' in said) {
		first.progress(said.page, said.pages)
		return
	}
	thread.waiting.shift()
	if ('bytes' in said) first.done(said.bytes)
	else fail(thread, first, said.fault)
	next(thread)
}

/** The document that was being drawn is given up, with the worker; the others are drawn by a new one. */
function lose(thread: Thread, why: string): void {
	void end(thread)
	const first = thread.waiting.shift()
	if (first) fail(thread, first, why)
	if (!thread.isClosed) next(thread)
}

function fail({ log }: Thread, { failed }: Waiting, fault: string): void {
	log.error({ event: 'drawing.failed', fault })
	failed(new Refusal('drawing_failed'))
}

async function end(thread: Thread): Promise<void> {
	clearTimeout(thread.timer)
	const ending = thread.worker
	thread.worker = null
	await ending?.terminate()
}
