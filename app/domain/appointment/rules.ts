import type { Role } from '#app/access/policy.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/** Kinds of organizations that act for a member's government. */
export const OFFICE_KINDS = ['SECRETARIAT', 'GOVERNMENT_INSTITUTION'] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

/** The roles that people of government are invited to; the point of contact is not among them. */
export const OFFICER_ROLES = [
	'IMPLEMENTER',
	'INSTITUTION_LEAD',
	'SECRETARIAT',
] as const satisfies readonly Role[]
export type OfficerRole = (typeof OFFICER_ROLES)[number]

/** To which roles people are invited, by what kind of organization it is; the ordinary one first. */
export const ROLES_OF_KIND: { readonly [Kind in OfficeKind]: readonly OfficerRole[] } = {
	SECRETARIAT: ['SECRETARIAT'],
	GOVERNMENT_INSTITUTION: ['IMPLEMENTER', 'INSTITUTION_LEAD'],
}

/** The kind of an organization of government; null for every other. */
export function officeKind(kind: string): OfficeKind | null {
	return OFFICE_KINDS.find((known) => known === kind) ?? null
}

type Span = { readonly fromOn: CalendarDay; readonly untilOn: CalendarDay | null }

/** How an appointment stands on a day. */
export function standingOf(span: Span, today: CalendarDay): 'HELD' | 'AHEAD' | 'OVER' {
	if (holdsOn(span, today)) return 'HELD'
	return span.untilOn === null || span.untilOn >= today ? 'AHEAD' : 'OVER'
}

/** The last point of contact of a member stays until the role is handed over; `others`: the further ones. */
export function isLastPoc(role: string, others: readonly Span[], endsOn: CalendarDay): boolean {
	return role === 'POC' && !others.some((other) => holdsOn(other, endsOn))
}

/**
 * Why an appointment cannot end so that it is not held any more from a day on.
 *
 * Returns  null when it can.
 */
export function reasonNotToEnd(
	appointment: Span & { readonly role: string },
	others: readonly Span[],
	endsOn: CalendarDay,
): RefusalReason | null {
	if (appointment.untilOn !== null && appointment.untilOn < endsOn) return 'appointment_over'
	return isLastPoc(appointment.role, others, endsOn) ? 'last_poc' : null
}
