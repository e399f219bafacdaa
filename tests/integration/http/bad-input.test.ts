import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteMap } from '#tests/architecture/site-map.ts'
import { publicAddresses, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

// Whatever anybody puts into an address: an answer below 500, in words, and nothing of how the site is made.

let site: SmallSite
let addresses: readonly string[]
beforeAll(async () => {
	site = await wholeSite({ trustedProxies: 1 })
	const all = await publicAddresses(site)
	const plain = all.filter((address) => !address.includes('?') && !address.startsWith('/id'))
	// What is drawn takes no question; a drawing for each would only take time.
	addresses = [...new Set(plain)].filter((address) => !/\.(pdf|docx|png|zip)$/.test(address))
}, 120_000)
afterAll(() => site.close())

const QUESTIONS = [
	...['page=1000000000', 'page=1&page=2', 'unknown=1&__proto__=1&lang=xx', 'sort=salt&limit=0', 'q=%FF%FE'],
	...['version=-1', 'before=9999999999', 'on=2026-13-45&month=9999-99', 'plan=%27%20OR%20%271&after=%27--'],
	...['q=%00', 'member=%00', 'version=%00'],
]

let asked = 0
/** Each from elsewhere, so that no limit on one client answers for the page. */
async function ask(path: string) {
	asked += 1
	const from = `198.51.${String(Math.floor(asked / 250) % 250)}.${String(asked % 250)}`
	return site.ask(path, { headers: { 'x-forwarded-for': from } })
}

const INNER =
	/node_modules|Prisma|PGlite|at (async )?[A-Za-z.]+ \(|\.ts:\d+|invalid byte sequence|syntax error/

async function faultOf(path: string): Promise<string | null> {
	const { status, body } = await ask(path)
	const short = path.length > 120 ? `${path.slice(0, 120)}…` : path
	if (status >= 500) return `${String(status)} ${short}`
	return status >= 400 && INNER.test(body.toString()) ? `tells of itself: ${short}` : null
}

async function faultsOf(paths: readonly string[]): Promise<readonly string[]> {
	const faults: string[] = []
	for (const path of paths) {
		const fault = await faultOf(path)
		if (fault !== null) faults.push(fault)
	}
	return faults
}

test.each(QUESTIONS)(
	'every public page, feed and file is asked with %s',
	async (question) => {
		expect(addresses.length).toBeGreaterThan(100)
		expect(await faultsOf(addresses.map((address) => `${address}?${question}`))).toEqual([])
	},
	120_000,
)

const PARTS = [
	'%00',
	'%FF',
	'%2e%2e%2fsecret',
	"'",
	'__proto__',
	'x'.repeat(300),
	'%E2%80%AE%D8%B9',
	'0',
	'-1',
	'%25',
]

test.each(PARTS)(
	'every part of every address is %s',
	async (part) => {
		const patterns = [...new Set(siteMap().map(({ url }) => url))].filter((path) => /[:*]/.test(path))
		expect(patterns.length).toBeGreaterThan(100)
		const paths = patterns.map((path) => path.replace('/:lang', '/en').replace(/:\w+\??|\*/g, part))
		expect(await faultsOf(paths)).toEqual([])
	},
	120_000,
)
