import type { CalendarDay } from '#app/domain/calendar.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { ReportedExpectation } from '#app/domain/report-source/view.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'

/** The levels of one day, in the order of the expectations; null where that day has none of one. */
export type LevelsOnDay = {
	readonly asOfOn: CalendarDay
	readonly levels: readonly (ExpectationLevel | null)[]
}

/**
 * The levels at the ends of the quarters before, the oldest first, and at last those of the report's own day. Null where
 * they would tell what a withdrawn finding said.
 */
export function levelHistory({ model }: ProgressReport): readonly LevelsOnDay[] | null {
	if (model.history === undefined) return null
	const before = model.history.filter(({ asOfOn }) => asOfOn < model.asOfOn)
	const all = [...before, { asOfOn: model.asOfOn, levels: model.expectations }]
	return all.map(({ asOfOn, levels }) => ({
		asOfOn,
		levels: EXPECTATIONS.map((code) => levels.find((one) => one.code === code)?.level ?? null),
	}))
}

/** The expectations whose level was not the same on all days of a history. */
export function movedIn(history: readonly LevelsOnDay[]): readonly ExpectationCode[] {
	return EXPECTATIONS.filter((_, at) => new Set(history.map(({ levels }) => levels[at])).size > 1)
}

/** The first day by which something is to come that would change a level; null where no day can be worked out. */
export function nextDayOf({ changes = [] }: Pick<ReportedExpectation, 'changes'>): CalendarDay | null {
	return changes.flatMap(({ byOn }) => byOn ?? []).sort()[0] ?? null
}
