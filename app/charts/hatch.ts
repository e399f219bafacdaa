type Hatch = {
	/** Distance between two lines. */
	readonly spacing: number
	/** How far from the origin lines are drawn. */
	readonly reach: number
	/** Half the length of the line at a distance from the origin. */
	readonly halfChordAt: (distance: number) => number
}

/** Parallel lines rising to the right around the origin, as one path. */
export function hatchLines({ spacing, reach, halfChordAt }: Hatch): string {
	const lines: string[] = []
	const steps = Math.floor((reach - spacing / 4) / spacing)
	for (let at = -steps; at <= steps; at += 1) {
		const distance = at * spacing
		const half = halfChordAt(distance)
		const [x, y] = [distance * Math.SQRT1_2, distance * Math.SQRT1_2]
		const reachX = half * Math.SQRT1_2
		lines.push(`M${round(x - reachX)},${round(y + reachX)}L${round(x + reachX)},${round(y - reachX)}`)
	}
	return lines.join('')
}

/** Lines rising to the right that cover a rectangle from the origin, as one path cut off at its edges. */
export function hatchInRectangle(width: number, height: number, spacing: number): string {
	const lines: string[] = []
	for (let start = spacing; start < width + height; start += spacing) {
		const fromX = Math.max(0, start - height)
		const toX = Math.min(width, start)
		lines.push(`M${round(fromX)},${round(start - fromX)}L${round(toX)},${round(start - toX)}`)
	}
	return lines.join('')
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000
}
