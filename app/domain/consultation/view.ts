import { dayIn } from '#app/domain/calendar.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { ConsultationCounts } from '#app/domain/member-register/view.ts'
import type { Member, MemberAct } from '#prisma/generated/client.ts'
import { windowState } from './rules.ts'
import type { WindowState } from './rules.ts'
import { ConsultationSaid } from './schema.ts'

/** A consultation of a member as everyone sees it, on a day of that member. */
export type ConsultationView = {
	readonly recordId: string
	readonly version: number
	readonly title: Bilingual
	readonly question: Bilingual
	readonly channel: string
	readonly opensOn: CalendarDay
	readonly closesOn: CalendarDay
	readonly takesForms: boolean
	readonly isRetracted: boolean
	readonly url: string | null
	readonly planId: string | null
	readonly member: MemberView
	readonly today: CalendarDay
	readonly state: WindowState
	readonly publishedOn: CalendarDay
}

/** A consultation in a list, with what it brought. */
export type ConsultationLine = {
	readonly consultation: ConsultationView
	readonly counts: ConsultationCounts
}

/** What a consultation brought to which nobody gave anything. */
export const NOTHING_GIVEN: ConsultationCounts = {
	contributions: 0,
	hidden: 0,
	answers: {},
	answered: 0,
	lastAnsweredOn: null,
}

/** A consultation as everyone sees it at a moment. Fails where what is stored is none any more. */
export function consultationView(row: MemberAct, member: Member, now: Date): ConsultationView {
	const said = ConsultationSaid.parse(row.said)
	const today = dayIn(member.timeZone, now)
	return {
		recordId: row.recordId,
		version: row.version,
		title: { en: said.titleEn ?? null, id: said.titleId ?? null },
		question: { en: said.questionEn ?? null, id: said.questionId ?? null },
		channel: said.channel,
		opensOn: said.opensOn,
		closesOn: said.closesOn,
		takesForms: said.takesForms,
		isRetracted: row.isRetracted,
		url: said.url ?? null,
		planId: row.actionPlanId,
		member: memberView(member),
		today,
		state: windowState(said, today),
		publishedOn: row.publishedOn,
	}
}

/** Consultations by how they stand: open ones that close first, then those to come, then closed ones, newest first. */
export function inOrder(lines: readonly ConsultationLine[]): readonly ConsultationLine[] {
	const of = (state: WindowState) => lines.filter(({ consultation }) => consultation.state === state)
	const byDay =
		(name: 'opensOn' | 'closesOn', sign: 1 | -1) =>
		({ consultation: a }: ConsultationLine, { consultation: b }: ConsultationLine) =>
			sign * (a[name].localeCompare(b[name]) || a.recordId.localeCompare(b.recordId))
	return [
		...of('OPEN').sort(byDay('closesOn', 1)),
		...of('AHEAD').sort(byDay('opensOn', 1)),
		...of('CLOSED').sort(byDay('closesOn', -1)),
	]
}
