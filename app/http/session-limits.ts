import { STRONG_ROLES } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'

/** A session ends this long after signing in, whatever happens in it. */
export const SESSION_HOURS = 12

const MINUTE_MS = 60_000
const IDLE_MINUTES = 120
const IDLE_MINUTES_PRIVILEGED = 30

/** Whether nothing has happened in a session for too long; officers writing over a slow line have two hours. */
export function isIdle(
	session: { readonly lastSeenAt: Date; readonly roles: readonly Role[] },
	now: Date,
): boolean {
	const minutes = session.roles.some((role) => STRONG_ROLES.includes(role))
		? IDLE_MINUTES_PRIVILEGED
		: IDLE_MINUTES
	return now.getTime() - session.lastSeenAt.getTime() > minutes * MINUTE_MS
}

/** Whether it is time to note that a session is in use: once a minute, not at each request. */
export function isWorthNoting(lastSeenAt: Date, now: Date): boolean {
	return now.getTime() - lastSeenAt.getTime() > MINUTE_MS
}
