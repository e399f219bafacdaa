import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { SnapshotView } from '#app/domain/status-snapshot/view.ts'

/** The levels of a member on one day of its history. */
export type PastLevels = {
	readonly asOfOn: CalendarDay
	readonly levels: readonly { readonly code: ExpectationCode; readonly level: ExpectationLevel }[]
}

/** Only the levels of a standing. */
export function levelsOf({ asOfOn, expectations }: MemberStanding): PastLevels {
	return { asOfOn, levels: expectations.map(({ code, level }) => ({ code, level })) }
}

/** A number of a rule by its name. */
export type RuleNumbers = Readonly<Record<string, number>>

/** All that the page of one member's five expectations shows. */
export type StandingPage = {
	readonly member: MemberView
	readonly standing: MemberStanding
	readonly ruleNumbers: RuleNumbers
	readonly remarks: readonly RemarkView[]
	/** The oldest first. */
	readonly history: readonly PastLevels[]
	readonly snapshots: readonly SnapshotView[]
	/** What kind of act each record behind a level is. */
	readonly kinds: Readonly<Record<string, string>>
}

/** A member with its levels, as one row of the table of all. */
export type StandingRow = { readonly member: MemberView; readonly standing: MemberStanding }
