import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { NamedInterest } from '#app/domain/conflict/rules.ts'
import type { ExpectationCode } from '#app/domain/expectation/view.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { REMARK_KINDS } from './rules.ts'
import type { RemarkKind } from './rules.ts'
import type { RemarkSaid } from './schema.ts'

/** What somebody said beside a level. */
export type RemarkView = {
	readonly recordId: string
	readonly kind: RemarkKind
	readonly expectation: ExpectationCode
	/** The level as it was computed when the remark was made, and for which day. */
	readonly level: string
	readonly asOfOn: CalendarDay
	readonly text: Bilingual
	readonly url: string | null
	/** Of dissent; null where it was not looked for. */
	readonly interests: readonly NamedInterest[] | null
	readonly version: number
	/** Why it was corrected; null for a first version. */
	readonly reason: string | null
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly publishedOn: CalendarDay
}

/** All that is said beside the levels of a member by a day, the newest first. */
export function remarksOf(registers: MemberRegisters, day: CalendarDay): readonly RemarkView[] {
	const acts = REMARK_KINDS.flatMap((kind) => registers.of[kind].map((act) => ({ kind, act })))
	return acts
		.filter(({ act }) => act.publishedOn <= day)
		.map(({ kind, act: { said, ...act } }) => ({
			recordId: act.recordId,
			kind,
			expectation: said.expectation,
			level: said.level,
			asOfOn: said.asOfOn,
			text: { en: said.textEn ?? null, id: said.textId ?? null },
			url: said.url ?? null,
			interests: said.interests ?? null,
			version: act.version,
			reason: act.reason,
			organizationId: act.organizationId,
			organizationName: act.organizationName,
			publishedOn: act.publishedOn,
		}))
		.sort((a, b) => (a.publishedOn < b.publishedOn ? 1 : a.publishedOn > b.publishedOn ? -1 : 0))
}

/** Before a remark: the member, its levels as they are computed today, and in whose name it is made. */
export type RemarkDesk = {
	readonly kind: RemarkKind
	readonly member: MemberView
	readonly standing: MemberStanding
	readonly organizationName: Bilingual
	/** What ties the organization or its person to what is judged: it is said beside a dissent, and hinders none. */
	readonly interests: readonly NamedInterest[]
}

/** A remark before its author corrects it. */
export type CorrectedRemark = {
	readonly kind: RemarkKind
	readonly member: MemberView
	readonly recordId: string
	readonly version: number
	readonly said: RemarkSaid
	readonly isRetracted: boolean
	readonly organizationName: Bilingual
}
