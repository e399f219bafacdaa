import { readFileSync } from 'node:fs'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sha256Of } from '#app/domain/report/rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, saidIn, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
let path: string
let sha256: string
let whole: Buffer
beforeAll(async () => {
	site = await wholeSite()
	await publishClaim(site.database)
	await storeFinding(site.database)
	const cookie = await cookieOfPerson(site, 'poc')
	const sent = await press(site, '/en/poc/plans/plan/report', cookie)
	expect(sent).toMatchObject({ status: 303 })
	const job = String(sent.headers.location)
	expect(job).toMatch(/^\/en\/poc\/report-jobs\//)
	const row = await vi.waitFor(() => site.database.db.reportSnapshot.findFirstOrThrow(), 60_000)
	await vi.waitFor(async () => {
		const { headers } = await site.ask(job, { headers: { cookie } })
		expect(headers.location).toBe(`/en/poc/reports/${row.recordId}`)
	}, 60_000)
	path = `/files/reports/${row.recordId}.en.pdf`
	sha256 = row.pdfSha256En ?? ''
	whole = (await site.ask(path)).body
}, 240_000)
afterAll(() => site.close())

const get = (headers: Record<string, string> = {}) => site.ask(path, { headers })
const place = async () => (await site.reportWork.files.find(sha256)) ?? ''

test('the file of a published report is the one that its act seals, as it lies on the disk', async () => {
	const answer = await get()
	expect(answer).toMatchObject({
		status: 200,
		headers: {
			'content-type': 'application/pdf',
			'accept-ranges': 'bytes',
			etag: `"${sha256}"`,
			'cache-control': 'public, max-age=300, must-revalidate',
		},
	})
	expect(answer.headers['x-stored-file']).toBeUndefined()
	expect([sha256Of(answer.body), sha256Of(readFileSync(await place()))]).toEqual([sha256, sha256])
})

describe('parts', () => {
	test.each([
		['bytes=0-99', 206, 0, 100],
		['bytes=100-', 206, 100, undefined],
		['bytes=-5', 206, -5, undefined],
		['bytes=0-0,2-3', 200, 0, undefined],
		['pages=1-2', 200, 0, undefined],
	])('%s is answered with %i', async (range, status, from, to) => {
		const answer = await get({ range })
		expect(answer.status).toBe(status)
		expect(answer.body.equals(whole.subarray(from, to))).toBe(true)
	})
	test('behind the end there is nothing, and how long the file is', async () => {
		const answer = await get({ range: `bytes=${String(whole.length)}-` })
		expect(answer).toMatchObject({
			status: 416,
			headers: { 'content-range': `bytes */${String(whole.length)}` },
		})
		expect(answer.body).toHaveLength(0)
	})
	test('of another file they would not fit: then it is the whole', async () => {
		expect((await get({ range: 'bytes=0-9', 'if-range': `"${sha256}"` })).status).toBe(206)
		expect((await get({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
	})
	test('whoever has it already is told so; whoever only asks gets no bytes', async () => {
		expect((await get({ 'if-none-match': `"${sha256}"` })).status).toBe(304)
		const asked = await site.ask(path, { method: 'HEAD' })
		expect([asked.status, asked.headers['content-length'], asked.body.length]).toEqual([
			...[200, String(whole.length), 0],
		])
	})
})

test.each([
	['is missing', (file: string) => rmSync(file)],
	[
		'was spoiled',
		(file: string) => {
			chmodSync(file, 0o600)
			writeFileSync(file, 'something else')
		},
	],
])(
	'a stored file that %s is drawn again, the same bytes',
	async (_what, harm) => {
		harm(await place())
		expect((await get()).body.equals(whole)).toBe(true)
		expect(sha256Of(readFileSync(await place()))).toBe(sha256)
	},
	60_000,
)

test('bytes that are not those of the hash are never stored', async () => {
	await expect(site.reportWork.files.put(Buffer.from('other'), 'a'.repeat(64))).rejects.toThrow(
		'not what its hash says',
	)
	expect(await site.reportWork.files.find('a'.repeat(64))).toBeNull()
})

test('for Word it is drawn, and what is no report is not found', async () => {
	const word = await site.ask(path.replace('.pdf', '.docx'))
	expect([word.status, word.body.subarray(0, 2).toString()]).toEqual([200, 'PK'])
	expect((await site.ask(`/files/reports/${'0'.repeat(32)}.en.pdf`)).status).toBe(404)
}, 60_000)

test('when a finding in it is withdrawn, the stored file is gone at once, and another is drawn', async () => {
	const before = await place()
	const { recordId } = await site.database.db.verification.findFirstOrThrow()
	const cookie = await cookieOfPerson(site, 'monitor')
	expect((await press(site, `/en/withdrawals/${recordId}/withdraw`, cookie)).status).toBe(303)
	expect(await site.reportWork.files.find(sha256)).toBeNull()
	expect(() => readFileSync(before)).toThrow('ENOENT')
	const answer = await get({ 'if-none-match': `"${sha256}"`, range: 'bytes=0-9' })
	expect(answer.status).toBe(200)
	expect(saidIn(answer)).toContain('1 finding was withdrawn by its author')
	expect(await site.reportWork.files.find(sha256)).toBeNull()
}, 60_000)
