import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { InvitationView } from '#app/domain/cso-account/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { OfficeKind, OfficerRole } from './rules.ts'

/** A member as the host sees it: which office coordinates it, and nothing of the people. */
export type MemberContacts = Pick<MemberView, 'id' | 'level' | 'localType' | 'name' | 'isDemonstration'> & {
	/** Roles of its office that are held today, point of contact first. */
	readonly contacts: readonly {
		readonly role: string
		readonly office: Bilingual
		readonly fromOn: CalendarDay
	}[]
	/** Its secretariats. */
	readonly offices: readonly { readonly id: string; readonly name: Bilingual }[]
	/** The open invitation of its first point of contact. */
	readonly invitation: InvitationView | null
	readonly hasPoc: boolean
}

/** Somebody with a role of government, as those see them who appoint there. */
export type PersonInOffice = {
	readonly appointmentId: string
	readonly role: string
	readonly name: string
	readonly fromOn: CalendarDay
	readonly untilOn: CalendarDay | null
	readonly standing: 'HELD' | 'AHEAD' | 'OVER'
	/** Whether the reader may end it. */
	readonly mayEnd: boolean
	/** The last point of contact: only hand-over moves the role. */
	readonly isLast: boolean
}

/** An organization of government with its people. */
export type OfficeView = {
	readonly id: string
	readonly kind: OfficeKind
	readonly name: Bilingual
	readonly people: readonly PersonInOffice[]
	/** Invitations that were not taken up, where the reader may take them back. */
	readonly invitations: readonly InvitationView[]
	/** The roles to which the reader may invite. */
	readonly gives: readonly OfficerRole[]
}

/** The people of one member, or of the reader's own institution. */
export type MemberPeople = {
	readonly member: {
		readonly id: string
		readonly name: Bilingual
		readonly isDemonstration: boolean
		readonly today: CalendarDay
	}
	readonly mayRegister: boolean
	readonly offices: readonly OfficeView[]
}

/** An appointment that may be ended, where it is held. */
export type AppointmentToEnd = {
	readonly person: PersonInOffice
	readonly office: Bilingual
	readonly today: CalendarDay
}
