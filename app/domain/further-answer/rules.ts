import type { Bilingual } from '#app/domain/bilingual.ts'
import { addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { TextStates } from '#app/domain/text-state/schema.ts'

/** What a report says besides its level: what comes next, when work began and ended, when it is expected to end. */
export type FurtherAnswers = {
	readonly nextStep: Bilingual
	readonly startedOn: CalendarDay | null
	readonly finishedOn: CalendarDay | null
	/** Where that is not the planned day. */
	readonly expectedOn: CalendarDay | null
	readonly textStates: TextStates
}

/** What nobody said. */
export const NOTHING_FURTHER: FurtherAnswers = {
	nextStep: { en: null, id: null },
	startedOn: null,
	finishedOn: null,
	expectedOn: null,
	textStates: {},
}

/**
 * How far a day may lie outside its plan before it is taken for a slip of the pen.
 *
 * Unit    months before the plan's first day or after its last.
 * Source  our own.
 */
export const FAR_FROM_PLAN_MONTHS = 24

/** By what the days of a report are judged. */
export type DateFrame = {
	readonly today: CalendarDay
	readonly plan: { readonly startsOn: PartialDay | null; readonly endsOn: PartialDay | null }
}

export type GivenDates = {
	readonly startedOn?: CalendarDay | null | undefined
	readonly finishedOn?: CalendarDay | null | undefined
	readonly expectedOn?: CalendarDay | null | undefined
}

/** What can be wrong with the days of a report. */
export const DATE_FAULTS = [
	'END_BEFORE_START',
	'START_IN_FUTURE',
	'END_IN_FUTURE',
	'EXPECTED_IN_PAST',
	'FAR_FROM_PLAN',
] as const
export type DateFault = (typeof DATE_FAULTS)[number]
export type FaultyDate = { readonly field: keyof GivenDates; readonly fault: DateFault }

/** What is wrong with the days that an institution gives, the first fault of each. Days that are not known are no fault. */
export function dateFaults(given: GivenDates, { today, plan }: DateFrame): readonly FaultyDate[] {
	const { startedOn, finishedOn, expectedOn } = given
	const faults: FaultyDate[] = []
	const note = (field: FaultyDate['field'], found: readonly (DateFault | false)[]) => {
		const fault = found.find((one) => one !== false)
		if (fault) faults.push({ field, fault })
	}
	const isFar = (day: CalendarDay) => isFarFrom(plan, day) && 'FAR_FROM_PLAN'
	if (startedOn) note('startedOn', [startedOn > today && 'START_IN_FUTURE', isFar(startedOn)])
	if (finishedOn) {
		const endsFirst = Boolean(startedOn) && finishedOn < (startedOn ?? '') && 'END_BEFORE_START'
		note('finishedOn', [endsFirst, finishedOn > today && 'END_IN_FUTURE', isFar(finishedOn)])
	}
	if (expectedOn) note('expectedOn', [expectedOn < today && 'EXPECTED_IN_PAST', isFar(expectedOn)])
	return faults
}

function isFarFrom({ startsOn, endsOn }: DateFrame['plan'], day: CalendarDay): boolean {
	if (startsOn !== null && day < addMonths(firstDayOf(startsOn), -FAR_FROM_PLAN_MONTHS)) return true
	return endsOn !== null && day > addMonths(lastDayOf(endsOn), FAR_FROM_PLAN_MONTHS)
}

/** The days that a report at a level can give: what has not begun has no start, and only what is complete has ended. */
export function datesAskedAt(level: ClaimedLevel | null): readonly (keyof GivenDates)[] {
	if (level === 'COMPLETE') return ['startedOn', 'finishedOn']
	return level === 'NOT_STARTED' ? ['expectedOn'] : ['startedOn', 'expectedOn']
}

/**
 * Whether a report should still be asked when the milestone ended. A question, not a demand: a day that nobody knows
 * stays unknown rather than being made up.
 *
 * Source  our own; in OGP's data 27 % of commitments have no end date.
 */
export function lacksActualEnd(report: {
	readonly isNil: boolean
	readonly level: ClaimedLevel | null
	readonly finishedOn: CalendarDay | null
}): boolean {
	return !report.isNil && report.level === 'COMPLETE' && report.finishedOn === null
}
