import type { RouteLine } from '../support/route-lines.ts'

export type Asking = {
	readonly at: number
	readonly random: () => number
	readonly lines: readonly RouteLine[]
	readonly cookies: readonly (string | null)[]
	readonly port: number
}

type Pick = <Item>(items: readonly Item[]) => Item

/** What the parts of addresses, questions, fields and headers are filled with. */
const VALUES: readonly string[] = [
	...['%00', '%FF%FE', '%C0%AF', '%', '%zz', '..%2f..%2fetc%2fpasswd', '%E2%80%AE', '%0d%0aX-Injected:1'],
	...['-1', '0', '1e999', 'NaN', '99999999999999999999', '2026-13-45', '0x10', 'true', 'null', 'undefined'],
	...["'%20OR%20'1'='1", '%3Cscript%3E', '__proto__', 'constructor', '${7*7}', '{{7*7}}', '%7B%22a%22:1%7D'],
	...[
		'a'.repeat(300),
		'%F0%9F%8F%9B',
		'%D9%85%D8%B1%D8%AD%D8%A8%D8%A7',
		'',
		'.',
		'..',
		'%2e%2e',
		'contoh-2025',
	],
]
const FIELDS = [
	'version',
	'page',
	'q',
	'__proto__',
	'action',
	'doneEn',
	'level',
	'email',
	'token',
	'title',
	'a[]',
]
const TYPES = [
	...[
		'application/x-www-form-urlencoded',
		'application/json',
		'multipart/form-data; boundary=x',
		'text/plain',
	],
	...[
		'multipart/form-data',
		'multipart/form-data; boundary=',
		'application/xml',
		'',
		'text/html; charset=utf-7',
	],
]
const BODIES: readonly string[] = [
	...['', '\0', '&&&===', 'a=%', 'a=%FF&a=%00', `a=${'b'.repeat(70_000)}`, 'version=1&version=2&version[]=3'],
	...[
		'{"a":',
		`${'['.repeat(20_000)}${']'.repeat(20_000)}`,
		'{"__proto__":{"isAdmin":true}}',
		'<!DOCTYPE x>',
	],
	...['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', '--x\r\n\r\n--x--\r\n', '--x--', '\r\n--x'],
	'--x\r\nContent-Disposition: form-data; name="file"; filename="../../x\0.php"\r\nContent-Type: image/png\r\n\r\nzz\r\n--x--\r\n',
	`--x\r\nContent-Disposition: form-data; name="${'n'.repeat(9_000)}"\r\n\r\nb\r\n--x--\r\n`,
]
const METHODS = [
	'GET',
	'POST',
	'HEAD',
	'PUT',
	'DELETE',
	'OPTIONS',
	'TRACE',
	'CONNECT',
	'PATCH',
	'get',
	'FOO',
	'G E T',
]

/** One request that nobody should send, as bytes, and what it is in a few words. */
export function malformed({ at, random, lines, cookies, port }: Asking): {
	readonly what: string
	readonly bytes: Buffer
	/** Whether nothing of it is missing: of half a request the site waits for the rest. */
	readonly isWhole: boolean
} {
	const pick: Pick = (items) => items[Math.floor(random() * items.length)] as (typeof items)[number]
	const { path, method } = pick(lines)
	const address = addressOf(path, pick, random)
	const [sent, body] = [random() < 0.85 ? method : pick(METHODS), random() < 0.5 ? pick(BODIES) : '']
	const isOdd = random() < 0.2
	const trueLength = Buffer.byteLength(body, 'latin1')
	const length = random() < 0.95 ? trueLength : pick([0, trueLength + 9, -1])
	const headers = [
		...(random() < 0.95 ? [`Host: localhost:${String(port)}`] : []),
		// Each from elsewhere, so that the share of one client is not what answers.
		`X-Forwarded-For: 10.${String((at >> 16) & 255)}.${String((at >> 8) & 255)}.${String(at & 255)}`,
		'Sec-Fetch-Site: same-origin',
		...cookieOf(pick(cookies), pick, random),
		...(isOdd ? [oddHeader(pick)] : []),
		...(body === '' ? [] : [`Content-Type: ${pick(TYPES)}`, `Content-Length: ${String(length)}`]),
		'Connection: close',
	]
	const text = `${sent} ${address} ${random() < 0.98 ? 'HTTP/1.1' : pick(['HTTP/0.9', 'HTTP/9.9', 'X'])}`
	const bytes = Buffer.from(`${[text, ...headers].join('\r\n')}\r\n\r\n${body}`, 'latin1')
	const isCut = random() < 0.01
	return {
		what: `${sent} ${address.slice(0, 120)}`,
		bytes: isCut ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes,
		isWhole: !isCut && !isOdd && length <= trueLength,
	}
}

function addressOf(path: string, pick: Pick, random: () => number): string {
	const filled = path
		.replace(':lang', () => (random() < 0.95 ? pick(['en', 'id']) : pick(VALUES)))
		.replace(/:\w+|\*$/g, () => pick(VALUES))
	const questions = Array.from(
		{ length: Math.floor(random() * 4) },
		() => `${pick([...FIELDS, 'plan', '_data', 'before', 'on'])}=${pick(VALUES)}`,
	)
	return questions.length === 0 ? filled : `${filled}?${questions.join('&')}`
}

function cookieOf(cookie: string | null, pick: Pick, random: () => number): readonly string[] {
	if (cookie === null) return []
	if (random() < 0.9) return [`Cookie: ${cookie}`]
	return [`Cookie: ${pick([`${cookie}x`, ';;;', `${cookie}; ${cookie}`, '\x80=\x81', 'a'.repeat(5_000)])}`]
}

function oddHeader(pick: Pick): string {
	return pick([
		...['If-None-Match: "', 'If-Modified-Since: never', 'Range: bytes=-1-,9-', 'Accept: */*;q=NaN'],
		...['Accept-Language: \x80', 'Expect: 100-continue', 'Content-Encoding: gzip', 'Upgrade: websocket'],
		...[`X-Long: ${'y'.repeat(20_000)}`, 'X-Forwarded-Host: evil.example', 'Origin: null', 'Te: trailers'],
		...['Upload-Offset: -1', 'Tus-Resumable: 9', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
	])
}
