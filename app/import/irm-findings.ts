import type { DayFault } from './read-day.ts'

/** What became of the cells with first and last days. */
export const DAY_OUTCOMES = ['whole', 'partial', 'none', 'order_unknown', 'unreadable'] as const
export type DayOutcome = (typeof DAY_OUTCOMES)[number]

/** Words and how often each occurs, by column or indicator. */
export type WordCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** A day that could not be read for certain. */
export type UnreadDay = {
	readonly rowId: string
	readonly column: string
	readonly text: string
	readonly fault: DayFault
}

/** What was ambiguous in a table of commitments, and how it was read. Every count is of cells unless it says rows. */
export type TableFindings = {
	readonly rows: number
	readonly rowsBySource: Readonly<Record<string, number>>
	readonly days: Readonly<Record<DayOutcome, number>>
	readonly unreadDays: readonly UnreadDay[]
	/** Words for "no value", by column. */
	readonly noValue: WordCounts
	/** Words that stand on no scale, by indicator: kept as published, without a code. */
	readonly offScale: WordCounts
	/** Numbers that a spreadsheet had taken for a fraction. */
	readonly fractions: readonly { readonly rowId: string; readonly text: string; readonly number: string }[]
	/** Members that the table names in more than one way. */
	readonly memberNames: readonly { readonly memberId: string; readonly names: readonly string[] }[]
}

/** Takes what is met while rows are read. */
export type Tally = {
	readonly noValue: (column: string, word: string) => void
	readonly offScale: (indicator: string, word: string) => void
	readonly day: (outcome: DayOutcome, unread?: UnreadDay) => void
	readonly fraction: (found: TableFindings['fractions'][number]) => void
	readonly member: (memberId: string, name: string) => void
	readonly row: (source: string) => void
	readonly findings: () => TableFindings
}

type Counts = Record<string, Record<string, number>>

/** A tally with nothing in it yet. */
export function newTally(): Tally {
	const noValue: Counts = {}
	const offScale: Counts = {}
	const days: Record<DayOutcome, number> = { whole: 0, partial: 0, none: 0, order_unknown: 0, unreadable: 0 }
	const rowsBySource: Record<string, number> = {}
	const unreadDays: UnreadDay[] = []
	const fractions: TableFindings['fractions'][number][] = []
	const names = new Map<string, Set<string>>()
	return {
		noValue: countIn(noValue),
		offScale: countIn(offScale),
		day: (outcome, unread) => {
			days[outcome] += 1
			if (unread) unreadDays.push(unread)
		},
		fraction: (found) => void fractions.push(found),
		member: (memberId, name) => {
			names.set(memberId, (names.get(memberId) ?? new Set()).add(name))
		},
		row: (source) => {
			rowsBySource[source] = (rowsBySource[source] ?? 0) + 1
		},
		findings: () => ({
			rows: Object.values(rowsBySource).reduce((sum, rows) => sum + rows, 0),
			rowsBySource,
			days,
			unreadDays,
			noValue,
			offScale,
			fractions,
			memberNames: severalNames(names),
		}),
	}
}

function countIn(counts: Counts): (group: string, word: string) => void {
	return (group, word) => {
		const words = (counts[group] ??= {})
		words[word] = (words[word] ?? 0) + 1
	}
}

function severalNames(names: ReadonlyMap<string, ReadonlySet<string>>): TableFindings['memberNames'] {
	return [...names].flatMap(([memberId, all]) => (all.size > 1 ? [{ memberId, names: [...all] }] : []))
}
