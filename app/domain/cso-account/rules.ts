import { CSO_ROLES, GOVERNMENT_ROLES } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** What changes who acts for an independent organization. */
export const ACCOUNT_EVENTS = [
	'OWNER_INVITED',
	'PERSON_INVITED',
	'INVITATION_ENDED',
	'PERSON_JOINED',
	'APPOINTMENT_ENDED',
	'ADDRESS_CHANGED',
	'KEY_ADDED',
	'KEY_CONFIRMED',
	'KEY_REMOVED',
	'SECOND_STEP_ENDED',
	'REVIEW_ON',
	'REVIEW_OFF',
] as const
export type AccountEvent = (typeof ACCOUNT_EVENTS)[number]

/** Hours for which an invitation can be taken up. Source: our own; shown as such in the interface. */
export const INVITATION_HOURS = 72

/** Kinds of organizations that run their own accounts here. */
export const INDEPENDENT_KINDS = ['CSO', 'MONITORING_BODY'] as const
export type IndependentKind = (typeof INDEPENDENT_KINDS)[number]

/** To which roles an organization invites its people, by its kind; an ordinary one first. */
export const INVITED_ROLES: { readonly [Kind in IndependentKind]: readonly Role[] } = {
	CSO: ['CSO_MONITOR', 'CSO_OWNER'],
	MONITORING_BODY: ['MONITORING_BODY'],
}

/** The role of the one person that the host may invite, by the organization's kind. */
export const FIRST_ROLE: { readonly [Kind in IndependentKind]: Role } = {
	CSO: 'CSO_OWNER',
	MONITORING_BODY: 'MONITORING_BODY',
}

/** The roles whose holders run the accounts of their organization. */
export const RUNNING_ROLES: readonly Role[] = ['CSO_OWNER', 'MONITORING_BODY']

/** The kind of an organization that runs its own accounts; null for every other. */
export function independentKind(kind: string): IndependentKind | null {
	return INDEPENDENT_KINDS.find((known) => known === kind) ?? null
}

const JUDGED: readonly string[] = GOVERNMENT_ROLES

type Held = {
	readonly role: string
	readonly memberId: string | null
	readonly untilOn: CalendarDay | null
}

/**
 * Whether somebody who is appointed to a role would report on a member and judge it: whoever reports, leads or
 * coordinates for a member is no monitor of it, not of its Monitoring Body and no researcher of the IRM for it. A role
 * without a member is one for all.
 *
 * Source  OGP Local handbook on the Monitoring Body; our own for monitors of civil society.
 */
export function wouldJudgeThemselves(
	held: readonly Held[],
	role: { readonly role: string; readonly memberId: string | null },
	today: CalendarDay,
): boolean {
	const others = JUDGES.includes(role.role) ? JUDGED : JUDGED.includes(role.role) ? JUDGES : []
	return held.some(
		(one) =>
			others.some((known) => known === one.role) &&
			(one.untilOn === null || one.untilOn >= today) &&
			(one.memberId === null || role.memberId === null || one.memberId === role.memberId),
	)
}

/** Roles of those who judge in an independent organization's name: the host could otherwise appoint its own people. */
export const ROLES_WITH_ACT: readonly Role[] = [...CSO_ROLES, 'MONITORING_BODY']

/** Roles of all who judge a member. */
const JUDGES: readonly string[] = [...ROLES_WITH_ACT, 'IRM']

/** Roles that give rights only where an act stands behind the appointment. */
export function needsAct(role: string): boolean {
	return ROLES_WITH_ACT.some((known) => known === role)
}

/** How an appointment stands to what the public record says of it. */
export const BACKINGS = ['BACKED', 'WITHOUT_ACT', 'ENDED', 'OTHER_ADDRESS'] as const
export type Backing = (typeof BACKINGS)[number]

/** An appointment with the address of whoever holds it. */
export type HeldAppointment = {
	readonly id: string
	readonly personId: string
	readonly organizationId: string
	readonly memberId: string | null
	readonly role: string
	readonly person: { readonly email: string }
}

/** What a sealed act says of an appointment; `fits`: whether it seals an address. */
export type BackingAct = Omit<HeldAppointment, 'id' | 'person'> & {
	readonly recordId: string
	readonly appointmentId: string
	readonly event: string
	readonly fits: (email: string) => boolean
}

/**
 * Whether the record stands behind an appointment: somebody joined to exactly this role, nobody ended it, and letters
 * still go to the address that was sealed last.
 *
 * Returns  what is wrong, or BACKED.
 */
export function backingOf(appointment: HeldAppointment, acts: readonly BackingAct[]): Backing {
	const own = acts.filter((act) => act.appointmentId === appointment.id && isAbout(act, appointment))
	if (!own.some(({ event }) => event === 'PERSON_JOINED')) return 'WITHOUT_ACT'
	if (own.some(({ event }) => event === 'APPOINTMENT_ENDED')) return 'ENDED'
	const newest = own.findLast(({ event }) => event === 'PERSON_JOINED' || event === 'ADDRESS_CHANGED')
	return newest?.fits(appointment.person.email) ? 'BACKED' : 'OTHER_ADDRESS'
}

function isAbout(act: BackingAct, appointment: HeldAppointment): boolean {
	return (
		act.personId === appointment.personId &&
		act.organizationId === appointment.organizationId &&
		act.memberId === appointment.memberId &&
		act.role === appointment.role
	)
}

/** Whether an appointment may be ended: somebody else still runs the accounts of the organization. */
export function canBeEnded(
	appointment: { readonly id: string; readonly role: string },
	inForce: readonly { readonly id: string; readonly role: string }[],
): boolean {
	const isRunning = ({ role }: { readonly role: string }) => RUNNING_ROLES.some((known) => known === role)
	return !isRunning(appointment) || inForce.some((one) => one.id !== appointment.id && isRunning(one))
}
