/** One figure as it was published, with the year it is of. */
export type PublishedPoint = {
	readonly year: string
	readonly indicator: string
	/** As the source prints it. */
	readonly value: string
	readonly unit: string
}

/** The figures of one indicator, the earliest first. */
export type IndicatorSeries = {
	readonly indicator: string
	readonly unit: string
	readonly points: readonly { readonly year: number; readonly printed: string; readonly value: number }[]
}

/** Practices on one page of the library. Source: our own. */
export const PRACTICES_PER_PAGE = 20

/** The figures of a practice by indicator and unit, in the order in which they were published, each by year. */
export function seriesOf(points: readonly PublishedPoint[]): readonly IndicatorSeries[] {
	const keyOf = ({ indicator, unit }: PublishedPoint) => `${indicator}\n${unit}`
	return [...new Set(points.map(keyOf))].map((key) => {
		const own = points.filter((point) => keyOf(point) === key)
		const [first] = own
		return {
			indicator: first?.indicator ?? '',
			unit: first?.unit ?? '',
			points: own
				.map(({ year, value }) => ({ year: Number(year), printed: value, value: numberOf(value) }))
				.sort((a, b) => a.year - b.year),
		}
	})
}

/** The number that a figure prints; its decimal sign may be a point or a comma. */
function numberOf(printed: string): number {
	return Number(printed.replace(',', '.'))
}

/** Whether all words of a search occur in a text, whatever their case and order; no words occur everywhere. */
export function hasWords(text: string, search: string): boolean {
	const within = text.normalize('NFC').toLowerCase()
	const words = search.normalize('NFC').toLowerCase().split(/\s+/)
	return words.every((word) => within.includes(word))
}
