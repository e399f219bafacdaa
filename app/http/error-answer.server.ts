import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { ErrorBody } from './guard.server.ts'
import { endAnswer } from './linger.server.ts'
import { wantedLocale } from './wanted-locale.ts'

/** What can end a request before any page sees it, and its status. */
const STATUS_OF = {
	malformed: 400,
	cross_site: 403,
	not_found: 404,
	method_not_allowed: 405,
	too_large: 413,
	address_too_long: 414,
	encoded_body: 415,
	wrong_host: 421,
	too_many_requests: 429,
	defect: 500,
} as const
export type Refused = keyof typeof STATUS_OF

/** Statuses whose words are those of another one. */
const SPOKEN_AS = new Map([
	[414, 413],
	[415, 400],
	[421, 400],
])

/** Ends a request that does not reach a page: a small page in its language, or JSON where no person reads. */
export function answerError(req: IncomingMessage, res: ServerResponse, refused: Refused): void {
	const status = STATUS_OF[refused]
	const path = req.url ?? '/'
	const requestId = String(res.getHeader('X-Request-Id') ?? '')
	const isForMachines = /^\/(api|records|log|uploads|healthz|readyz|metrics)(\/|$)|[?&]_data=/.test(path)
	const locale = localeOf(path, req.headers['accept-language'])
	const words = wordsFor(status, locale)
	const body = isForMachines
		? JSON.stringify({ reason: refused, message: words.text, requestId } satisfies ErrorBody)
		: page(words, locale)
	res.statusCode = status
	res.setHeader(
		'Content-Type',
		isForMachines ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
	)
	res.setHeader('Cache-Control', 'no-store')
	res.setHeader('Content-Length', Buffer.byteLength(body))
	if (status === 405) res.setHeader('Allow', 'GET, HEAD, POST')
	if (status === 429) res.setHeader('Retry-After', String(res.getHeader('RateLimit-Reset') ?? 2))
	endAnswer(req, res, req.method === 'HEAD' ? undefined : body)
}

function localeOf(path: string, acceptLanguage: string | undefined): Locale {
	const first = path.split(/[/?#]/)[1]
	return isLocale(first) ? first : wantedLocale(acceptLanguage)
}

function wordsFor(status: number, locale: Locale) {
	const say = sayIn(locale)
	const spoken = SPOKEN_AS.get(status) ?? status
	return { title: say(`error.${spoken}.title`), text: say(`error.${spoken}.text`), home: say('error.home') }
}

function page(words: ReturnType<typeof wordsFor>, locale: Locale): string {
	const title = escaped(words.title)
	return [
		`<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Renaksi</title>`,
		'<link rel="stylesheet" href="/error.css"></head>',
		`<body><main><h1>${title}</h1><p>${escaped(words.text)}</p>`,
		`<p><a href="/${locale}">${escaped(words.home)}</a></p></main></body></html>`,
	].join('')
}

/** A refusal as a small page of its own, where what was asked for is a file and not a page. */
export function smallPage(refused: {
	readonly status: number
	readonly reason: RefusalReason
	readonly locale: Locale
}): string {
	const { status, reason, locale } = refused
	const text = sayIn(locale)(`refusal.${reason}`)
	return page({ ...wordsFor(status, locale), text }, locale)
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
