import type { Change } from '#app/domain/change-log/view.ts'
import type { Pace, Subscribed } from './schema.ts'

/** How long a question waits for its answer before it is erased. Unit hours. Source our own [D]. */
export const CONFIRM_HOURS = 48

/** How long at least lies between two letters of a week. Unit hours. */
export const WEEK_HOURS = 7 * 24

/** Lines of one letter; what is more is read on the site. Source our own [D]. */
export const LINES_AT_MOST = 100

const HOUR_MS = 3_600_000

/** What letters are about: a kind of thing and which. */
export type SubscriptionScope = { readonly of: Subscribed; readonly aboutId: string }

/** Whether something that was published is what the letters are about. */
export function isToldTo({ of, aboutId }: SubscriptionScope, change: Change): boolean {
	switch (of) {
		case 'SITE':
			return true
		case 'PLAN':
			return change.plan?.id === aboutId
		case 'COMMITMENT':
			return change.commitment?.id === aboutId
		case 'ORGANIZATION':
			return change.organization?.id === aboutId
		case 'MEMBER':
			return change.member?.id === aboutId
	}
}

/** Whether a letter may go now; a letter a week comes seven full days after the one before. */
export function isLetterTime(pace: Pace, letterAt: Date, now: Date): boolean {
	return pace === 'IMMEDIATE' || now.getTime() - letterAt.getTime() >= WEEK_HOURS * HOUR_MS
}

/** From when on questions that were asked before are erased. */
export function eraseBefore(now: Date): Date {
	return new Date(now.getTime() - CONFIRM_HOURS * HOUR_MS)
}
