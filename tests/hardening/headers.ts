import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import type { Answer, Asked } from '../faults/support/visitor.ts'
import { formOf } from './form-of.ts'
import { openSite } from './open-site.ts'
import type { Actor } from './open-site.ts'

// The headers of safety, on every kind of page, file and fault, and the nonces of scripts:
//   npm run t:headers -- [--rounds N] [--quick] [--json]

const REQUIRED: Readonly<Record<string, RegExp>> = {
	'content-security-policy':
		/default-src 'none'.*form-action '(?:self|none)'.*base-uri 'none'.*object-src 'none'.*script-src ('none'|'self' 'nonce-)/,
	'x-content-type-options': /^nosniff$/,
	'referrer-policy': /^no-referrer$/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^(same|cross)-origin$/,
	'permissions-policy': /geolocation=\(\)/,
}
/** Pages that others may show in a frame say so in their policy; all else is shown in none. */
const FRAMED = /frame-ancestors \*/
const PLAN = 'contoh-2025'
const KINDS: Readonly<Record<string, string>> = {
	home: '/en',
	plans: '/id/plans',
	plan: `/en/plans/${PLAN}`,
	dashboard: `/en/plans/${PLAN}/dashboard`,
	commitment: `/id/commitments/${PLAN}-1`,
	commitments: '/en/commitments?q=air',
	expectations: '/en/expectations',
	changes: '/en/changes',
	log: '/en/log',
	explore: '/en/explore',
	safety: '/id/about/safety',
	signIn: '/en/sign-in',
	api: '/api/v1/plans',
	feed: '/changes.atom',
	report: `/files/plans/${PLAN}/progress-report.en.pdf`,
	table: `/files/plans/${PLAN}/plan.en.csv`,
	embed: `/en/embed/commitments/${PLAN}-1`,
	styles: '/robots.txt',
}
const FAULTS: readonly (readonly [name: string, path: string, asked: Asked])[] = [
	['404', '/en/nothing-here', { method: 'GET' }],
	['404 of the API', '/api/v1/nothing', { method: 'GET' }],
	['405', '/en', { method: 'PUT' }],
	['400', '/en/%ZZ', { method: 'GET' }],
	['403 of another site', '/en/sign-in', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } }],
	['413', '/en/sign-in', { method: 'POST', headers: { 'Content-Length': '999999999' } }],
	['302 to sign in', '/en/tasks', { method: 'GET' }],
	['422', '/en/sign-in', { method: 'POST' }],
	['a wrong host', '/en', { method: 'GET', headers: { Host: 'evil.example' } }],
]

const options = readOptions({ rounds: 10_000, quick: 400 })
const failures: string[] = []
const counts = { answers: 0, statuses: [] as string[], nonces: 0 }
const open = await openSite((line) => progress(options, line))
const nobody: Actor = { name: 'public', cookie: null, role: null, personId: null, organizationId: null }
try {
	for (const [name, path] of Object.entries(KINDS))
		check(name, await open.ask(nobody, path, { method: 'GET' }))
	for (const [name, path, asked] of FAULTS) check(name, await open.ask(nobody, path, asked))
	const poc = open.actors.find(({ role }) => role === 'POC') ?? nobody
	check('the workspace', await open.ask(poc, '/en/tasks', { method: 'GET' }))
	await tooMany()
	await nonces()
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
counts.statuses = [...new Set(counts.statuses)].sort()
report({ suite: 'headers', figures: counts, failures: [...new Set(failures)].slice(0, 40) }, options)

function check(name: string, { status, headers, text }: Answer): void {
	counts.answers += 1
	counts.statuses.push(String(status))
	for (const [header, wanted] of Object.entries(REQUIRED))
		if (!wanted.test(String(headers[header] ?? '')))
			failures.push(`${name}: ${header} is ${String(headers[header])}`)
	const policy = String(headers['content-security-policy'] ?? '')
	if (/unsafe-|data:|https?:/.test(policy)) failures.push(`${name}: its policy lets more in: ${policy}`)
	if (!FRAMED.test(policy) && headers['x-frame-options'] !== 'DENY') failures.push(`${name}: may be framed`)
	if (FRAMED.test(policy) && name !== 'embed') failures.push(`${name}: says that everyone may frame it`)
	if (headers['x-powered-by'] !== undefined || headers.server !== undefined)
		failures.push(`${name}: says what made it`)
	const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? null
	for (const [tag] of text.matchAll(/<script\b(?![^>]*\bsrc=)(?![^>]*type="application\/ld\+json")[^>]*>/g))
		if (nonce === null || !tag.includes(`nonce="${nonce}"`))
			failures.push(`${name}: a script without its nonce`)
}

/** One address that asks for more letters than its share, until it is told to wait. */
async function tooMany(): Promise<void> {
	const headers = { 'X-Forwarded-For': '198.51.100.99' }
	for (let at = 0; at < 40; at += 1) {
		const body = formOf({ email: `somebody${String(at)}@address.invalid` })
		const answer = await open.ask(nobody, '/en/sign-in', { method: 'POST', headers, body })
		if (answer.status === 429) {
			check('429', answer)
			return
		}
	}
	failures.push('nobody was told to wait')
}

/** As many answers with scripts as were asked for: each has a nonce of its own. */
async function nonces(): Promise<void> {
	const seen = new Set<string>()
	const reader = open.actors.find(({ role }) => role === 'CSO_MONITOR') ?? nobody
	for (let at = 0; at < options.rounds; at += 1) {
		const { headers } = await open.ask(reader, '/en/explore', { method: 'GET' })
		const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1]
		if (nonce === undefined) return void failures.push('a page with scripts has no nonce')
		seen.add(nonce)
	}
	counts.nonces = seen.size
	if (seen.size < options.rounds) failures.push(`${String(options.rounds - seen.size)} nonces came twice`)
}
