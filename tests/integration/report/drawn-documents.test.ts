import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishAnswers } from '#app/domain/reasoned-answer/commands.server.ts'
import { AnswerForm } from '#app/domain/reasoned-answer/schema.ts'
import { consult, contribute } from '#tests/factories/consultation.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { anOpenAssessment } from '#tests/factories/self-assessment.ts'
import { MORNING, as } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { saidIn, wholeSite } from '../withdrawal/whole-site.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const HOSTILE = '<script>alert(1)</script> Buka data air bersih.'

let site: SmallSite
let consultationId: string
let assessmentId: string
beforeAll(async () => {
	site = await wholeSite()
	const { database } = site
	await publishClaim(database)
	consultationId = await consult(database)
	const given = await contribute(database, consultationId, { text: HOSTILE })
	const answer = { contributionIds: [given], outcome: 'MERGED', reasonId: 'Digabungkan.', commitmentId: 'k1' }
	const place = { memberId: 'example', consultationId }
	await publishAnswers(as(database, 'poc', MORNING), place, AnswerForm.parse(answer))
	assessmentId = (await anOpenAssessment(database)).recordId
}, 120_000)
afterAll(() => site.close())

/** Every document with its page and the beginning of its files. */
const documents = () => [
	['self-assessments', `/self-assessments/${assessmentId}`, assessmentId],
	['commitments', '/commitments/k1/sheet', 'k1'],
	['reasoned-responses', `/inputs/${consultationId}/response`, consultationId],
	['repositories', '/members/example/repository/list', 'example'],
]
const KINDS = ['self-assessments', 'commitments', 'reasoned-responses', 'repositories']
const of = (kind: string) => {
	const [, page = '', id = ''] = documents().find(([name]) => name === kind) ?? []
	return { page, id }
}

describe.each(KINDS)('%s', (kind) => {
	test.each(['en', 'id'])('is a page, a PDF and a document for Word in %s', async (locale) => {
		const { page, id } = of(kind)
		expect((await site.ask(`/${locale}${page}`)).status).toBe(200)
		const pdf = await site.ask(`/files/${kind}/${id}.${locale}.pdf`)
		expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
		expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-')
		const docx = await site.ask(`/files/${kind}/${id}.${locale}.docx`)
		expect([docx.status, docx.headers['content-type']]).toEqual([200, WORD])
		expect(docx.body.subarray(0, 2).toString()).toBe('PK')
	})

	test('what is not there, and a language or an ending that there is not, are the same not found', async () => {
		const { page, id } = of(kind)
		const wrong = [
			`/en${page.replace(id, 'nobody')}`,
			`/files/${kind}/nobody.en.pdf`,
			`/files/${kind}/${id}.fr.pdf`,
			`/files/${kind}/${id}.en.exe`,
			`/files/${kind}/${id}.pdf`,
		]
		for (const path of wrong) expect((await site.ask(path)).status, path).toBe(404)
	})
})

test('the reasoned response says what was given, as text, and what became of it', async () => {
	const pdf = saidIn(await site.ask(`/files/reasoned-responses/${consultationId}.en.pdf`))
	for (const part of ['<script>alert(1)</script> Buka data air bersih.', 'Digabungkan.', '1 of 1'])
		expect(pdf).toContain(part)
	const docx = saidIn(await site.ask(`/files/reasoned-responses/${consultationId}.en.docx`))
	expect(docx).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Buka data air bersih.')
})

test('a self-assessment that is open for comment says so on each page, and nobody keeps the file', async () => {
	const pdf = await site.ask(`/files/self-assessments/${assessmentId}.en.pdf`)
	expect(pdf.headers['cache-control']).toBe('no-store')
	expect(saidIn(pdf)).toContain('Draft, published for comment')
	const version = await site.ask(`/files/self-assessments/${assessmentId}.en.pdf?version=9`)
	expect(version.status).toBe(404)
})

