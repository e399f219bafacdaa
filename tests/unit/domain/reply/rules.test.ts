import { expect, test } from 'vitest'
import { isLate, reasonNotToReply, saysSomething } from '#app/domain/reply/rules.ts'
import { ReplyAnswer } from '#app/domain/reply/schema.ts'
import { aDecision, aThread } from '#tests/factories/finding-thread.ts'

test.each([
	['2026-07-31', false, 'the last day is in time'],
	['2026-08-01', true, 'the day after is late'],
])('on %s a reply is late: %s, because %s', (today, late) => {
	expect(isLate('2026-07-31', today)).toBe(late)
})

test.each([
	['an adverse finding', aThread(), null],
	['one that is not adverse', aThread({ dueOn: null }), 'finding_not_adverse'],
	['one that was maintained', aThread({ decisions: [aDecision()] }), null],
	[
		'one that its author withdrew',
		aThread({ decisions: [aDecision({ decision: 'WITHDRAWN' })] }),
		'finding_withdrawn',
	],
] as const)('replying to %s', (_which, thread, reason) => {
	expect(reasonNotToReply(thread)).toBe(reason)
})

test.each([
	['nothing', null, null, false],
	['blanks', '  ', null, false],
	['one language', null, 'Ya.', true],
])('a reply of %s says something', (_what, en, id, says) => {
	expect(saysSomething({ en, id })).toBe(says)
})

test('a form without a text is refused at the field for it', () => {
	const form = { version: 0, findingVersion: 1, after: 0, textId: ' ', textEn: '' }
	expect(ReplyAnswer.safeParse(form).error?.issues).toMatchObject([
		{ path: ['textId'], message: 'reply.text.required' },
	])
})
