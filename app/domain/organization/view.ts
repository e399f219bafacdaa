import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Backing } from '#app/domain/cso-account/rules.ts'
import type { AccountChangeView } from '#app/domain/cso-account/view.ts'

/** Something of a plan that an organization answers for or published, and how much of it. */
export type ShareOfPlan = {
	readonly planId: string
	readonly title: Bilingual
	readonly count: number
}

/** An appointment that the public record does not stand behind; it gives no rights. */
export type DoubtedAppointment = {
	readonly appointmentId: string
	readonly role: string
	readonly backing: Exclude<Backing, 'BACKED'>
}

/** What everyone can read about an organization. */
export type OrganizationView = {
	readonly id: string
	readonly kind: string
	readonly name: Bilingual
	readonly isDemonstration: boolean
	readonly member: {
		readonly id: string
		readonly name: Bilingual
		readonly isDemonstration: boolean
	} | null
	/** Null where it does not run its own accounts. */
	readonly account: {
		readonly reviewsFindings: boolean
		/** Newest first. */
		readonly changes: readonly AccountChangeView[]
		readonly doubted: readonly DoubtedAppointment[]
	} | null
	/** Findings it published, by plan; those that were withdrawn are not counted. */
	readonly findings: readonly ShareOfPlan[]
	/** Commitments it answers for, by plan. */
	readonly commitments: readonly ShareOfPlan[]
}
