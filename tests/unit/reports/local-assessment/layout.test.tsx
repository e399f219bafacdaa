import { describe, expect, test } from 'vitest'
import { PublishedAssessmentPage } from '#app/components/assessment/published-assessment.tsx'
import { layoutLocalAssessment } from '#reports/local-assessment/layout.ts'
import { localAssessmentModel } from '#reports/local-assessment/model.ts'
import { renderLocalAssessment } from '#reports/local-assessment/render.ts'
import { wordsIn } from '#reports/document/words.ts'
import { aPublishedAssessment, aQuestion } from '#tests/factories/assessment-question.ts'
import { headingsOfBlocks, headingsOfPage } from '#tests/support/headings.ts'
import { render } from '../../components/render.ts'

const model = localAssessmentModel(aPublishedAssessment(), {})
const textOf = (locale: 'en' | 'id') => JSON.stringify(layoutLocalAssessment(model, wordsIn(locale)))

describe('the document of an assessment', () => {
	test('it gives every question in order, with the answer in words and its own evidence', () => {
		const blocks = layoutLocalAssessment(model, wordsIn('en'))
		expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
			'1. Completion',
			'Question DONE?',
			'Question WAYS?',
			'Question NEXT?',
			'Further evidence',
			'About this assessment and what proves it',
		])
		const [done] = blocks.flatMap((block) => (block.kind === 'fields' ? [block.fields] : []))
		expect(done).toMatchObject([
			{ contents: [{ kind: 'level', judge: 'assessed', mark: 'LIMITED' }] },
			{ contents: [{ text: 'Two of five parts exist.' }] },
			{ contents: [{ text: 'Interview, 3 July 2026' }] },
			{ contents: [{ kind: 'link', url: 'https://example.org/r' }] },
		])
	})

	test('what nobody answered is said to be missing, never left blank', () => {
		expect(textOf('en')).toContain('No explanation.')
		expect(textOf('en')).not.toMatch(/null|undefined/)
	})

	test('a day after its last day it was late, and says so in both languages', () => {
		expect(textOf('en')).toContain('Due on 15 August 2026, first published on 16 August 2026: late')
		expect(textOf('id')).toContain(
			'Tenggat 15 Agustus 2026, pertama kali dipublikasikan pada 16 Agustus 2026: terlambat',
		)
	})

	test('a text in one language is marked as such in the other', () => {
		expect(layoutLocalAssessment(model, wordsIn('id'))).toContainEqual(
			expect.objectContaining({
				fields: expect.arrayContaining([
					expect.objectContaining({
						contents: [{ kind: 'text', text: { text: 'Two of five parts exist.', lang: 'en' } }],
					}),
				]),
			}),
		)
	})

	test('equal input gives equal bytes', async () => {
		const [first, second] = [
			await renderLocalAssessment({ model, locale: 'id' }),
			await renderLocalAssessment({ model, locale: 'id' }),
		]
		expect(Buffer.compare(first, second)).toBe(0)
	})

	test.each(['en', 'id'] as const)('it has the headings of its page, in their order, in %s', (locale) => {
		const published = aPublishedAssessment()
		const title = { en: '3. Each commitment', id: '3. Setiap komitmen' }
		const each = aQuestion('EACH', 'TEXT', { section: 'EACH', sectionTitle: title, isPerCommitment: true })
		const commitments = ['k1', 'k2'].map((id) => ({
			...{ id, number: id.slice(1), title: { en: `Promise ${id}`, id: `Janji ${id}` } },
		}))
		const inception = { ...published, questions: [...published.questions, each], commitments }
		for (const one of [published, inception]) {
			const html = render(<PublishedAssessmentPage published={one} />, { locale })
			const blocks = layoutLocalAssessment(localAssessmentModel(one, {}), wordsIn(locale))
			expect(headingsOfPage(html)).toEqual(headingsOfBlocks(blocks))
		}
	})
})
