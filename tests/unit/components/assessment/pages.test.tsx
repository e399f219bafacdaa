import { describe, expect, test } from 'vitest'
import { PageQuestion } from '#app/components/assessment/page-question.tsx'
import { PublishedAssessmentPage } from '#app/components/assessment/published-assessment.tsx'
import { pagesOf } from '#app/domain/local-assessment/rules.ts'
import { pageAnswer } from '#app/domain/local-assessment/schema.ts'
import { answeredPages } from '#app/domain/local-assessment/view.ts'
import type { AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import { aPublishedAssessment } from '#tests/factories/assessment-question.ts'
import { render, textOf } from '../render.ts'

const hostile = '<img src=x onerror=alert(1)>'
const published = aPublishedAssessment()
const pages = answeredPages(pagesOf(published.questions, []), published.assessment.answers)
const desk: AssessmentDesk = {
	place: { planId: 'plan', kind: 'END_OF_COMMITMENT', commitmentId: 'k1' },
	plan: published.plan,
	member: published.member,
	commitment: published.commitments[0] ?? null,
	commitments: published.commitments,
	organization: { id: 'body', name: { en: 'Body', id: 'Badan' } },
	questionSet: 'test-1',
	pages,
	pieces: [],
	files: { most: 3, left: 3, bytes: 10 * 2 ** 20 },
	version: 1,
	dueOn: '2026-08-15',
	today: '2026-07-15',
	published: null,
	members: [],
}
const [page] = pages
if (!page) throw new Error('an assessment has pages')
const form = (rejected: Parameters<typeof PageQuestion>[0]['rejected'], locale: 'en' | 'id' = 'en') =>
	render(<PageQuestion desk={desk} page={page} person={{ name: 'Member' }} rejected={rejected} />, { locale })

describe('the page of a section', () => {
	test('it shows what is stored, and the mark by which a second writer is noticed', () => {
		const html = form(undefined)
		expect(html).toContain('Two of five parts exist.')
		expect(html).toContain(`name="seen" value="${page.stamp}"`)
		expect(html).toMatch(/value="LIMITED"[^>]*checked|checked[^>]*value="LIMITED"/)
	})

	test('a form that was not taken shows what was typed, and what is wrong with it', () => {
		const html = form({
			reason: null,
			reply: {
				status: 'error',
				initialValue: { 'DONE-explanationEn': hostile, 'WAYS-answer': ['MORE', 'NONE'] },
				error: { 'WAYS-answer': ['assessment.fault.NONE_AND_OTHERS'] },
			},
		})
		expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
		expect(html).not.toContain(hostile)
		expect(html).toContain('href="#answer-WAYS-answer"')
		expect(textOf(html)).toContain('stands beside other choices')
	})

	test('after two people wrote at once, what is stored stands above what this person typed', () => {
		const html = form({
			reason: 'changed_meanwhile',
			reply: { status: 'error', initialValue: { 'DONE-explanationEn': 'Mine' } },
		})
		expect(html.indexOf('Two of five parts exist.')).toBeLessThan(html.indexOf('Mine'))
		expect(html).toContain('Two of five parts exist.')
	})

	test.each([
		['an answer that no scale has', { 'DONE-answer': 'HALF' }],
		['none beside another choice', { 'WAYS-answer': ['MORE', 'NONE'] }],
		['a question that is not asked', { 'OTHER-answer': 'YES' }],
		['a form without its mark', { seen: undefined }],
	])('%s is refused', (_what, typed) => {
		expect(pageAnswer(page.questions).safeParse({ seen: page.stamp, ...typed }).success).toBe(false)
	})

	test('a half-filled page is taken as it is', () => {
		expect(
			pageAnswer(page.questions).safeParse({ seen: page.stamp, 'DONE-answer': 'COMPLETE' }).success,
		).toBe(true)
	})
})

describe('the public page', () => {
	test.each([
		['en', ['2 members of the body', ': late', 'Limited', 'OGP’s question', 'No explanation.']],
		['id', ['2 anggota badan', ': terlambat', 'Terbatas', 'pertanyaan OGP', 'Tanpa penjelasan.']],
	] as const)('in %s it says who signed, whether in time, and every answer', (locale, sentences) => {
		const html = render(<PublishedAssessmentPage published={published} />, { locale })
		for (const sentence of sentences) expect(textOf(html)).toContain(sentence)
		expect(html).toContain('https://example.org/r')
		expect(html).toContain('/files/assessments/a-1.')
	})

	test('of protected evidence it says that there is some, and not for which answer', () => {
		const html = render(<PublishedAssessmentPage published={published} />, { locale: 'en' })
		expect(html.lastIndexOf('/evidence/e-2')).toBeGreaterThan(html.indexOf('Question NEXT?'))
	})
})
