import type { Role } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { OpenThings } from './schema.ts'

/** A role that somebody holds and that the actor may pass on. */
export type HeldRole = {
	readonly appointmentId: string
	readonly role: Role
	readonly person: string
	readonly organization: Bilingual
	readonly fromOn: CalendarDay
	readonly untilOn: CalendarDay | null
}

/** The same with what is open, and who can take it over. */
export type RoleToHandOver = HeldRole & {
	readonly today: CalendarDay
	readonly colleagues: readonly { readonly id: string; readonly name: string }[]
	readonly open: OpenThings
}

/** A hand-over that is done. */
export type HandOverView = {
	readonly id: string
	readonly role: Role
	readonly organization: Bilingual
	readonly from: string
	readonly to: string
	readonly effectiveOn: CalendarDay
	readonly note: string | null
	readonly open: OpenThings
}
