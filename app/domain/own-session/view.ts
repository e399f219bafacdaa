import { clockTimeIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** A device that somebody is signed in on. Neither its address nor its name is stored. */
export type OwnSession = {
	readonly id: string
	readonly beganOn: CalendarDay
	/** What the clock showed in UTC: `14:03`. */
	readonly beganAt: string
	readonly usedOn: CalendarDay
	readonly usedAt: string
	/** Whether the page is read on it. */
	readonly isThis: boolean
}

export type SessionRow = { readonly id: string; readonly createdAt: Date; readonly updatedAt: Date }

export function ownSession({ id, createdAt, updatedAt }: SessionRow, thisId: string | null): OwnSession {
	return {
		id,
		beganOn: utcDay(createdAt),
		beganAt: clockTimeIn('UTC', createdAt),
		usedOn: utcDay(updatedAt),
		usedAt: clockTimeIn('UTC', updatedAt),
		isThis: id === thisId,
	}
}
