import type { Locale } from './locale.ts'

/** How one language writes days and numbers. */
export type Format = {
	/** A whole or partial calendar day in words: `21 May 2021`, `October 2016`, `2016`. */
	readonly day: (day: string) => string
	/** A fraction from 0 to 1 as a percentage without decimals. */
	readonly percent: (fraction: number) => string
	/** A whole number: 1.234 in Indonesian, 1,234 in English. */
	readonly count: (whole: number) => string
	/** A number with at most one decimal. */
	readonly number: (value: number) => string
	/** Several words or names as a list: `a, b and c`. */
	readonly list: (parts: readonly string[]) => string
}

/** British order and spelling of dates: day, month, year, as in Indonesian. */
const TAG: Record<Locale, string> = { en: 'en-GB', id: 'id-ID' }

const FORMATS: Record<Locale, Format> = { en: formatOf('en'), id: formatOf('id') }

/** The one door to Intl: how the language writes days and numbers. */
export function formatIn(locale: Locale): Format {
	return FORMATS[locale]
}

function formatOf(locale: Locale): Format {
	const tag = TAG[locale]
	// A calendar day is text and belongs to no time zone: it is set in UTC and read in UTC.
	const whole = new Intl.DateTimeFormat(tag, {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	})
	const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
	const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
	const count = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
	const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
	const list = new Intl.ListFormat(tag, { type: 'conjunction' })
	return {
		day: (day) => dayInWords(day, { whole, month }),
		percent: (fraction) => percent.format(fraction),
		count: (value) => count.format(value),
		number: (value) => number.format(value),
		list: (parts) => list.format(parts),
	}
}

type DayFormats = { readonly whole: Intl.DateTimeFormat; readonly month: Intl.DateTimeFormat }

function dayInWords(day: string, formats: DayFormats): string {
	if (!/^\d{4}(-\d{2}){0,2}$/.test(day)) return day
	const [year, month, date] = day.split('-').map(Number)
	if (year === undefined || month === undefined) return day
	if (date === undefined) return formats.month.format(Date.UTC(year, month - 1))
	return formats.whole.format(Date.UTC(year, month - 1, date))
}
