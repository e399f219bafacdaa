/**
 * Gives short work out in portions while something longer is going on: between two portions the process hears what came
 * in meanwhile, so that a form whose steps wait for the database does not wait at each of them for a whole crowd. Where
 * nothing else goes on, everything is done at once.
 */
export function portions(size: number, isOtherwiseBusy: () => boolean): (work: () => void) => void {
	const waiting: (() => void)[] = []
	let taken = 0
	let isNextPlanned = false

	function plan(): void {
		if (isNextPlanned) return
		isNextPlanned = true
		setImmediate(() => {
			isNextPlanned = false
			const portion = waiting.splice(0, size)
			taken = portion.length
			if (taken > 0) plan()
			for (const work of portion) work()
		})
	}

	return (work) => {
		if (waiting.length === 0 && !isOtherwiseBusy()) return work()
		plan()
		if (taken < size && waiting.length === 0) {
			taken += 1
			work()
		} else waiting.push(work)
	}
}
