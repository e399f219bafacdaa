import { given } from '#app/domain/given.ts'
import type { QueueFilter } from '#app/domain/verification-queue/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What a monitor may verify, narrowed. */
export function queueHref(locale: Locale, filter: QueueFilter = {}): string {
	const parts = Object.entries(given(filter)).map(([name, value]) => [name, String(value)])
	const query = new URLSearchParams(parts).toString()
	return `/${locale}/verify${query === '' ? '' : `?${query}`}`
}

/** Who of the organization is asked to look at a milestone. */
export function assignHref(locale: Locale, milestoneId: string): string {
	return `/${locale}/verify/milestones/${milestoneId}/assign`
}
