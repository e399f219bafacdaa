import type { CalendarDay } from '#app/domain/calendar.ts'
import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationView } from '#app/domain/expectation/view.ts'

/** What would change a level; the words are under `expectation-change.<CODE>`. */
export const EXPECTATION_CHANGES = [
	'DECLARE_REGISTER',
	'PUBLISH_ENDORSEMENT',
	'ADD_ENDORSEMENT_FILE',
	'REAFFIRM_ENDORSEMENT',
	'RECORD_ADMINISTRATION',
	'RECORD_MEMBERSHIP',
	'RESTORE_MEMBERSHIP',
	'PUBLISH_PLAN',
	'COMPLETE_COMMITMENT_TEXTS',
	'RECORD_PROGRESS',
	'AWAIT_DESIGN_ASSESSMENT',
	'START_NEXT_PLAN',
	'MEET_REQUIREMENT',
	'PUBLISH_REPORTS',
	'ADD_REPORT_EVIDENCE',
	'VERIFY_COMMITMENTS',
	'PUBLISH_SELF_ASSESSMENT',
	'PUBLISH_INDEPENDENT_REPORTS',
	'SHARE_PRACTICE',
	'SHARE_ABROAD',
	'ADD_SHARING_EVIDENCE',
	'NAME_COUNTERPART',
	'KEEP_GOING',
] as const
export type ExpectationChange = (typeof EXPECTATION_CHANGES)[number]

/** Something that would change a level, and by when; null where no day can be worked out. */
export type LevelChange = { readonly code: ExpectationChange; readonly byOn: CalendarDay | null }

/** A version of the rules by name. */
export type NamedRules = {
	readonly id: string
	readonly track: 'NATIONAL' | 'LOCAL'
	readonly version: string
}

/** One expectation of a member, with the records behind its level and what would change it. */
export type MemberExpectation = ExpectationView & {
	/** The version by which its level was computed: where a plan is judged, the one that the plan is pinned to. */
	readonly ruleSet: NamedRules
	readonly records: readonly string[]
	/** The requirements that the third expectation is made of; none for the others. */
	readonly requirements: readonly RequirementView[]
	readonly changes: readonly LevelChange[]
}

/** The five expectations of one member on one day, in OGP's order. They are never added up. */
export type MemberStanding = {
	readonly memberId: string
	readonly track: 'NATIONAL' | 'LOCAL'
	readonly asOfOn: CalendarDay
	/** The newest version of the member's track on that day. */
	readonly ruleSet: NamedRules
	/** The plan in force, or else the last one; null where the member has none here. */
	readonly planId: string | null
	readonly expectations: readonly MemberExpectation[]
}
