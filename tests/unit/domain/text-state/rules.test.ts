import { describe, expect, test } from 'vitest'
import { statesAfter, textMark } from '#app/domain/text-state/rules.ts'
import type { PairStates, Translation } from '#app/domain/text-state/rules.ts'

type Case = {
	before: { en: string | null; id: string | null }
	after: { en: string | null; id: string | null }
	states?: PairStates
	translation?: Translation
}

const NONE: PairStates = { en: null, id: null }

function saved({ before, after, states = NONE, translation }: Case): PairStates {
	const opened = { en: textMark(before.en), id: textMark(before.id) }
	return statesAfter({ opened, after, states, translation: translation ?? null })
}

describe('a text in two languages', () => {
	const both = { en: 'Open.', id: 'Buka.' }
	const newId = { en: 'Open.', id: 'Buka sekarang.' }
	const newEn = { en: 'Open now.', id: 'Buka.' }
	test.each<[string, Case, PairStates]>([
		['written by people has no state', { before: { en: null, id: null }, after: both }, NONE],
		[
			'is a machine draft where the person says so',
			{ before: { en: null, id: null }, after: both, translation: 'EN_MACHINE' },
			{ en: 'MACHINE', id: null },
		],
		[
			'that gets its second language later has no state',
			{ before: { en: null, id: 'Buka.' }, after: both },
			NONE,
		],
		[
			'leaves the other language behind when one is changed',
			{ before: both, after: newId },
			{ en: 'STALE', id: null },
		],
		['does so in both directions', { before: both, after: newEn }, { en: null, id: 'STALE' }],
		['that is changed in both has no state', { before: both, after: { en: 'x', id: 'y' } }, NONE],
		[
			'that was checked is out of date once the other one changes, whatever the form still says',
			{ before: both, after: newId, states: { en: 'CHECKED', id: null }, translation: 'EN_CHECKED' },
			{ en: 'STALE', id: null },
		],
		[
			'stays out of date while nobody touches it',
			{ before: newId, after: newId, states: { en: 'STALE', id: null } },
			{ en: 'STALE', id: null },
		],
		[
			'catches up when it is rewritten, and leaves nothing behind',
			{ before: newId, after: { ...newId, en: 'Open now.' }, states: { en: 'STALE', id: null } },
			NONE,
		],
		[
			'catches up when a person says that they checked it',
			{ before: newId, after: newId, states: { en: 'STALE', id: null }, translation: 'EN_CHECKED' },
			{ en: 'CHECKED', id: null },
		],
		[
			'has no state in a language that was taken out',
			{ before: both, after: { en: null, id: 'Buka.' }, states: { en: 'MACHINE', id: null } },
			NONE,
		],
	])('%s', (_name, given, states) => {
		expect(saved(given)).toEqual(states)
	})
})

test('a text is known again by its mark, and no text has none', () => {
	expect(textMark('Buka.')).toBe(textMark('Buka.'))
	expect(textMark('Buka.')).not.toBe(textMark('Buka'))
	expect(textMark(null)).toBe('')
})
