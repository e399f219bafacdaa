const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/

/** Whether the name a request was sent to is this site's: the configured one, or this machine itself. */
export function isOwnHost(host: string | undefined, siteHost: string): boolean {
	return host !== undefined && (host === siteHost || LOOPBACK.test(host))
}

/** Whether a request was sent to this machine itself by its loopback name. */
export function isLoopbackHost(host: string): boolean {
	return LOOPBACK.test(host)
}
