import { describe, expect, test } from 'vitest'
import { PublicAssessmentPage } from '#app/components/self-assessment/public-assessment.tsx'
import type { PublicAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { wordsIn } from '#reports/document/words.ts'
import type { Block } from '#reports/pdf/block.ts'
import { layoutSelfAssessment } from '#reports/self-assessment/layout.ts'
import { selfAssessmentDocumentModel } from '#reports/self-assessment/model.ts'
import { renderSelfAssessment, selfAssessmentDocument } from '#reports/self-assessment/render.ts'
import {
	HOSTILE,
	aFinalAssessment,
	aPublicAssessment,
	anAssessmentModel,
} from '#tests/factories/public-assessment.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { headingsOfBlocks, headingsOfPage } from '#tests/support/headings.ts'
import { render } from '../../components/render.ts'

const LOCALES = ['en', 'id'] as const
const layout = (published: PublicAssessment, locale: 'en' | 'id' = 'en'): readonly Block[] =>
	layoutSelfAssessment(selfAssessmentDocumentModel(published, {}), wordsIn(locale))
const labelsOf = (blocks: readonly Block[]) =>
	blocks.flatMap((block) => (block.kind === 'fields' ? block.fields.map(({ label }) => label) : []))

describe.each(LOCALES)('the document of a self-assessment, in %s', (locale) => {
	test.each([
		['open for comment', aPublicAssessment()],
		['final', aFinalAssessment()],
		['without a comment', aPublicAssessment({ comments: [] })],
	])('it has the headings of its page, in their order: %s', (_which, published) => {
		const html = render(<PublicAssessmentPage assessment={published} ledgerSize={7} />, { locale })
		expect(headingsOfPage(html)).toEqual(headingsOfBlocks(layout(published, locale)))
	})

	test('nothing is said with a code or with nothing', () => {
		for (const published of [aPublicAssessment(), aFinalAssessment()])
			expect(JSON.stringify(layout(published, locale))).not.toMatch(
				/:null,"text"|undefined|self-assessment\./,
			)
	})
})

test('the fields of a commitment stand in the order of OGP’s table', () => {
	const labels = labelsOf(layout(aPublicAssessment()))
	const from = labels.indexOf('Period')
	expect(labels.slice(from, from + 14)).toEqual([
		'Period',
		'Lead institution',
		'Supporting institutions',
		'Problem',
		'What was promised',
		'How it helps to solve the problem',
		'OGP values',
		'Additional information',
		'Completion, as government says',
		'From the newest reports',
		'Results',
		'Evidence, as put forward with the reports',
		'Next steps',
		'Contact',
	])
})

test('a self-assessment of an earlier template leaves out what was not kept then', () => {
	const model = anAssessmentModel()
	const commitments = model.commitments.map(({ contribution: _c, additional: _a, ...rest }) => rest)
	const labels = labelsOf(layout(aPublicAssessment({ model: { ...model, commitments } })))
	expect(labels).not.toContain('Additional information')
})

test('a draft says on its cover and at the foot of every page that it is open for comment; a final version does not', () => {
	const documentOf = (published: PublicAssessment) =>
		selfAssessmentDocument({ model: selfAssessmentDocumentModel(published, {}), locale: 'en' })
	const draft = documentOf(aPublicAssessment())
	expect(draft.blocks[0]).toMatchObject({ notice: expect.stringContaining('published for comment') })
	expect(draft.frame.footer.join(' ')).toContain('published for comment')
	expect(JSON.stringify(documentOf(aFinalAssessment()).frame)).not.toContain('for comment')
})

test('a demonstration is marked on the cover and on every page', () => {
	const model = anAssessmentModel({ member: { ...aMember(), isDemonstration: true } })
	const { id, name, timeZone, isDemonstration } = model.member
	const marked = aPublicAssessment({ model: { ...model, member: { id, name, timeZone, isDemonstration } } })
	const { blocks, frame } = selfAssessmentDocument({
		model: selfAssessmentDocumentModel(marked, {}),
		locale: 'id',
	})
	expect(blocks[0]).toMatchObject({ notice: expect.stringContaining('Ini demonstrasi.') })
	expect(frame.header.right).toContain('DEMONSTRASI')
})

test('the final version annexes each comment with what became of it, and why', () => {
	const said = JSON.stringify(layout(aFinalAssessment(), 'id'))
	for (const part of ['Warga Desa', 'Belum.', 'Diterima sebagian', 'Dibuka sejak Juli.'])
		expect(said).toContain(part)
})

test('a plan without commitments, a section without text and a report that nobody owed are said in words', () => {
	const reports = { expected: 0, filed: 0, missed: [] }
	const said = JSON.stringify(
		layout(aPublicAssessment({ model: anAssessmentModel({ commitments: [], reports }) })),
	)
	expect(said).toContain('The plan has no commitments here.')
	expect(said).toContain('Nothing is written here.')
	expect(said).toContain('No report was due here before')
})

test('a text in one language is marked as such, and what others typed stays text', () => {
	const blocks = layout(aPublicAssessment())
	expect(blocks).toContainEqual({
		kind: 'paragraph',
		text: { text: `Pelajaran ${HOSTILE}`, lang: 'id' },
	})
	expect(blocks).toContainEqual(
		expect.objectContaining({ text: 'Not translated: only in Indonesian', tone: 'muted' }),
	)
})

test('equal input gives equal bytes', async () => {
	const model = selfAssessmentDocumentModel(aFinalAssessment(), {})
	const first = await renderSelfAssessment({ model, locale: 'id' })
	expect(Buffer.compare(first, await renderSelfAssessment({ model, locale: 'id' }))).toBe(0)
})
