/** How many requests of one block of addresses are worked on at once, and how many may wait for their turn. */
export type Share = { readonly atOnce: number; readonly waiting: number }

type Queue = { busy: number; readonly waiting: (() => void)[] }

/**
 * Gives each block of addresses its own share of the process, so that one that asks a thousand things at once waits
 * behind itself and not in front of everybody else.
 *
 * Returns  a function that waits for a turn and gives the way to end it, or null when too many wait already.
 */
export function fairShare({ atOnce, waiting }: Share): (block: string) => Promise<(() => void) | null> {
	const queues = new Map<string, Queue>()

	function end(block: string, queue: Queue): void {
		const following = queue.waiting.shift()
		if (following) return following()
		queue.busy -= 1
		if (queue.busy === 0) queues.delete(block)
	}

	return async (block) => {
		const queue = queues.get(block) ?? { busy: 0, waiting: [] }
		queues.set(block, queue)
		if (queue.busy >= atOnce) {
			if (queue.waiting.length >= waiting) return null
			await new Promise<void>((turn) => queue.waiting.push(turn))
		} else queue.busy += 1
		let isOver = false
		return () => {
			if (isOver) return
			isOver = true
			end(block, queue)
		}
	}
}
