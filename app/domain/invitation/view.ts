import { APPOINTING_ROLES } from '#app/access/policy.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { InvitationView } from '#app/domain/cso-account/view.ts'
import type { Invitation } from '#prisma/generated/client.ts'
import { invitationState } from './rules.ts'

/** An invitation as those see it who gave it; the link itself is only in the letter. */
export function invitationView(row: Invitation, now: Date): InvitationView {
	return {
		id: row.id,
		role: row.role,
		email: row.email,
		givenOn: utcDay(row.createdAt),
		endsAt: row.expiresAt.toISOString(),
		state: invitationState(row, now),
	}
}

/** What an invitation invites to, as whoever holds its link sees it. */
export type OpenInvitation = {
	readonly organization: { readonly id: string; readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly member: Bilingual | null
	readonly role: string
	/** The address that the letter went to. */
	readonly email: string
	/** Who invites: the host of the site for the first person, else the organization itself. */
	readonly invitedBy: Bilingual
	readonly isFirst: boolean
	/** Whether taking it up is a public act: of a role of government it is none. */
	readonly isPublic: boolean
	readonly endsOn: CalendarDay
	/** Whether there is an account for the address already. */
	readonly isKnown: boolean
}

/** An invitation that was just given: its token goes into the letter and nowhere else. */
export type GivenInvitation = {
	readonly recordId: string
	readonly organizationId: string
	readonly token: string
	readonly letter: {
		readonly organization: Bilingual
		readonly invitedBy: Bilingual
		readonly role: string
		readonly email: string
		readonly locale: 'en' | 'id'
	}
}

/** The day on which an invitation ends, where the organization is. */
export function endsOn(expiresAt: Date, timeZone: string | undefined): CalendarDay {
	return dayIn(timeZone ?? 'UTC', expiresAt)
}

/** Who joined, and the record that says so; null for a role of government. */
export type Joined = {
	readonly email: string
	readonly locale: string
	readonly organizationId: string
	readonly recordId: string | null
}

type Given = {
	readonly role: string
	readonly organizationId: string
	readonly memberId: string | null
}

/**
 * The organization for which somebody invited to a role of government: the host for a point of contact, else the office
 * of the member or the institution itself; the invited organization where nothing says so any more.
 */
export function invitingOrganizationId(invitation: Given, held: readonly Given[]): string {
	const roles: readonly string[] = invitation.role === 'POC' ? ['INSTANCE_ADMIN'] : APPOINTING_ROLES
	const isOf = (one: Given) => one.role === 'INSTANCE_ADMIN' || one.memberId === invitation.memberId
	const found = held.find((one) => roles.includes(one.role) && isOf(one))
	return found?.organizationId ?? invitation.organizationId
}

/** The address of a new organization's page, from its name; `end` keeps two of one name apart. */
export function organizationId(name: string, end: string): string {
	const words = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 48)
		.replace(/^-+|-+$/g, '')
	return words === '' ? `organization-${end}` : `${words}-${end}`
}
