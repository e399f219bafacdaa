import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CommitmentTestsView } from '#app/domain/commitment-test/view.ts'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'
import type { MemberExpectation, MemberStanding } from '#app/domain/member-expectation/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { SnapshotView } from '#app/domain/status-snapshot/view.ts'

/** One level of a day that is over, the version of the rules it is computed by, and its figures. */
export type PastLevel = Pick<MemberExpectation, 'code' | 'level' | 'ruleSet' | 'inputs'>

/** The levels of a member on one day of its history. */
export type PastLevels = {
	readonly asOfOn: CalendarDay
	readonly levels: readonly PastLevel[]
}

/** Only the levels of a standing, with their rules and figures. */
export function levelsOf({ asOfOn, expectations }: MemberStanding): PastLevels {
	const levels = expectations.map(({ code, level, ruleSet, inputs }) => ({ code, level, ruleSet, inputs }))
	return { asOfOn, levels }
}

/** A number of a rule by its name. */
export type RuleNumbers = Readonly<Record<string, number>>

/** All that the page of one member's five expectations shows. */
export type StandingPage = {
	readonly member: MemberView
	readonly standing: MemberStanding
	/** By the version of the rules. */
	readonly ruleNumbers: Readonly<Record<string, RuleNumbers>>
	readonly remarks: readonly RemarkView[]
	/** What each commitment of the plan passes; none where there is no plan. */
	readonly commitmentTests: readonly CommitmentTestsView[]
	/** The oldest first. */
	readonly history: readonly PastLevels[]
	readonly snapshots: readonly SnapshotView[]
	/** What kind of act each record behind a level is. */
	readonly kinds: Readonly<Record<string, string>>
}

/** A member with its levels, as one row of the table of all. */
export type StandingRow = { readonly member: MemberView; readonly standing: MemberStanding }
