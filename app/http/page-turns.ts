export type PageTurns = {
	/** Waits for a turn of a block of addresses, and does the work in it. */
	readonly inTurn: <Result>(block: string, work: () => Promise<Result>) => Promise<Result>
	/** Whether somebody waits for a turn. */
	readonly isBusy: () => boolean
}

export type TurnRules = {
	readonly atOnce: number
	/** Work that takes longer goes on, and keeps nobody waiting: it waits for something itself. Unit: milliseconds. */
	readonly longestMs: number
}

/**
 * Turns at work that keeps the whole process busy: only so many at once, one of each block of addresses, and the blocks
 * that wait one after the other. Whoever asks for a thousand pages gets every second turn at most while others wait.
 */
export function pageTurns({ atOnce, longestMs }: TurnRules): PageTurns {
	const working = new Set<string>()
	const waiting = new Map<string, (() => void)[]>()

	function goOn(): void {
		for (const [block, queue] of waiting) {
			if (working.size >= atOnce) return
			if (working.has(block)) continue
			const [first, ...others] = queue
			if (others.length > 0) waiting.set(block, others)
			else waiting.delete(block)
			working.add(block)
			first?.()
		}
	}

	function toTheEndOfTheLine(block: string): void {
		const queue = waiting.get(block)
		waiting.delete(block)
		if (queue) waiting.set(block, queue)
	}

	return {
		isBusy: () => waiting.size > 0,
		inTurn: async (block, work) => {
			await new Promise<void>((turn) => {
				waiting.set(block, [...(waiting.get(block) ?? []), turn])
				goOn()
			})
			return ending(work, longestMs, () => {
				working.delete(block)
				toTheEndOfTheLine(block)
				goOn()
			})
		},
	}
}

/** Says once that work is over: when it is, or when it has taken too long. */
async function ending<Result>(
	work: () => Promise<Result>,
	longestMs: number,
	over: () => void,
): Promise<Result> {
	let isOver = false
	const end = () => {
		if (!isOver) over()
		isOver = true
	}
	const patience = setTimeout(end, longestMs)
	try {
		return await work()
	} finally {
		clearTimeout(patience)
		end()
	}
}
