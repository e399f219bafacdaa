import { expect, test } from 'vitest'
import type { z } from 'zod'
import {
	ChallengesAnswer,
	DoneAnswer,
	LevelAnswer,
	ReturnAnswer,
	SeenDraft,
	doneAnswer,
	evidenceAnswer,
} from '#app/domain/progress-update/schema.ts'

/** What is wrong with an input: `field: message key`. */
function faults(schema: z.ZodType, input: unknown): readonly string[] {
	const read = schema.safeParse(input)
	return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

const EvidenceAnswer = evidenceAnswer('2026-07-15')
const link = { version: 1, kind: 'REPORT', url: 'https://contoh.go.id/laporan', title: 'Laporan' }

test.each([
	['one of the four steps', LevelAnswer, { version: 0, level: 'COMPLETE' }, []],
	['that nothing happened', LevelAnswer, { version: 0, level: 'NIL' }, []],
	[
		'"no evidence" is a finding, not a claim',
		LevelAnswer,
		{ version: 0, level: 'NO_EVIDENCE' },
		['level: progress-update.level.required'],
	],
	['no answer', LevelAnswer, { version: 0 }, ['level: progress-update.level.required']],
	['a version below none', SeenDraft, { version: -1 }, ['version: form.version']],
	['one language', DoneAnswer, { version: 1, doneId: 'Selesai.' }, []],
	[
		'only blanks',
		DoneAnswer,
		{ version: 1, doneId: '  \n ', doneEn: ' ' },
		['doneId: progress-update.done.required'],
	],
	['2,000 characters, counted as people count', DoneAnswer, { version: 1, doneEn: '🗂'.repeat(2000) }, []],
	['one more', DoneAnswer, { version: 1, doneEn: '🗂'.repeat(2001) }, ['doneEn: field.too-long']],
	[
		'31 June',
		DoneAnswer,
		{ version: 1, doneEn: 'x', finishedOn: '2026-06-31' },
		['finishedOn: progress-update.date.no-such-day'],
	],
	[
		'an end before a start',
		doneAnswer({ today: '2026-07-15', plan: { startsOn: null, endsOn: null } }),
		{ version: 1, doneEn: 'x', startedOn: '2026-06-02', finishedOn: '2026-06-01' },
		['finishedOn: progress-update.date.END_BEFORE_START'],
	],
	[
		'a translation nobody offers',
		DoneAnswer,
		{ version: 1, doneEn: 'x', translation: 'FR_MACHINE' },
		['translation: progress-update.translation.unknown'],
	],
	['a challenge', ChallengesAnswer, { version: 1, challenges: ['FUNDING'] }, []],
	[
		'no challenge',
		ChallengesAnswer,
		{ version: 1, challenges: [] },
		['challenges: progress-update.challenges.required'],
	],
	[
		'another without a word',
		ChallengesAnswer,
		{ version: 1, challenges: ['OTHER'], challengeText: ' ' },
		['challengeText: progress-update.challenge-text.required'],
	],
	['a whole link', EvidenceAnswer, link, []],
	[
		'a link without what it shows',
		EvidenceAnswer,
		{ ...link, title: ' ' },
		['title: evidence.title.required'],
	],
	['a kind that is none', EvidenceAnswer, { ...link, kind: 'RUMOUR' }, ['kind: evidence.kind.required']],
	['a reason', ReturnAnswer, { version: 1, reason: 'Which portal?' }, []],
	['no reason', ReturnAnswer, { version: 1, reason: '\n' }, ['reason: progress-update.return.required']],
] as const)('%s', (_what, schema, input, expected) => {
	expect(faults(schema, input)).toEqual(expected)
})

test.each([
	['javascript:alert(1)'],
	['ftp://contoh.go.id/x'],
	['//contoh.go.id'],
	['contoh.go.id/laporan'],
	['https://localhost/x'],
	['https://officer:secret@contoh.go.id/x'],
	['data:text/html,x'],
	[`https://contoh.go.id/${'x'.repeat(2000)}`],
])('%s is no address of evidence', (url) => {
	expect(faults(EvidenceAnswer, { ...link, url })).toEqual(['url: evidence.url.web'])
})

test('a field that no page has is refused', () => {
	expect(LevelAnswer.safeParse({ version: 0, level: 'NIL', organizationId: 'other' }).success).toBe(false)
	expect(EvidenceAnswer.safeParse({ ...link, visibility: 'PROTECTED' }).success).toBe(false)
})

test('text is kept in one form: composed, without control characters, with one kind of line end', () => {
	expect(DoneAnswer.parse({ version: 1, doneId: ' Cafe\u0301\r\nbaris\u0007 dua\u0000 ' }).doneId).toBe(
		'Café\nbaris dua',
	)
})
