import { isPartialDay } from '#app/domain/calendar.ts'
import type { PartialDay } from '#app/domain/calendar.ts'

/** How a file writes days in figures: day first, month first, or year first only. */
export const DAY_ORDERS = ['DMY', 'MDY', 'ISO'] as const
export type DayOrder = (typeof DAY_ORDERS)[number]

/** Why a text is not a day. */
export type DayFault = 'day_unreadable' | 'day_impossible' | 'day_order_unknown' | 'day_year_short'

export type DayReading = { readonly day: PartialDay } | { readonly fault: DayFault }

/** Names of months and their usual short forms, without accents: English, Indonesian, French. */
const MONTHS: readonly (readonly string[])[] = [
	['january', 'jan', 'januari', 'janvier', 'janv'],
	['february', 'feb', 'februari', 'pebruari', 'fevrier', 'fevr'],
	['march', 'mar', 'maret', 'mars'],
	['april', 'apr', 'avril', 'avr'],
	['may', 'mei', 'mai'],
	['june', 'jun', 'juni', 'juin'],
	['july', 'jul', 'juli', 'juillet', 'juil'],
	['august', 'aug', 'agustus', 'agt', 'agu', 'ags', 'aout'],
	['september', 'sep', 'sept', 'septembre'],
	['october', 'oct', 'oktober', 'okt', 'octobre'],
	['november', 'nov', 'nopember', 'novembre'],
	['december', 'dec', 'desember', 'des', 'decembre'],
]

const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/
const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const SHORT_YEAR = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/
const DAY_NAME_YEAR = /^(\d{1,2})(?:st|nd|rd|th|er)?\s+([a-z]+)\.?,?\s+(\d{4})$/
const NAME_DAY_YEAR = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/
const NAME_YEAR = /^([a-z]+)\.?,?\s+(\d{4})$/

/**
 * The day, month or year a text names: `2014-05-28`, `28/5/2014`, `August 2014`, `31 Desember 2014`, `2016`.
 *
 * A day in figures is read in the given order only; without an order it is read where the order cannot be
 * mistaken (`31/12/2014`).
 */
export function readDay(text: string, order: DayOrder): DayReading {
	const plain = text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
	const yearFirst = YEAR_FIRST.exec(plain)
	if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
	const figures = FIGURES.exec(plain)
	if (figures) return inFigures(Number(figures[1]), Number(figures[2]), { year: figures[3], order })
	if (SHORT_YEAR.test(plain)) return { fault: 'day_year_short' }
	const dayFirst = DAY_NAME_YEAR.exec(plain)
	if (dayFirst) return named(dayFirst[2], dayFirst[3], dayFirst[1])
	const nameFirst = NAME_DAY_YEAR.exec(plain)
	if (nameFirst) return named(nameFirst[1], nameFirst[3], nameFirst[2])
	const month = NAME_YEAR.exec(plain)
	return month ? named(month[1], month[2]) : { fault: 'day_unreadable' }
}

function inFigures(
	first: number,
	second: number,
	{ year, order }: { year: string | undefined; order: DayOrder },
): DayReading {
	if (order === 'DMY') return dayOf(year, second, first)
	if (order === 'MDY') return dayOf(year, first, second)
	if (first > 12) return dayOf(year, second, first)
	if (second > 12) return dayOf(year, first, second)
	return first === second ? dayOf(year, first, second) : { fault: 'day_order_unknown' }
}

function named(name: string | undefined, year: string | undefined, day?: string): DayReading {
	const month = MONTHS.findIndex((names) => names.includes(name ?? '')) + 1
	return month === 0 ? { fault: 'day_unreadable' } : dayOf(year, month, day)
}

type Part = string | number | undefined

function dayOf(...parts: readonly [year: Part, month?: Part, day?: Part]): DayReading {
	const day = parts
		.filter((part) => part !== undefined)
		.map((part) => String(part).padStart(2, '0'))
		.join('-')
	return isPartialDay(day) ? { day } : { fault: 'day_impossible' }
}
