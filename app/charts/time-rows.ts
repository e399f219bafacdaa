import { scaleLinear } from 'd3-scale'
import { daysBetween, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { diamondMark } from './legend.ts'
import { INK, JUDGE_COLOURS, RULE } from './palette.ts'
import { shortName } from './shapes.ts'
import type { Drawing, Shape } from './shapes.ts'

export type TimeRow = {
	readonly name: string
	/** How it stands, in words. */
	readonly standing: string
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
	readonly completedOn: PartialDay | null
	readonly isOverdue: boolean
	/** What the table says: first day, last day, reported complete. */
	readonly words: readonly [string, string, string]
}

const AXIS_PX = 44
const ROW_PX = 78
/** A bar of one day can still be seen. */
const NARROWEST = 0.006

/** Planned days as bars, lateness as a dashed bar up to today, and a mark where something was reported complete. */
export function timeRows(
	rows: readonly TimeRow[],
	{ today, todayWord }: { readonly today: CalendarDay; readonly todayWord: string },
): Drawing {
	const days = rows.flatMap(({ startsOn, endsOn, completedOn }) => [
		...[startsOn, completedOn].flatMap((day) => (day === null ? [] : [firstDayOf(day)])),
		...(endsOn === null ? [] : [lastDayOf(endsOn)]),
	])
	const [first = today, last = today] = [[today, ...days].sort()[0], [today, ...days].sort().at(-1)]
	const x = placeOf(first, last)
	const height = AXIS_PX + rows.length * ROW_PX
	const now = x(today)
	const anchor = now < 0.15 ? 'start' : now > 0.85 ? 'end' : 'middle'
	return {
		height,
		shapes: [
			...yearLines(first, last).flatMap(({ year, day }): Shape[] => [
				{ kind: 'line', x1: x(day), x2: x(day), y1: 22, y2: height, colour: RULE, isDashed: true },
				{ kind: 'text', x: x(day), y: 16, dx: 3, text: year },
			]),
			...rows.flatMap((row, at) => rowShapes(row, { at, x, today })),
			{ kind: 'line', x1: now, x2: now, y1: 40, y2: height, colour: INK, isThick: true },
			{ kind: 'text', x: now, y: 36, text: todayWord, anchor, isBold: true },
		],
	}
}

/** Where a day stands. */
function placeOf(first: CalendarDay, last: CalendarDay): (day: CalendarDay) => number {
	const scale = scaleLinear([0, Math.max(1, daysBetween(first, last))], [0.01, 0.99])
	return (day) => scale(daysBetween(first, day))
}

/** At most six years are named. */
function yearLines(first: CalendarDay, last: CalendarDay) {
	const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))]
	const step = Math.max(1, Math.ceil((to - from + 1) / 6))
	const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
	return years
		.filter((year) => (year - from) % step === 0)
		.map((year) => ({ year: String(year), day: `${String(year)}-01-01` }))
}

type RowPlace = {
	readonly at: number
	readonly x: (day: CalendarDay) => number
	readonly today: CalendarDay
}

function rowShapes(row: TimeRow, { at, x, today }: RowPlace): readonly Shape[] {
	const { name, standing, startsOn, endsOn, completedOn, isOverdue, words } = row
	const top = AXIS_PX + at * ROW_PX
	const y = top + 46
	const value = (column: number) => ({ row: at, column, text: words[column - 1] ?? '' })
	const end = endsOn === null ? null : x(lastDayOf(endsOn))
	const start = startsOn === null ? end : x(firstDayOf(startsOn))
	const from = start ?? end
	const bar = { y, height: 16, colour: JUDGE_COLOURS.claimed }
	const shapes: Shape[] = [
		{ kind: 'text', x: 0, y: top + 16, text: shortName(name), isBold: true },
		{ kind: 'text', x: 0, y: top + 36, text: standing },
	]
	if (from !== null && end !== null) {
		const width = Math.max(NARROWEST, end - from)
		shapes.push({ kind: 'box', ...bar, x: from, width, filledShare: 0.5, texture: 'filled', value: value(2) })
		if (isOverdue) {
			const late = Math.max(NARROWEST, x(today) - end)
			shapes.push({ kind: 'box', ...bar, x: end, width: late, filledShare: 0, texture: 'dashed' })
		}
	}
	if (completedOn === null) return shapes
	return [...shapes, { ...diamondMark({ x: x(firstDayOf(completedOn)), y: y + 8 }), value: value(3) }]
}
