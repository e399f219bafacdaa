import { addMonths, firstDayOf, isTimeZone, lastDayOf as endOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { LETTER_KINDS, LETTER_STEPS } from '#app/domain/application-call/rules.ts'
import type { LetterKind, LetterStep } from '#app/domain/application-call/rules.ts'

/** First year of a call: OGP was founded in 2011. Source: OGP, Our story. */
export const FIRST_CALL_YEAR = 2011

/** A call is published at most so many years ahead. Source: our own. */
export const YEARS_AHEAD = 5

/** Longest short name of a call. Unit: characters. Source: our own. */
export const CALL_CODE_MAX_CHARACTERS = 30

/** Most fields of a form. Source: our own; the forms of 2020 and 2023 have four and six. */
export const FIELDS_MAX = 40

/** Largest limit that a field can have. Unit: Unicode code points. Source: our own. */
export const FIELD_LIMIT_MAX = 20_000

/** Share of its limit from which a field says that it is nearly full. Source: our own, as for the call of 2020. */
const NEARLY_FULL = 0.95

/** The number from which on a field warns. Unit: Unicode code points. */
export function warningFrom(maxCharacters: number): number {
	return Math.floor(maxCharacters * NEARLY_FULL)
}

/** The address of a call, which is the number of its record too. */
export function callIdOf(code: string): string {
	return `ogp-local-${code}`
}

/** The name of the set of fields that comes with a version of a call. */
export function fieldSetIdOf(callId: string, version: number): string {
	return `${callId}.${String(version)}`
}

/** What is chosen where a version brings a set of fields of its own. */
export const NEW_FIELD_SET = 'NEW'

/** The name of the field that asks how many letters of a kind a call wants by a step. */
export function letterField(kind: LetterKind, by: LetterStep): string {
	return `letters-${kind}-${by}`
}

/** Every pair of a kind of letter and a step. */
export const LETTER_FIELDS = LETTER_KINDS.flatMap((kind) =>
	LETTER_STEPS.map((by) => ({ name: letterField(kind, by), kind, by })),
)

/** Parts of a line between which a vertical bar stands, without blanks around them. */
export function partsOf(line: string): readonly string[] {
	return line.split('|').map((part) => part.trim())
}

/** The lines of a text that say something. */
export function linesIn(text: string): readonly string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
}

/** What the days of a call are called in its form. */
export const DAY_FIELDS = ['opensOn', 'closesOn', 'extendedTo', 'fullApplicationUntil'] as const
export type DayField = (typeof DAY_FIELDS)[number]

type CallDays = { readonly [Day in DayField]?: CalendarDay | undefined } & {
	readonly resultsOn?: string | undefined
}

export type DayFault = { readonly path: DayField | 'resultsOn'; readonly message: string }

/**
 * What is wrong between the days of a call, each at the later of two.
 *
 * An extension follows a last day: on that day itself nothing is extended.
 */
export function dayFaults(days: CallDays, year: number | null): readonly DayFault[] {
	const { opensOn, closesOn, extendedTo, fullApplicationUntil, resultsOn } = days
	const last = extendedTo ?? closesOn
	const found: (DayFault | null)[] = [
		opensOn && closesOn && closesOn < opensOn
			? { path: 'closesOn', message: 'call-version.closes.early' }
			: null,
		extendedTo && !closesOn ? { path: 'extendedTo', message: 'call-version.extended.alone' } : null,
		extendedTo && closesOn && extendedTo <= closesOn
			? { path: 'extendedTo', message: 'call-version.extended.early' }
			: null,
		fullApplicationUntil && last && fullApplicationUntil < last
			? { path: 'fullApplicationUntil', message: 'call-version.full.early' }
			: null,
		resultsOn && last && endOf(resultsOn) < last
			? { path: 'resultsOn', message: 'call-version.results.early' }
			: null,
		...(year === null ? [] : farDays(days, year)),
	]
	return found.flatMap((fault) => fault ?? [])
}

/** Days more than a year before the year of a call, or two years after it. Source: our own, against slips. */
function farDays(days: CallDays, year: number): readonly DayFault[] {
	const from = addMonths(`${String(year)}-01-01`, -12)
	const until = addMonths(`${String(year)}-12-31`, 24)
	return [...DAY_FIELDS, 'resultsOn' as const].flatMap((path): readonly DayFault[] => {
		const day = days[path]
		if (!day || (firstDayOf(day) >= from && firstDayOf(day) <= until)) return []
		return [{ path, message: 'call-version.day.far' }]
	})
}

/** Whether a text is nothing or a time zone. */
export function isZoneOrNothing(text: string): boolean {
	return text === '' || isTimeZone(text)
}

type Wanted = {
	/** Whether the address of a new call is one of something else. */
	readonly isTaken: boolean
	/** The number of the version that was written, and that of the newest one there is. */
	readonly writes: number
	readonly follows: number
	readonly isChanged: boolean
}

/** Why a version of a call cannot be published. */
export function reasonNotToPublish({
	isTaken,
	writes,
	follows,
	isChanged,
}: Wanted): 'call_known' | 'changed_meanwhile' | 'call_unchanged' | null {
	if (isTaken) return 'call_known'
	if (writes !== follows + 1) return 'changed_meanwhile'
	return isChanged ? null : 'call_unchanged'
}
