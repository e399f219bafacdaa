import type { Role } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ReasonNotToTakeOver } from './rules.ts'
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

/** Somebody of the same organization, and why they cannot take the role over on any day; null where they can. */
export type Colleague = {
	readonly id: string
	readonly name: string
	readonly reason: ReasonNotToTakeOver | null
}

/** The same with what is open, and who can take it over. */
export type RoleToHandOver = HeldRole & {
	readonly today: CalendarDay
	readonly colleagues: readonly Colleague[]
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
