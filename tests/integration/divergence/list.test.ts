import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { DIVERGENCE_COLUMNS } from '#app/export/divergence-rows.ts'
import { readCsv } from '#app/import/read-csv.ts'
import type { SmallSite } from '../http/small-site.ts'
import { publishDangerous } from '../withdrawal/dangerous-finding.ts'
import { wholeSite } from '../withdrawal/whole-site.ts'

const Answer = z.object({
	items: z.array(
		z.object({
			commitmentId: z.string(),
			judgements: z.object({ verified: z.object({ level: z.string().nullable() }) }),
		}),
	),
	next: z.null(),
	summary: z.object({ shown: z.int(), of: z.int() }),
	checkpoint: z.string(),
})

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
	await publishDangerous(site.database, { verifiedLevel: 'LIMITED' })
	await publishDangerous(site.database, {
		recordId: 'f0000000-0000-4000-8000-000000000002',
		commitmentId: 'k2',
		milestoneId: 'm3',
		independence: 'INTERESTED',
		hasInterest: true,
	})
}, 120_000)
afterAll(() => site.close())

test('the page, the table file and the API show the same lines, and only where somebody independent looked', async () => {
	const json = Answer.parse(JSON.parse(String((await site.ask('/api/v1/divergence?member=example')).body)))
	expect(json.items.map((item) => [item.commitmentId, item.judgements.verified.level])).toEqual([
		['k1', 'LIMITED'],
	])
	expect(json.summary).toMatchObject({ shown: 1, of: 2 })
	const read = readCsv(String((await site.ask('/files/divergence.csv?member=example&lang=id')).body))
	const rows = 'sheet' in read ? read.sheet : []
	expect(rows.length).toBe(2)
	expect(rows[0]).toEqual([...DIVERGENCE_COLUMNS])
	expect(rows[1]?.[DIVERGENCE_COLUMNS.indexOf('verified')]).toBe('LIMITED')
	for (const lang of ['en', 'id']) {
		const page = await site.ask(`/${lang}/divergence?member=example`)
		expect(page.status).toBe(200)
		expect(String(page.body)).toContain('k1@now')
		expect(String(page.body)).not.toContain('k2@now')
	}
})

test.each([
	['/en/divergence?plan=nowhere', 200],
	['/en/divergence?state=NO_SUCH_STATE', 200],
	['/en/divergence?checkpoint=B99&after=gone', 200],
	['/api/v1/divergence?state=NO_SUCH_STATE', 400],
	['/files/divergence.csv?nonsense=1', 400],
])('%s is answered in words with %i', async (path, status) => {
	expect((await site.ask(path)).status).toBe(status)
})
