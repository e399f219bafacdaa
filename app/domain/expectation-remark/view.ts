import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ExpectationCode } from '#app/domain/expectation/view.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { REMARK_KINDS } from './rules.ts'
import type { RemarkKind } from './rules.ts'

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
}