describe('open data', () => {
	test.each([
		['commitments', '"Commitment Unique Identifier","Country/Locality"', 2],
		['milestone-updates', '"record","version","member"', 1],
		['plans', '"plan","member","member_name_en"', 1],
	])('%s come as a table and for programs, with as many rows', async (name, head, rows) => {
		const csv = await site.ask(`/files/open-data/${name}.csv?plan=plan`)
		expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
		expect(csv.body.toString().startsWith(`\ufeff${head}`)).toBe(true)
		const json = JSON.parse((await site.ask(`/files/open-data/${name}.json?plan=plan`)).body.toString())
		expect(json).toMatchObject({ next: null, checkpoint: expect.any(String) })
		expect(json.items).toHaveLength(rows)
	})

	test('a plan that is not there gives an empty table, and a question that is not understood is refused', async () => {
		const json = JSON.parse(
			(await site.ask('/files/open-data/commitments.json?plan=nowhere')).body.toString(),
		)
		expect(json.items).toEqual([])
		expect((await site.ask('/files/open-data/commitments.csv?colour=red')).status).toBe(400)
		expect((await site.ask('/files/open-data/everything.csv')).status).toBe(404)
	})

	test('every table has as many rows in each of its files as the database has records', async () => {
		const { db } = site.database
		const records = {
			plans: await db.actionPlan.count({ where: { versions: { some: {} } } }),
			commitments: await db.commitment.count({ where: { versions: { some: {} } } }),
			milestones: await db.milestone.count({ where: { versions: { some: {} } } }),
			members: await db.member.count(),
			replies: await db.reply.count(),
			decisions: await db.verifierDecision.count(),
			'irm-codings': await db.irmCoding.count(),
			'local-assessments': (await db.localAssessment.groupBy({ by: ['recordId'] })).length,
			verifications: (await db.verification.groupBy({ by: ['recordId'] })).length,
		}
		for (const [name, count] of Object.entries(records)) {
			const lines = (await site.ask(`/files/open-data/${name}.jsonl`)).body.toString().split('\n')
			expect(lines.pop()).toBe('')
			expect(
				lines.map((line) => typeof JSON.parse(line)),
				name,
			).toEqual(lines.map(() => 'object'))
			expect(lines.length, name).toBe(count)
			const xlsx = await site.ask(`/files/open-data/${name}.xlsx?lang=id`)
			const sheet = strFromU8(
				unzipSync(new Uint8Array(xlsx.body))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
			)
			// Words and names of the columns stand above the values.
			expect(sheet.match(/<row /g)?.length, name).toBe(count + 2)
		}
	})

	test('everything at once is the same bytes each time, with the tables as they are alone', async () => {
		const newest = await site.ask('/files/open-data/site.zip')
		expect(newest.status).toBe(302)
		const address = String(newest.headers.location)
		const [once, again] = [await site.ask(address), await site.ask(`${address}?lang=en`)]
		expect([once.status, once.headers['content-type']]).toEqual([200, 'application/zip'])
		expect(again.body.equals(once.body)).toBe(true)
		const files = unzipSync(new Uint8Array(once.body))
		const described = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())) as {
			resources: { path: string; schema: { fields: { name: string }[]; primaryKey: string[] } }[]
		}
		expect(described.resources.map(({ path }) => path).sort()).toEqual(
			Object.keys(files)
				.filter((name) => name.endsWith('.csv'))
				.sort(),
		)
		for (const { path, schema } of described.resources) {
			const alone = await site.ask(`/files/open-data/${path}`)
			expect(Buffer.from(files[path] ?? []).equals(alone.body), path).toBe(true)
			const names = schema.fields.map(({ name }) => name)
			expect(alone.body.toString().split('\r\n')[0], path).toBe(
				`\ufeff${names.map((name) => `"${name}"`).join(',')}`,
			)
			expect(names, path).toEqual(expect.arrayContaining(schema.primaryKey))
		}
		expect(strFromU8(files['checkpoint.txt'] ?? new Uint8Array())).toBe(
			(await site.ask('/log/checkpoint')).body.toString(),
		)
		const catalogue = await site.ask('/files/open-data/catalogue.jsonld')
		expect(catalogue.headers['content-type']).toBe('application/ld+json')
		expect(JSON.parse(strFromU8(files['catalogue.jsonld'] ?? new Uint8Array()))).toEqual(
			JSON.parse(catalogue.body.toString()),
		)
		for (const gone of [
			'site-0.zip',
			'site-99999999.zip',
			'site-1e3.zip',
			'datapackage.xx.json',
			'people.csv',
		]) {
			expect((await site.ask(`/files/open-data/${gone}`)).status, gone).toBe(404)
		}
	})

	test('the documents of a member come as a table; of a member that is not there, as not found', async () => {
		const csv = await site.ask('/files/repositories/example/documents.csv')
		expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
		expect((await site.ask('/files/repositories/nobody/documents.csv')).status).toBe(404)
		expect((await site.ask('/en/data')).status).toBe(200)
		const former = await site.ask('/id/about/open-data')
		expect([former.status, former.headers.location]).toEqual([301, '/id/data'])
	})
})
