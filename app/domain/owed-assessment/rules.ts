import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import type { OwedAssessment, OwedReport } from './schema.ts'

/** What the self-assessments of a plan say of reporting on one day. */
export type AssessmentFacts = {
	/** Those whose last day and grace have passed, and of them those that were final in time. */
	readonly due: number
	readonly onTime: number
	/** Those that are final, and of them those that were open for comment long enough before. */
	readonly published: number
	readonly consulted: number
	/** The one at the end of the plan is, or came, later than the rule set bears. */
	readonly endIsLate: boolean
}

/**
 * What the self-assessments of a plan say of reporting on one day. On the last day of grace a self-assessment is in
 * time, and none is due before the day after.
 *
 * Source  our own; shown as such in the interface. The window of two weeks is OGP's, self-assessment process.
 */
export function assessmentFacts(
	assessments: readonly OwedAssessment[],
	rules: RuleSetRules,
	today: CalendarDay,
): AssessmentFacts {
	const lastDayOf = (dueOn: CalendarDay) => addDays(dueOn, rules.graceDays.value)
	const due = assessments.filter(({ dueOn }) => dueOn !== null && lastDayOf(dueOn) < today)
	const published = assessments.filter(({ finalOn }) => finalOn !== null && finalOn <= today)
	return {
		due: due.length,
		onTime: due.filter(
			({ dueOn, finalOn }) => dueOn !== null && finalOn !== null && finalOn <= lastDayOf(dueOn),
		).length,
		published: published.length,
		consulted: published.filter((one) => wasConsulted(one, rules.commentWindowDays.value)).length,
		endIsLate: assessments.some((one) => isEndLate(one, rules, today)),
	}
}

/** Open for comment for as many days as the rule set asks, and final only after the last of them. */
function wasConsulted(
	{ finalOn, commentOpensOn, commentClosesOn }: OwedAssessment,
	windowDays: number,
): boolean {
	if (finalOn === null || commentOpensOn === null || commentClosesOn === null) return false
	return addDays(commentOpensOn, windowDays) <= commentClosesOn && commentClosesOn < finalOn
}

function isEndLate(
	{ kind, dueOn, finalOn }: OwedAssessment,
	{ endAssessmentLateDays }: RuleSetRules,
	today: CalendarDay,
): boolean {
	if (kind !== 'END_OF_TERM' || dueOn === null || endAssessmentLateDays === undefined) return false
	const until = finalOn !== null && finalOn <= today ? finalOn : today
	return addDays(dueOn, endAssessmentLateDays.value) < until
}

/**
 * The independent reports of a plan whose last day is over on a day, and those of them that are published.
 *
 * Source  OGP Local handbook and the IRM's calendar for the days; that all of them are needed is ours.
 */
export function reportFacts(reports: readonly OwedReport[], today: CalendarDay) {
	const due = reports.filter(({ dueOn }) => dueOn < today)
	const published = due.filter(({ publishedOn }) => publishedOn !== null && publishedOn <= today)
	return { due: due.length, published: published.length }
}
