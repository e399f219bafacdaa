import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'

/**
 * Minimum requirements of a national member, in OGP's order.
 *
 * Source  OGP Participation and Co-Creation Standards (2021); codes ours
 */
export const NATIONAL_REQUIREMENTS = [
	'MR1_1',
	'MR2_1',
	'MR2_2',
	'MR3_1',
	'MR3_2',
	'MR3_3',
	'MR4_1',
	'MR5_1',
] as const

/**
 * Requirements of a local member: four that are required, then six that are recommended.
 *
 * Source  OGP Local handbook, inception report; wording and codes ours
 */
export const LOCAL_REQUIREMENTS = [
	'LMR1',
	'LMR2',
	'LMR3',
	'LMR4',
	'LRP1',
	'LRP2',
	'LRP3',
	'LRP4',
	'LRP5',
	'LRP6',
] as const
export type RequirementCode = (typeof NATIONAL_REQUIREMENTS)[number] | (typeof LOCAL_REQUIREMENTS)[number]

/** Why a requirement has its level; the words are under `requirement-reason.<CODE>`. */
export const REQUIREMENT_REASONS = [
	'NO_PLAN',
	'PLAN_PERIOD_UNKNOWN',
	'SUBMISSION_UNKNOWN',
	'NOTHING_DUE',
	'NOT_RECORDED_HERE',
	'MEETINGS_REGULAR',
	'MEETING_GAP',
	'MEETINGS_WITHOUT_MINUTES',
	'RULES_NOT_PUBLIC',
	'SECTOR_MISSING',
	'SITE_FRESH',
	'SITE_STALE',
	'SITE_OLD',
	'SITE_UNREACHABLE',
	'SITE_NEEDS_LOGIN',
	'SITE_DATE_UNKNOWN',
	'SITE_NOT_CHECKED',
	'REPOSITORY_FRESH',
	'REPOSITORY_GAP',
	'REPOSITORY_HALF_MISSING',
	'REPOSITORY_EMPTY',
	'COMMITMENTS_WITHOUT_EVIDENCE',
	'TIMELINE_IN_TIME',
	'TIMELINE_SHORT_NOTICE',
	'TIMELINE_LATE',
	'TIMELINE_WITHOUT_LINK',
	'TIMELINE_MISSING',
	'OUTREACH_BROAD',
	'OUTREACH_NARROW',
	'OUTREACH_MISSING',
	'OUTREACH_WITHOUT_LINK',
	'INPUT_OPEN_LONG_ENOUGH',
	'INPUT_OPEN_SHORT',
	'INPUT_NOT_PUBLISHED',
	'INPUT_MISSING',
	'INPUT_WITHOUT_LINK',
	'ANSWERS_COMPLETE',
	'ANSWERS_INCOMPLETE',
	'ANSWERS_LATE',
	'ANSWERS_MISSING',
	'ANSWERS_WITHOUT_DOCUMENT',
	'RESULT_MEETINGS_HELD',
	'RESULT_MEETINGS_FEW',
	'RESULT_MEETINGS_MISSING',
	'RESULT_MEETINGS_WITHOUT_MINUTES',
	'FORUM_DOCUMENTED',
	'FORUM_UNDOCUMENTED',
	'FORUM_MISSING',
	'FORUM_MULTISTAKEHOLDER',
	'FORUM_MEMBERS_UNKNOWN',
	'FORUM_ONE_SIDED',
	'MEETING_HELD',
	'MEETING_MISSING',
	'PLAN_ENDORSED',
	'PLAN_NOT_ENDORSED',
	'DOCUMENTS_SENT',
	'DOCUMENTS_SENT_PARTLY',
	'DOCUMENTS_NOT_SENT',
	'OPEN_TO_PUBLIC',
	'CLOSED_TO_PUBLIC',
	'ANSWERS_PUBLISHED',
	'ASSESSED_YES',
	'ASSESSED_NO',
	'ASSESSED_UNCLEAR',
	'NOT_ASSESSED',
] as const
export type RequirementReason = (typeof REQUIREMENT_REASONS)[number]

/** One requirement on a day: its level, why, the records behind it and when it is due next. */
export type RequirementView = {
	readonly code: RequirementCode
	readonly level: ExpectationLevel
	readonly reasons: readonly RequirementReason[]
	readonly records: readonly string[]
	/** The next day on which something is due or the level can change without a further act; null where there is none. */
	readonly nextDueOn: CalendarDay | null
}
