import { describe, expect, test } from 'vitest'
import { COMMENT_MAX_CHARACTERS } from '#app/domain/assessment-comment/rules.ts'
import { CommentAnswer, CommentForm } from '#app/domain/assessment-comment/schema.ts'
import { openAnswer } from '#app/domain/self-assessment/schema.ts'
import { parseForm } from '#app/http/parse-form.server.ts'

function sent(fields: Record<string, string>): Request {
	return new Request('http://localhost/id/self-assessments/x/comment', {
		method: 'POST',
		body: new URLSearchParams(fields),
	})
}

describe('a comment', () => {
	test.each([
		['markup as the text that it is', '<b onclick=x>tebal</b>', '<b onclick=x>tebal</b>'],
		['Arabic from right to left', '\u0645\u0631\u062d\u0628\u0627', '\u0645\u0631\u062d\u0628\u0627'],
		['without signs that turn the order of what follows', 'a\u202eb\u2066c', 'abc'],
		['as many characters as people count', '🗂'.repeat(COMMENT_MAX_CHARACTERS), undefined],
	])('is taken %s', async (_what, body, kept) => {
		const form = await parseForm(sent({ body }), CommentForm)
		expect(form).toMatchObject({ ok: true, value: { body: kept ?? body } })
	})

	test.each([
		['nothing', '', 'assessment-comment.body.required'],
		['blanks', ' \n ', 'assessment-comment.body.required'],
		['100 kB', 'x'.repeat(100_000), 'field.too-long'],
	])('of %s is refused in words', async (_what, body, key) => {
		const form = await parseForm(sent({ body }), CommentForm)
		expect(form).toMatchObject({ ok: false, reply: { error: { body: [key] } } })
	})

	test('with a NUL byte is no form of this site', async () => {
		await expect(parseForm(sent({ body: 'a\0b' }), CommentForm)).rejects.toMatchObject({ status: 400 })
	})

	test('is signed on one line, by whoever wants to', async () => {
		const form = await parseForm(
			sent({ body: 'x', author: 'Warga\n\n\u202e desa', organization: '' }),
			CommentForm,
		)
		expect(form).toEqual({ ok: true, value: { body: 'x', author: 'Warga desa' } })
	})
})

test.each([
	['without a reason', { version: 1, disposition: 'ACCEPTED' }, false],
	['without what became of it', { version: 1, answerId: 'Ya.' }, false],
	['with a reason in one language', { version: 1, disposition: 'OUT_OF_SCOPE', answerId: 'Ya.' }, true],
	['with another code', { version: 1, disposition: 'MAYBE', answerId: 'Ya.' }, false],
])('an answer %s is taken: %s', (_what, answer, isTaken) => {
	expect(CommentAnswer.safeParse(answer).success).toBe(isTaken)
})

test.each([
	[13, false, 'the rule set asks for 14'],
	[14, true, 'it is the shortest'],
	[90, true, 'it is the longest'],
	[91, false, 'it is too long'],
	[14.5, false, 'days are whole'],
])('a window of %s days is taken: %s, because %s', (days, isTaken) => {
	expect(openAnswer(14).safeParse({ version: 1, days }).success).toBe(isTaken)
})
