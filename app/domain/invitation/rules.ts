import { GOVERNMENT_ROLES } from '#app/access/policy.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { INVITATION_HOURS, wouldJudgeThemselves } from '#app/domain/cso-account/rules.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/** What became of an invitation. */
export const INVITATION_STATES = ['OPEN', 'USED', 'ENDED', 'EXPIRED'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

/** When an invitation that is given at an instant ends. */
export function invitationEnd(givenAt: Date): Date {
	return new Date(givenAt.getTime() + INVITATION_HOURS * 3_600_000)
}

/** The state of an invitation: used once, taken back, too old, or open; at its end it is too old. */
export function invitationState(
	invitation: { readonly usedAt: Date | null; readonly endedAt: Date | null; readonly expiresAt: Date },
	now: Date,
): InvitationState {
	if (invitation.usedAt !== null) return 'USED'
	if (invitation.endedAt !== null) return 'ENDED'
	return now >= invitation.expiresAt ? 'EXPIRED' : 'OPEN'
}

/** Why an invitation cannot be taken up any more, as the one who follows the link reads it. */
export const REFUSED_STATE = {
	USED: 'invitation_used',
	ENDED: 'invitation_ended',
	EXPIRED: 'invitation_expired',
} as const

/** Whether a role is one of government: appointing to it is no public act, whoever judges needs one. */
export function isOfGovernment(role: string): boolean {
	return GOVERNMENT_ROLES.some((known) => known === role)
}

type Held = {
	readonly role: string
	readonly organizationId: string
	readonly memberId: string | null
	readonly fromOn: CalendarDay
	readonly untilOn: CalendarDay | null
}

type Offered = { readonly role: string; readonly organizationId: string; readonly memberId: string | null }

/** Whether somebody holds exactly this role of exactly this organization on a day. */
export function holdsAlready(
	held: readonly Held[],
	role: Omit<Offered, 'memberId'>,
	today: CalendarDay,
): boolean {
	return held.some(
		(one) => one.organizationId === role.organizationId && one.role === role.role && holdsOn(one, today),
	)
}

/**
 * Why somebody is not appointed to a role: nobody judges the member they report for, whoever runs the site does not
 * report on it for government, and nobody is appointed twice to the same.
 *
 * Returns  null when they can be.
 */
export function reasonNotToAppoint(
	held: readonly Held[],
	role: Offered,
	today: CalendarDay,
): RefusalReason | null {
	if (wouldJudgeThemselves(held, role, today)) return 'judge_and_judged'
	const isHost = held.some((one) => one.role === 'INSTANCE_ADMIN' && holdsOn(one, today))
	if (isHost && isOfGovernment(role.role)) return 'host_and_judged'
	return holdsAlready(held, role, today) ? 'already_appointed' : null
}
