import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'

/** Quarters that a history shows. Source: our own, two years of a plan. */
export const HISTORY_QUARTERS = 8

/** The first day of the quarter that a day lies in. */
export function quarterStart(day: CalendarDay): CalendarDay {
	const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
	return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** The last day of the newest quarter that is over on a day; the day itself where it is one. */
export function lastQuarterEnd(day: CalendarDay): CalendarDay {
	return addDays(quarterStart(addDays(day, 1)), -1)
}

/** The last days of the newest quarters that are over on a day, the oldest first. */
export function quarterEnds(day: CalendarDay, count: number): readonly CalendarDay[] {
	const next = addDays(lastQuarterEnd(day), 1)
	return Array.from({ length: count }, (_, at) => addDays(addMonths(next, -3 * (count - 1 - at)), -1))
}

/** Levels of a requirement that ask for something, the gravest first. */
const GRAVEST: readonly ExpectationLevel[] = ['NOT_MET', 'NO_EVIDENCE', 'PARTIAL', 'NOT_RECORDED']

/** Whether a requirement only recommends. Source: OGP Local handbook, second part of the inception questions. */
export function isRecommended({ code }: Pick<RequirementView, 'code'>): boolean {
	return code.startsWith('LRP')
}

/** How the requirements of a member stand together, without ever adding them up to a level. */
export type RequirementSummary = {
	readonly met: number
	/** Those that are required, due and applicable. */
	readonly of: number
	/** The gravest one, the earlier in OGP's order where several are; null where none asks for anything. */
	readonly worst: RequirementView | null
	readonly nextDueOn: CalendarDay | null
}

/** How many of the required ones are met, which is the gravest, and when something is due next. */
export function summaryOf(requirements: readonly RequirementView[]): RequirementSummary {
	const required = requirements.filter((one) => !isRecommended(one))
	const due = required.filter(({ level }) => level !== 'NOT_YET_DUE' && level !== 'NOT_APPLICABLE')
	const worst = GRAVEST.flatMap((level) => required.filter((one) => one.level === level)).at(0)
	const days = required.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort()
	return {
		met: due.filter(({ level }) => level === 'MET').length,
		of: due.length,
		worst: worst ?? null,
		nextDueOn: days.at(0) ?? null,
	}
}
