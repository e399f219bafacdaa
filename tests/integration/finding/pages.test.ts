import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { FOUND_COLUMNS } from '#app/export/found-rows.ts'
import { readCsv } from '#app/import/read-csv.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { publishDangerous } from '../withdrawal/dangerous-finding.ts'
import { wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
}, 120_000)
afterAll(() => site.close())

const textOf = async (path: string) => {
	const { status, body, headers } = await site.ask(path)
	return { status, text: String(body), tag: String(headers.etag) }
}
const Answer = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() })
const idsOf = async (query: string) =>
	Answer.parse(JSON.parse((await textOf(`/api/v1/commitments?${query}`)).text)).items.map(({ id }) => id)

test.each(['en', 'id'])('the page in %s shows what its address asks for', async (lang) => {
	const { status, text } = await textOf(`/${lang}/commitments?member=example&late=yes&q=k2`)
	expect(status).toBe(200)
	expect(text).toContain('"id":"k2"')
	expect(text).not.toContain('"id":"k1"')
	expect(text).toContain('"filter":{"q":"k2","member":"example","late":"yes"}')
})

test('page, table file and API find the same', async () => {
	expect(await idsOf('member=example')).toEqual(['k1', 'k2'])
	const read = readCsv((await textOf('/files/commitments.csv?member=example&lang=id')).text)
	const rows = 'sheet' in read ? read.sheet : []
	expect(rows[0]).toEqual([...FOUND_COLUMNS])
	expect(rows.slice(1).map(([id]) => id)).toEqual(['k1', 'k2'])
})

test.each([
	['/en/commitments?page=1e9', 400],
	['/en/commitments?page=0', 400],
	['/en/commitments?page=7', 404],
	['/en/commitments?salt=1', 400],
	['/en/commitments?sort=salt', 400],
	['/en/commitments?claimed=VERY', 400],
	['/en/commitments?member=nowhere', 200],
	['/en/commitments?plan=%00', 400],
	[`/en/commitments?q=${'a'.repeat(201)}`, 400],
	[`/en/commitments?q=${'a'.repeat(10_000)}`, 414],
	['/fr/commitments', 404],
	['/en/search?kind=PERSON&q=a', 400],
	['/en/search?q=k2&kind=COMMITMENT&page=9', 404],
	[`/en/search?q=${'a%20'.repeat(101)}`, 400],
	[`/en/search?q=${'a%20'.repeat(3_000)}`, 414],
	['/en/search?q=%00', 400],
	['/en/search?q=%27%3B%20DROP%20TABLE%20%22Commitment%22%3B--', 200],
	['/xx/search?q=a', 404],
	['/api/v1/commitments?sort=plan', 400],
	['/api/v1/commitments?after=nowhere', 400],
	['/files/commitments.csv?page=2', 400],
])('%s is answered in words with %i', async (path, wanted) => {
	const { status, text } = await textOf(path)
	expect(status).toBe(wanted)
	expect(text).not.toMatch(/PrismaClient|syntax error|42P01/)
	expect(text.length).toBeGreaterThan(20)
})

test('what is too long to be searched for is not lost', async () => {
	const typed = 'ab'.repeat(150)
	const { text } = await textOf(`/en/search?q=${typed}`)
	expect(text).toContain(`"typed":"${typed}"`)
	expect(text).toContain('"notUnderstood":["q"]')
})

test('a draft of a plan is found nowhere, and neither is what is written of it', async () => {
	const isFound = async () =>
		(await textOf('/en/search?q=k2')).text.includes('"id":"k2"') || (await idsOf('q=k2')).length > 0
	expect(await isFound()).toBe(true)
	await site.database.db.actionPlan.update({ where: { id: 'plan' }, data: { status: 'DRAFT' } })
	expect(await idsOf('q=k2&member=example')).toEqual([])
	expect((await textOf('/en/search?q=Milestone%20m3')).text).not.toContain('"id":"m3"')
	expect((await textOf('/en/commitments?plan=plan&q=k2&late=yes')).text).not.toContain('"id":"k2"')
	await site.database.db.actionPlan.update({ where: { id: 'plan' }, data: { status: 'IN_IMPLEMENTATION' } })
})

test('a finding is found at once by its words and its level, and not at all once it is withdrawn', async () => {
	const nothing = await textOf('/en/search?q=market%20register')
	expect(nothing.text).toContain('"kind":"FINDING","count":0')
	const { recordId } = await publishDangerous(site.database, { verifiedLevel: 'LIMITED' })
	const found = await textOf('/en/search?q=market%20registers')
	expect(found.text).toContain(`"kind":"FINDING","id":"${recordId}"`)
	expect(found.text).toContain('\\u0002register\\u0003')
	expect(found.tag).not.toBe(nothing.tag)
	expect((await textOf('/id/search?q=dibakar')).text).toContain(recordId)
	expect(await idsOf('verified=LIMITED&member=example')).toEqual(['k1'])
	await withdrawFinding(as(site.database, 'monitor'), recordId)
	for (const path of ['/en/search?q=market%20registers', '/id/search?q=dibakar', '/en/search?q=k1']) {
		const { text } = await textOf(path)
		expect(text, path).not.toContain(recordId)
		expect(text, path).toContain('"kind":"FINDING","count":0')
	}
	expect(await idsOf('verified=LIMITED&member=example')).toEqual([])
})

test('what a restored database has forgotten to be withdrawn is not found either', async () => {
	const row = await publishDangerous(site.database, {
		recordId: 'f0000000-0000-4000-8000-000000000009',
		verifiedLevel: 'LIMITED',
	})
	expect(await idsOf('verified=LIMITED&member=example')).toEqual(['k1'])
	site.withdrawals.add({ kind: 'withdrawn', recordId: row.recordId, version: 2, day: '2026-07-16' })
	expect((await textOf('/en/search?q=market')).text).not.toContain(row.recordId)
	expect(await idsOf('verified=LIMITED&member=example')).toEqual([])
})
