import { PLAN_ROLES } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { firstDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** What an act is about, and the day that counts for it. */
export type ActPlace = {
	readonly planId: string | null
	readonly subjectId: string | null
	readonly onDay: CalendarDay
}

/** The members of an act that say its day, in the order in which they are looked at. */
const DAYS = [
	'signedOn',
	'startsOn',
	'sinceOn',
	'completeFrom',
	'meetsOn',
	'heldOn',
	'checkedOn',
	'endorsedOn',
	'datedOn',
	'opensOn',
	'foundedOn',
	'receivedOn',
	'asOfOn',
] as const

/** The members of an act that say what it is about. */
const SUBJECTS = ['consultationId', 'contributionId', 'commitmentId', 'expectation'] as const

/**
 * Where an act belongs: its plan, its subject and its day; an act that names no day is of the day on which it is
 * published.
 */
export function placeOf(said: Readonly<Record<string, unknown>>, publishedOn: CalendarDay): ActPlace {
	const text = (name: string) => {
		const value = said[name]
		return typeof value === 'string' && value !== '' ? value : null
	}
	const first = (names: readonly string[]) => names.map(text).find((value) => value !== null) ?? null
	const day = first(DAYS)
	return {
		planId: text('planId'),
		subjectId: first(SUBJECTS),
		onDay: day === null ? publishedOn : firstDayOf(day),
	}
}

/** The organization for which somebody runs a member's plans; null where they do not. */
export function deskOrganization({ appointments }: Actor, memberId: string): string | null {
	const held = appointments.find(
		(one) => PLAN_ROLES.includes(one.role) && (one.memberId === memberId || one.memberId === null),
	)
	return held?.organizationId ?? null
}
