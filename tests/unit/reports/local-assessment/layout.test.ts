import { describe, expect, test } from 'vitest'
import { layoutLocalAssessment } from '#reports/local-assessment/layout.ts'
import { localAssessmentModel } from '#reports/local-assessment/model.ts'
import { renderLocalAssessment } from '#reports/local-assessment/render.ts'
import { wordsIn } from '#reports/progress-report/words.ts'
import { aPublishedAssessment } from '#tests/factories/assessment-question.ts'

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
			'About this document',
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
})
