import type { Role } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { given } from '#app/domain/given.ts'
import { contentHash, privateSeal } from '#app/ledger/leaf.ts'
import type { CsoAccountChange } from '#prisma/generated/client.ts'
import type { AccountEvent, Backing } from './rules.ts'

/** What the log seals of a change in who acts for an independent organization. */
export function accountChangeContent(row: CsoAccountChange) {
	return {
		kind: 'cso-account.changed' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		organizationId: row.organizationId,
		event: row.event,
		...given({
			role: row.role,
			memberId: row.memberId,
			appointmentId: row.appointmentId,
			personNumber: row.personNumber,
			addressSeal: row.addressSeal,
			keyId: row.keyId,
			publicKey: row.publicKey,
		}),
		...privateSeal(row.privateSalt, {
			personId: row.personId,
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** Seals the address that a person's letters go to: whoever changes it below the application is found out. */
export function addressSeal(privateSalt: Uint8Array, email: string): string {
	return contentHash(privateSalt, { email: email.toLowerCase() })
}

/** What an act of a change says; what is left out has nothing to do with it. */
export type AccountChangeFacts = {
	readonly recordId: string
	readonly version?: number
	readonly organizationId: string
	readonly event: AccountEvent
	readonly role?: string | null
	readonly memberId?: string | null
	readonly appointmentId?: string
	readonly personNumber?: number
	readonly personId?: string
	/** The address that is sealed; it is not stored with the act. */
	readonly email?: string
	readonly keyId?: string
	/** Of the key: SubjectPublicKeyInfo, base64. */
	readonly publicKey?: string
	readonly actorOrganizationId: string
	/** Null: the site itself, when it was set up. */
	readonly submittedById: string | null
}

type Moment = {
	readonly publishedOn: CalendarDay
	readonly publishedAt: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The row of an act of a change: the same for the site, its first data and its tests. */
export function accountChangeRow({ email, ...facts }: AccountChangeFacts, moment: Moment): CsoAccountChange {
	return {
		version: 1,
		role: null,
		memberId: null,
		appointmentId: null,
		personNumber: null,
		personId: null,
		keyId: null,
		publicKey: null,
		...facts,
		addressSeal: email === undefined ? null : addressSeal(moment.privateSalt, email),
		...moment,
	}
}

/** A change as everyone can read it: people are numbers, in the order in which they joined. */
export type AccountChangeView = {
	readonly recordId: string
	readonly version: number
	readonly event: string
	readonly role: string | null
	readonly personNumber: number | null
	/** Who did it. */
	readonly by: { readonly id: string; readonly name: Bilingual }
	/** Whether the organization did it itself. */
	readonly isOwn: boolean
	readonly publishedOn: CalendarDay
}

/** A person of the organization, as those see them who run its accounts. */
export type PersonOfAccount = {
	readonly appointmentId: string
	readonly role: Role
	readonly name: string
	readonly email: string
	/** Null where no act says that they joined. */
	readonly number: number | null
	readonly fromOn: CalendarDay
	readonly backing: Backing
	readonly canBeEnded: boolean
}

/** An invitation as those see it who run the accounts. */
export type InvitationView = {
	readonly id: string
	readonly role: string
	readonly email: string
	readonly givenOn: CalendarDay
	readonly endsAt: string
	readonly state: 'OPEN' | 'USED' | 'ENDED' | 'EXPIRED'
}

/** What somebody who runs the accounts of an organization sees of them. */
export type AccountView = {
	readonly organization: {
		readonly id: string
		readonly kind: 'CSO' | 'MONITORING_BODY'
		readonly name: Bilingual
		readonly reviewsFindings: boolean
		readonly isDemonstration: boolean
	}
	readonly people: readonly PersonOfAccount[]
	readonly invitations: readonly InvitationView[]
}
