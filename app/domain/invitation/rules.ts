import { INVITATION_HOURS } from '#app/domain/cso-account/rules.ts'

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
