import { expect, test } from 'vitest'
import { CommentPage } from '#app/components/self-assessment/comment-page.tsx'
import { PublicAssessmentPage } from '#app/components/self-assessment/public-assessment.tsx'
import type { PublicAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { aFinalAssessment, aPublicAssessment } from '#tests/factories/public-assessment.ts'
import { render, textOf } from '../render.ts'

const assessment = aPublicAssessment()
const { model, newest: item } = assessment

const page = (locale: 'en' | 'id', over: Partial<PublicAssessment> = {}) =>
	render(<PublicAssessmentPage assessment={{ ...assessment, ...over }} ledgerSize={7} />, { locale })

test('what others typed is text: no markup of theirs reaches the page, and each stands in its own direction', () => {
	const html = page('en')
	expect(html).not.toContain('<img')
	expect(html).toContain('dir="auto"')
	expect(html).toContain('<bdi>&lt;img')
	expect(textOf(html)).toContain('Comment 1, 16 July 2026')
})

test.each([
	['en', 'Everyone may comment from 15 July 2026 until the end of 29 July 2026', '0 of 1 were published'],
	['id', 'Semua orang dapat menanggapi sejak 15 Juli 2026 sampai akhir hari 29 Juli 2026', '0 dari 1 terbit'],
] as const)('in %s the window and the silence are said in words', (locale, window, silence) => {
	const text = textOf(page(locale))
	expect(text).toContain(window)
	expect(text).toContain(silence)
	expect(text).toContain('Dinas Kominfo')
	expect(text).not.toMatch(/null|undefined|self-assessment\.|assessment-comment\./)
})

test('a text that is not translated says so in the other language, and nothing in its own', () => {
	expect(textOf(page('en'))).toContain('Not translated: only in Indonesian')
	expect(textOf(page('id'))).not.toContain('Tidak diterjemahkan')
})

test.each([
	['en', 'Comment 1, 16 July 2026', 'Partly accepted', 'Open since July.'],
	['id', 'Tanggapan 1, 16 Juli 2026', 'Diterima sebagian', 'Dibuka sejak Juli.'],
] as const)(
	'the final version annexes each comment with what became of it, and why: %s',
	(locale, ...said) => {
		const text = textOf(page(locale, aFinalAssessment()))
		for (const part of [...said, 'Warga Desa', 'Belum.']) expect(text).toContain(part)
	},
)

test('after the last day nobody is asked for a comment any more', () => {
	expect(page('en')).toContain('/en/self-assessments/sa-1/comment')
	expect(page('en', { isOpen: false })).not.toContain('/comment"')
})

test('a comment that was not taken stands in the form again, below what is wrong', () => {
	const reply = {
		status: 'error',
		initialValue: { body: 'Teks saya', author: 'Warga' },
		error: { body: ['field.too-long'] },
	} as const
	const shown = { ...item, isOpen: true, model: { member: model.member } }
	const rejected = { reply: { ...reply, error: { body: [...reply.error.body] } }, reason: null }
	const html = render(<CommentPage assessment={shown} rejected={rejected} />, { locale: 'id' })
	expect(html).toContain('>Teks saya</textarea>')
	expect(html).toContain('value="Warga"')
	expect(html).toContain('action="/id/self-assessments/sa-1/comment"')
	expect(html).toContain('govuk-error-summary')
})
