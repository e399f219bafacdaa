/** Webhooks of one person. Source: our own [D]. */
export const WEBHOOKS_AT_MOST = 20

/** Calls of one webhook in one run, so that the others get their turn. Source: our own [D]. */
export const CALLS_AT_ONCE = 20

/** How long calls stay listed. Unit: days. Source: our own [D]. */
export const CALL_DAYS = 30

/** How long the secret before a new one signs as well. Unit: hours. Source: our own [D]. */
export const BOTH_SECRETS_HOURS = 24

/** After how many days of failing alone a webhook is stopped. Source: our own [D]. */
export const FAILING_DAYS = 7

/** How long to wait after so many failures in a row, the last for all further ones. Unit: minutes. Source: our own [D]. */
const WAIT_MINUTES = [1, 5, 30, 120, 360] as const
const MINUTE_MS = 60_000

/** When a call is tried again after failures in a row. */
export function nextTryAt(failures: number, now: Date): Date {
	const wait = WAIT_MINUTES[Math.min(failures, WAIT_MINUTES.length) - 1] ?? 0
	return new Date(now.getTime() + wait * MINUTE_MS)
}

/** Whether a webhook has failed for so long that it is not called again by itself. */
export function isGivenUp(failingSince: Date, now: Date): boolean {
	return now.getTime() - failingSince.getTime() >= FAILING_DAYS * 24 * 60 * MINUTE_MS
}

/** Whether an answer means that the call was taken. Source: Standard Webhooks 1.0.0, "2xx". */
export function isTaken(status: number | null): boolean {
	return status !== null && status >= 200 && status < 300
}

/** The versions of a webhook's secret that sign now, the newest first. */
export function signingVersions(
	{ secretVersion, secretMadeAt }: { readonly secretVersion: number; readonly secretMadeAt: Date },
	now: Date,
): readonly number[] {
	const isFresh = now.getTime() - secretMadeAt.getTime() < BOTH_SECRETS_HOURS * 60 * MINUTE_MS
	return isFresh && secretVersion > 1 ? [secretVersion, secretVersion - 1] : [secretVersion]
}
