import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/** Organizations of the assessed party: a member's point of contact may pass on their roles too. */
const GOVERNMENT_KINDS: readonly string[] = ['GOVERNMENT_INSTITUTION', 'SECRETARIAT']

/** The member whose point of contact answers for an organization; null for civil society and for judges. */
export function memberInCharge(organization: {
	readonly kind: string
	readonly memberId: string | null
}): string | null {
	return GOVERNMENT_KINDS.includes(organization.kind) ? organization.memberId : null
}

/** Whether an appointment holds on a day: from its first day to its last, both included. */
export function holdsOn(
	{ fromOn, untilOn }: { readonly fromOn: CalendarDay; readonly untilOn: CalendarDay | null },
	day: CalendarDay,
): boolean {
	return fromOn <= day && (untilOn === null || day <= untilOn)
}

/** The last day of whoever passes a role on: the day before the other begins. */
export function lastDayBefore(effectiveOn: CalendarDay): CalendarDay {
	return addDays(effectiveOn, -1)
}

type Successor = {
	readonly personId: string
	readonly organizationId: string
	/** Their appointments to the same role for the same member. */
	readonly same: readonly { readonly fromOn: CalendarDay; readonly untilOn: CalendarDay | null }[]
}

/**
 * Why a role cannot pass to somebody on a day: it stays within its organization, goes to somebody who does not hold
 * it, and is still held on that day.
 *
 * Returns  null when it can.
 */
export function reasonNotToHandOver(
	appointment: {
		readonly personId: string
		readonly organizationId: string
		readonly fromOn: CalendarDay
		readonly untilOn: CalendarDay | null
	},
	successor: Successor,
	effectiveOn: CalendarDay,
): RefusalReason | null {
	if (successor.organizationId !== appointment.organizationId) return 'not_found'
	if (successor.personId === appointment.personId) return 'already_appointed'
	if (successor.same.some((held) => held.untilOn === null || held.untilOn >= effectiveOn))
		return 'already_appointed'
	if (appointment.untilOn !== null && appointment.untilOn < effectiveOn) return 'appointment_over'
	return null
}

/** Why a person can take a role over on no day. */
export const REASONS_NOT_TO_TAKE_OVER = ['already_appointed', 'judge_and_judged'] as const
export type ReasonNotToTakeOver = (typeof REASONS_NOT_TO_TAKE_OVER)[number]

/** The last day from which somebody else can hold an appointment; far away where it has no end. */
export function lastDayToTakeOver({ untilOn }: { readonly untilOn: CalendarDay | null }): CalendarDay {
	return untilOn ?? '9999-12-31'
}
