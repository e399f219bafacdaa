import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { OPERATIONS } from '#app/export/api/operations.ts'
import { SHAPES } from '#app/export/api/shapes.ts'
import { API_LIMIT } from '#app/http/api-limits.server.ts'
import { seed } from '#prisma/seed.ts'
import { siteMap } from '#tests/architecture/site-map.ts'
import { root } from '#tests/architecture/source-files.ts'
import { smallSite } from './small-site.ts'
import type { SmallSite } from './small-site.ts'

let site: SmallSite

beforeAll(async () => {
	const routes: Record<string, object> = {}
	for (const { url, file } of siteMap())
		if (url.startsWith('/api/'))
			routes[url.slice(1)] = (await import(join(root, 'app', file))) as Record<string, unknown>
	site = await smallSite({ routes, trustedProxies: 1 })
	await seed(site.database, { set: 'demonstration', now: new Date() })
}, 300_000)
afterAll(() => site.close())

let visitors = 0
/** Somebody else each time, so that nobody reaches a limit by the way. */
const nobody = () => ({ 'x-forwarded-for': `198.18.${String((visitors += 1))}.1` })
const read = async (path: string) => {
	const { status, body } = await site.ask(path, { headers: nobody() })
	const said: unknown = JSON.parse(body.toString())
	return { status, said }
}

const Part = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() })

/** The items of a whole list, part after part. */
async function wholeList(path: string): Promise<readonly string[]> {
	const ids: string[] = []
	for (let next: string | null = path; next !== null;) {
		const part: z.infer<typeof Part> = Part.parse((await read(next)).said)
		ids.push(...part.items.map(({ id }) => id))
		next = part.next
	}
	return ids
}

/** The addresses of an operation for everything that the site has. */
async function addressesOf(path: string): Promise<readonly string[]> {
	const [name] = /\{(\w+)\}/.exec(path)?.slice(1) ?? []
	if (name === undefined) return [path]
	const list = { memberId: '/api/v1/members', planId: '/api/v1/plans', commitmentId: '/api/v1/commitments' }
	const ids = await wholeList(z.string().parse(list[name as keyof typeof list]))
	return ids.map((id) => path.replace(`{${name}}`, encodeURIComponent(id)))
}

describe('every answer looks as the document says', () => {
	test.each(OPERATIONS.map((one) => [one.path, one] as const))(
		'%s',
		async (path, { answer }) => {
			for (const address of await addressesOf(path)) {
				const { status, said } = await read(address)
				// Nothing is in it that the document does not name: what it does not name, a shape leaves out.
				expect([address, status, answer.parse(said)]).toEqual([address, 200, said])
			}
		},
		120_000,
	)
})

describe('a list is given in parts', () => {
	test.each(OPERATIONS.filter(({ isList }) => isList).map(({ path }) => path))(
		'%s: as many items as are asked for, and the same ones as at once',
		async (path) => {
			const whole = await wholeList(path)
			const limit = Math.max(1, Math.ceil(whole.length / 3))
			expect(await wholeList(`${path}?limit=${String(limit)}`)).toEqual(whole)
			const first = Part.parse((await read(`${path}?limit=1`)).said)
			expect(first.items.map(({ id }) => id)).toEqual(whole.slice(0, 1))
		},
	)

	test.each(['limit=0', 'limit=101', 'limit=x', 'limit=1e9', 'after=gone', 'nonsense=1', 'page=1e9'])(
		'%s is refused with the name of what is wrong',
		async (query) => {
			const { status, said } = await read(`/api/v1/plans?${query}`)
			expect(status).toBe(400)
			expect(said).toMatchObject({ reason: 'bad_query' })
			expect(JSON.stringify(said)).toContain(query.split('=')[0])
		},
	)
})

describe('the document', () => {
	test('names every operation, and refers to nothing that is not in it', async () => {
		const { body } = await site.ask('/api/v1/openapi.json')
		const document = z
			.looseObject({
				openapi: z.literal('3.1.1'),
				paths: z.record(z.string(), z.unknown()),
				components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
			})
			.parse(JSON.parse(body.toString()))
		expect(Object.keys(document.paths)).toEqual(OPERATIONS.map(({ path }) => path))
		const names = [...body.toString().matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
		expect(names.length).toBeGreaterThan(OPERATIONS.length)
		expect(names.filter((name) => !(String(name) in document.components.schemas))).toEqual([])
		expect(body.toString()).not.toMatch(/\$defs|api\.\w+"/)
	})

	test('has every shape once', () => {
		const ids = OPERATIONS.map(({ answer }) => SHAPES.get(answer)?.id)
		expect(new Set(ids).size).toBe(OPERATIONS.length)
	})

	test('is there in both languages', async () => {
		const [en, id] = await Promise.all(
			['en', 'id'].map(async (lang) => (await site.ask(`/api/v1/openapi.json?lang=${lang}`)).body.toString()),
		)
		expect(en).toContain('One member with its plans')
		expect(id).toContain('Satu anggota dengan rencana-rencananya')
	})
})

describe('pages of other sites', () => {
	test('may read, and are told so before they ask with a header', async () => {
		const asked = await site.ask('/api/v1/plans', {
			method: 'OPTIONS',
			headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'if-none-match' },
		})
		expect([asked.status, asked.body.length]).toEqual([204, 0])
		expect(asked.headers['access-control-allow-origin']).toBe('*')
		expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
		expect(asked.headers['access-control-allow-credentials']).toBeUndefined()
		const refused = await site.ask('/api/v1/plans?nonsense=1', { headers: nobody() })
		expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([400, '*'])
	})

	test('learn nothing of this kind elsewhere', async () => {
		const asked = await site.ask('/en/plans', { method: 'OPTIONS' })
		expect(asked.status).toBe(405)
		expect(asked.headers['access-control-allow-origin']).toBeUndefined()
	})
})

describe('whoever asks too much', () => {
	const greedy = { 'x-forwarded-for': '203.0.113.9' }
	const neighbour = { 'x-forwarded-for': '203.0.114.9' }

	test('is told when to ask again, and nobody else is', async () => {
		const ask = (at: number) => site.ask(`/api/v1/members/nobody-${String(at)}`, { headers: greedy })
		const statuses: number[] = []
		for (let at = 0; at < API_LIMIT.answers; at += 1) statuses.push((await ask(at)).status)
		expect(new Set(statuses)).toEqual(new Set([404]))
		const refused = await ask(API_LIMIT.answers)
		expect(refused.status).toBe(429)
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
		expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(API_LIMIT.inS)
		expect(refused.headers['ratelimit-remaining']).toBe('0')
		expect(JSON.parse(refused.body.toString())).toMatchObject({ reason: 'too_many_requests' })
		expect((await site.ask('/api/v1/members/nobody', { headers: neighbour })).status).toBe(404)
	}, 60_000)

	test('still gets what is at hand, which says nothing of anybody’s limit', async () => {
		await site.ask('/api/v1/members', { headers: neighbour })
		const given = await site.ask('/api/v1/members', { headers: greedy })
		expect(given.status).toBe(200)
		expect(Object.keys(given.headers).filter((name) => name.startsWith('ratelimit'))).toEqual([])
	})
})
