import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallSite } from './small-site.ts'
import type { SmallSite } from './small-site.ts'

let site: SmallSite
let leaves = 0
const held: (() => void)[] = []

/** A page that is made when the test says so; it does not read the database, of which there is one connection. */
const slow = {
	default: () => null,
	loader: Object.assign(() => new Promise((resolve) => held.push(() => resolve({}))), { door: 'public' }),
}

beforeAll(async () => {
	site = await smallSite({ routes: { ':lang/slow': slow } })
})
afterAll(() => site.close())

async function publish(): Promise<void> {
	const bytes = new Uint8Array(32).fill(leaves)
	await site.database.db.$transaction([
		site.database.db.ledgerEntry.create({
			data: {
				index: leaves,
				recordId: `r${leaves}`,
				version: 1,
				kind: 'test',
				entry: bytes,
				leafHash: bytes,
			},
		}),
		site.database.db.ledgerHead.update({ where: { id: 1 }, data: { size: { increment: 1 } } }),
	])
	leaves += 1
}

const countIn = (body: Buffer) => Number(/"leaves":(\d+)/.exec(body.toString())?.[1])
const shown = async (path: string, headers = {}) => countIn((await site.ask(path, { headers })).body)

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** A crowd: one page is being made, others wait for their turn. Gives the way to let them all be made. */
async function crowd(name: string): Promise<() => Promise<void>> {
	const first = site.ask(`/en/slow?${name}-0`)
	await until(() => held.length === 1)
	const others = [1, 2, 3].map((at) => site.ask(`/en/slow?${name}-${at}`))
	// Two answers that came later say that these have arrived.
	await site.ask('/healthz')
	await site.ask('/healthz')
	return async () => {
		const pump = setInterval(() => held.shift()?.(), 5)
		await Promise.all([first, ...others]).finally(() => clearInterval(pump))
	}
}

describe('while more pages are asked for than can be made', () => {
	test('a page from before the last act stands in, and is made anew meanwhile', async () => {
		const before = await shown('/en/plans?standing')
		await publish()
		const letThemBeMade = await crowd('standing')
		expect(await shown('/en/plans?standing')).toBe(before)
		await letThemBeMade()
		await until(() => site.rendered() > 1)
		const made = site.rendered()
		expect(await shown('/en/plans?standing')).toBe(before + 1)
		expect(site.rendered()).toBe(made)
	})

	test('whoever has a cookie may have published it, and waits for the new page', async () => {
		const before = await shown('/en/plans?cookie')
		await publish()
		const letThemBeMade = await crowd('cookie')
		const waiting = shown('/en/plans?cookie', { cookie: 'anything=at-all' })
		await letThemBeMade()
		expect(await waiting).toBe(before + 1)
	})

	test('nothing stands in once something was withdrawn', async () => {
		await shown('/en/plans?withdrawn')
		await publish()
		site.withdrawals.add({ kind: 'withdrawn', recordId: 'some-finding', version: 2, day: '2026-01-01' })
		const letThemBeMade = await crowd('withdrawn')
		const waiting = shown('/en/plans?withdrawn')
		await letThemBeMade()
		expect(await waiting).toBe(leaves)
	})
})

describe('a page whose first reader goes away before it is made', () => {
	test('is made for the others', async () => {
		const left = httpRequest({ port: site.port, path: '/en/slow?left', headers: { host: 'localhost:4210' } })
		left.on('error', () => {})
		left.end()
		await until(() => held.length === 1)
		const other = site.ask('/en/slow?left')
		await site.ask('/healthz')
		left.destroy()
		await until(() => held.length === 2)
		for (const go of held.splice(0)) go()
		expect((await other).status).toBe(200)
	})
})
