import { describe, expect, test } from 'vitest'
import type { IndexedDocument, RepositoryIndex } from '#app/domain/repository-index/view.ts'
import { repositoryRows } from '#app/export/repository-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { wordsIn } from '#reports/document/words.ts'
import { layoutRepositoryIndex } from '#reports/repository-index/layout.ts'
import { repositoryIndexModel } from '#reports/repository-index/model.ts'
import { renderRepositoryIndex } from '#reports/repository-index/render.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { headingsOfBlocks } from '#tests/support/headings.ts'

/** Minutes of a meeting of co-creation; one thing overridden. */
function aDocument(over: Partial<IndexedDocument> = {}): IndexedDocument {
	return {
		recordId: 'd-1',
		actKind: 'document.published',
		title: { en: 'Minutes of the forum', id: 'Notula forum' },
		kind: 'MINUTES',
		datedOn: '2026-03-01',
		publishedOn: '2026-03-02',
		phase: 'CO_CREATION',
		requirement: null,
		planId: 'plan',
		commitmentId: null,
		url: 'https://example.org/minutes.pdf',
		sha256: null,
		...over,
	}
}

const indexOf = (...documents: readonly IndexedDocument[]): RepositoryIndex => ({
	member: aMember(),
	documents,
	plans: [{ id: 'plan', title: { en: 'The plan', id: 'Rencana' } }],
	commitments: new Map([['k1', { id: 'k1', number: '1', title: { en: 'Open budgets', id: null } }]]),
	newestOn: documents[0]?.publishedOn ?? null,
	asOfOn: '2026-08-01',
	ledgerSize: 5,
})
const modelOf = (index: RepositoryIndex) => repositoryIndexModel(index, { origin: 'https://renaksi.example' })
const blocksOf = (index: RepositoryIndex, locale: 'en' | 'id' = 'en') =>
	layoutRepositoryIndex(modelOf(index), wordsIn(locale))

describe.each(['en', 'id'] as const)('the index of a repository, in %s', (locale) => {
	const { say } = wordsIn(locale)

	test('its documents stand by plan and phase; those of no plan and of no phase come last', () => {
		const index = indexOf(
			aDocument({ recordId: 'd-3', planId: null, phase: null }),
			aDocument({ recordId: 'd-2', phase: 'IMPLEMENTATION' }),
			aDocument(),
		)
		expect(headingsOfBlocks(blocksOf(index, locale))).toEqual([
			[1, locale === 'en' ? 'The plan' : 'Rencana'],
			[2, say('phase.CO_CREATION')],
			[2, say('phase.IMPLEMENTATION')],
			[1, say('report.repository.no-plan')],
			[2, say('report.repository.no-phase')],
			[1, say('report.repository.about')],
		])
	})

	test('an empty repository says so', () => {
		const said = JSON.stringify(blocksOf(indexOf(), locale))
		expect(said).toContain(say('repository.none'))
		expect(said).not.toMatch(/undefined|"text":null/)
	})
})

/** Where the column of the record stands. */
const RECORD = 12

test('in a phase, documents with a requirement come first, then by commitment, then the newest first', () => {
	const index = indexOf(
		aDocument({ recordId: 'old', datedOn: '2026-01-01' }),
		aDocument({ recordId: 'of-commitment', commitmentId: 'k1', datedOn: '2025-01-01' }),
		aDocument({ recordId: 'new', datedOn: '2026-05-01' }),
		aDocument({ recordId: 'of-requirement', requirement: 'MR2_2', datedOn: '2024-01-01' }),
	)

	expect(repositoryRows(index).map((row) => row[RECORD])).toEqual([
		'record',
		'of-requirement',
		'of-commitment',
		'new',
		'old',
	])
})

test('a document links to where it is; what is no web address is written and not linked', () => {
	const hostile = 'javascript:alert(1)'
	const said = blocksOf(indexOf(aDocument(), aDocument({ recordId: 'd-2', url: hostile })))
	const contents = said.flatMap((block) =>
		block.kind === 'fields' ? block.fields.flatMap((field) => field.contents) : [],
	)
	expect(contents).toContainEqual({
		kind: 'link',
		text: 'Minutes of the forum',
		url: 'https://example.org/minutes.pdf',
		note: 'Minutes',
	})
	expect(JSON.stringify(contents)).not.toContain(hostile)
})

test('a file that is kept here is linked with its hash, and a commitment is named', () => {
	const sha256 = 'a'.repeat(64)
	const index = indexOf(aDocument({ url: '/files/evidence/x.pdf', sha256, commitmentId: 'k1' }))
	const said = JSON.stringify(blocksOf(index))
	for (const part of ['https://renaksi.example/files/evidence/x.pdf', sha256, '1. Open budgets'])
		expect(said).toContain(part)
})

test('as a table it has no formula that a spreadsheet would run, and says in its first bytes that it is UTF-8', () => {
	const csv = writeCsv(repositoryRows(indexOf(aDocument({ title: { en: '=HYPERLINK("x")', id: null } }))))
	expect(csv.startsWith('\ufeff"member","plan","phase"')).toBe(true)
	expect(csv).not.toMatch(/,"=/)
})

test('equal input gives equal bytes', async () => {
	const input = { model: modelOf(indexOf(aDocument())), locale: 'id' } as const
	const first = await renderRepositoryIndex(input)
	expect(Buffer.compare(first, await renderRepositoryIndex(input))).toBe(0)
})
