import { expect, test } from 'vitest'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual, TextIn } from '#app/domain/bilingual.ts'

const both = { en: 'Open budgets', id: 'Anggaran terbuka' }

const cases: readonly (readonly ['en' | 'id', Bilingual, TextIn | null, string])[] = [
	['en', both, { text: 'Open budgets', locale: 'en' }, 'each reader gets their own language'],
	['id', both, { text: 'Anggaran terbuka', locale: 'id' }, 'each reader gets their own language'],
	[
		'id',
		{ en: 'Open budgets', id: null },
		{ text: 'Open budgets', locale: 'en' },
		'the other language is better than none, and is named',
	],
	[
		'en',
		{ en: null, id: 'Anggaran terbuka' },
		{ text: 'Anggaran terbuka', locale: 'id' },
		'the other language is better than none, and is named',
	],
	[
		'en',
		{ en: '', id: 'Anggaran terbuka' },
		{ text: 'Anggaran terbuka', locale: 'id' },
		'an empty text is no text',
	],
	['en', { en: null, id: null }, null, 'where there is none, nothing is made up'],
	['id', { en: '', id: '' }, null, 'where there is none, nothing is made up'],
]

test.each(cases)('in %s, of %j: %j, because %s', (locale, text, shown) => {
	expect(textIn(text, locale)).toEqual(shown)
})
