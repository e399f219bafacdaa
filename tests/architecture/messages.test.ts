import { expect, test } from 'vitest'
import en from '#app/i18n/messages/en.json' with { type: 'json' }
import id from '#app/i18n/messages/id.json' with { type: 'json' }

type Catalogue = Readonly<Record<string, string>>
const keys = Object.keys(en)

function placeholdersOf(catalogue: Catalogue, key: string): readonly string[] {
	return [
		...new Set([...(catalogue[key] ?? '').matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1] ?? '')),
	].sort()
}

test('both languages have the same keys', () => {
	expect(Object.keys(id).sort()).toEqual(keys.toSorted())
})

test.each([
	['English', en],
	['Indonesian', id],
])('no sentence is empty, padded or has a broken placeholder in %s', (_language, catalogue) => {
	const broken = Object.entries(catalogue).filter(
		([, text]) => text.trim() !== text || !text || /\{\{|\}\}/.test(text.replace(/\{\{-?\s*\w+\s*\}\}/g, '')),
	)
	expect(broken).toEqual([])
})

test('the same values go into a sentence in both languages', () => {
	const sentences = keys.filter((key) => !key.endsWith('_one'))
	expect(
		sentences.filter((key) => String(placeholdersOf(en, key)) !== String(placeholdersOf(id, key))),
	).toEqual([])
})

test('a sentence for one uses no value that the sentence for many lacks', () => {
	const unequal = keys
		.filter((key) => key.endsWith('_one'))
		.filter(
			(key) =>
				!placeholdersOf(en, key).every((name) =>
					placeholdersOf(en, key.replace(/_one$/, '_other')).includes(name),
				),
		)
	expect(unequal).toEqual([])
})

test('a count has all forms of the language, and nothing else has forms', () => {
	const stems = keys.filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_[a-z]+$/, ''))
	const incomplete = [...new Set(stems)].filter((stem) => {
		const forms = keys.filter((key) => key.startsWith(`${stem}_`)).map((key) => key.slice(stem.length + 1))
		return String(forms.sort()) !== 'one,other' || keys.includes(stem)
	})
	expect(incomplete).toEqual([])
})

test('a key says room, thing and state', () => {
	expect(keys.filter((key) => !/^[a-z][a-z0-9-]*(\.[A-Za-z0-9_-]+)+$/.test(key))).toEqual([])
})
