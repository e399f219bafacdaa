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

	test('the documents of a member come as a table; of a member that is not there, as not found', async () => {
		const csv = await site.ask('/files/repositories/example/documents.csv')
		expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
		expect((await site.ask('/files/repositories/nobody/documents.csv')).status).toBe(404)
		expect((await site.ask('/en/about/open-data')).status).toBe(200)
	})
})
