import { describe, expect, test } from 'vitest'
import { layoutApplication } from '#reports/application/layout.ts'
import { applicationModel } from '#reports/application/model.ts'
import { applicationText } from '#reports/application/plain.ts'
import { renderApplication } from '#reports/application/render.ts'
import { wordsIn } from '#reports/document/words.ts'
import { anApplicationView } from '#tests/factories/application-view.ts'

const model = applicationModel(anApplicationView())
const saidIn = (locale: 'en' | 'id') => JSON.stringify(layoutApplication(model, wordsIn(locale)))

describe('the document of an application', () => {
	test('has every text with its length, and says whose confirmation counts and whose no longer does', () => {
		const said = saidIn('en')
		expect(said).toContain('35 of 2,000 characters')
		expect(said).toContain('confirmed version 2, the newest one')
		expect(said).toContain('confirmed version 1 on 15 July 2026, 09:00. The text was changed since')
		expect(said).toContain('Nothing was written yet.')
	})

	test('has the months left with what the call requires, in both languages', () => {
		expect(saidIn('en')).toContain('Only 14 full months on 15 July 2026')
		expect(saidIn('id')).toContain('kurang dari 16 bulan yang disyaratkan')
	})

	test('marks a text in the other language as such', () => {
		expect(layoutApplication(model, wordsIn('en'))).toContainEqual({
			kind: 'paragraph',
			text: { text: 'Kami ingin bergabung.', lang: 'id' },
		})
		expect(layoutApplication(model, wordsIn('id'))).toContainEqual({
			kind: 'paragraph',
			text: 'Alasan kedua.',
		})
	})

	test('tells of each stage that was corrected to what, and why', () => {
		const [begun] = anApplicationView().steps
		if (!begun) throw new Error('no step')
		const steps = [
			begun,
			{ ...begun, position: 2, state: 'REJECTED' as const },
			{ ...begun, position: 3, corrects: 2, reason: 'It was another regency.' },
		]
		const corrected = applicationModel(anApplicationView({ steps }))
		expect(corrected.steps).toHaveLength(1)
		const said = JSON.stringify(layoutApplication(corrected, wordsIn('en')))
		for (const text of ['Stages that were corrected', 'It was another regency.']) expect(said).toContain(text)
		expect(saidIn('en')).not.toContain('Stages that were corrected')
	})

	test('says nothing of who reads it, and leaves nothing blank', () => {
		const other = applicationModel(
			anApplicationView({ side: 'CIVIL_SOCIETY', isWritable: false, standing: 'CLOSED' }),
		)
		expect(other).toEqual(model)
		expect(saidIn('en')).not.toMatch(/null|undefined/)
	})

	test('is the same bytes whenever it is drawn', async () => {
		const [first, again] = await Promise.all([1, 2].map(() => renderApplication({ model, locale: 'id' })))
		expect(Buffer.from(first ?? []).equals(Buffer.from(again ?? []))).toBe(true)
	})
})

test('the plain text has each text alone between two lines, to be copied', () => {
	const lines = applicationText(model, 'en').split('\n')
	const at = lines.indexOf('REASONS')
	expect(lines.slice(at + 4, at + 8)).toEqual([
		'-'.repeat(72),
		'Kami ingin bergabung.',
		'Alasan kedua.',
		'-'.repeat(72),
	])
})
