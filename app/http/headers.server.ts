import type { ServerResponse } from 'node:http'

const POLICY_BASE = [
	"default-src 'none'",
	"style-src 'self'",
	"img-src 'self'",
	"font-src 'self'",
	"connect-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
	"object-src 'none'",
	"manifest-src 'self'",
].join('; ')

/** Content policy of an answer: no script at all, or only ours and the ones that carry this answer's nonce. */
export function contentPolicy(nonce: string | null): string {
	return `${POLICY_BASE}; script-src ${nonce === null ? "'none'" : `'self' 'nonce-${nonce}'`}`
}

const PERMISSIONS = [
	'accelerometer',
	'autoplay',
	'camera',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'geolocation',
	'gyroscope',
	'hid',
	'idle-detection',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'picture-in-picture',
	'screen-wake-lock',
	'serial',
	'usb',
	'xr-spatial-tracking',
]
	.map((feature) => `${feature}=()`)
	// People sign here with keys of their own; no other site, and no frame, may ask for them.
	.concat('publickey-credentials-create=(self)', 'publickey-credentials-get=(self)')
	.join(', ')

const TWO_YEARS_S = 63_072_000

/** The headers of every answer, errors and redirects included; the content policy may be replaced by a page's own. */
export function securityHeaders(baseUrl: string): readonly (readonly [name: string, value: string])[] {
	return [
		['Content-Security-Policy', contentPolicy(null)],
		['X-Content-Type-Options', 'nosniff'],
		['Referrer-Policy', 'no-referrer'],
		['Cross-Origin-Opener-Policy', 'same-origin'],
		['Cross-Origin-Resource-Policy', 'same-origin'],
		['X-Frame-Options', 'DENY'],
		['Permissions-Policy', PERMISSIONS],
		...(baseUrl.startsWith('https:')
			? [['Strict-Transport-Security', `max-age=${TWO_YEARS_S}; includeSubDomains`] as const]
			: []),
	]
}

/** What other sites may show in their frames: without any script, and with nothing that a frame could send. */
export function openToFrames(res: ServerResponse): void {
	const policy = contentPolicy(null)
		.replace("frame-ancestors 'none'", 'frame-ancestors *')
		.replace("form-action 'self'", "form-action 'none'")
	res.setHeader('Content-Security-Policy', policy)
	res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
	res.removeHeader('X-Frame-Options')
}

/** Sets headers on an answer that has not begun. */
export function setHeaders(res: ServerResponse, headers: readonly (readonly [string, string])[]): void {
	for (const [name, value] of headers) res.setHeader(name, value)
}
