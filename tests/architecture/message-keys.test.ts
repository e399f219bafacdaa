import { expect, test } from 'vitest'
import en from '#app/i18n/messages/en.json' with { type: 'json' }
import { CODE_LISTS } from './code-lists.ts'
import { keysIn } from './said-keys.ts'
import { sourcesIn, textOf } from './source-files.ts'

/** A count is asked for by its stem: `plan.commitments` stands for `plan.commitments_one` and `_other`. */
const stems = new Set(Object.keys(en).map((key) => key.replace(/_(one|other)$/, '')))
const sources = sourcesIn('app', 'reports', 'prisma', 'server.ts').map((path) => ({
	path,
	...keysIn(path, textOf(path)),
}))

test('every sentence that is said has words', () => {
	const unknown = sources.flatMap(({ path, said }) =>
		said.filter((key) => !stems.has(key)).map((key) => `${path}: ${key}`),
	)
	expect(unknown, 'add it to app/i18n/messages in both languages').toEqual([])
})

test('every family of sentences that is said has words', () => {
	const unknown = sources.flatMap(({ path, saidPatterns }) =>
		saidPatterns
			.filter((pattern) => ![...stems].some((key) => pattern.test(key)))
			.map((pattern) => `${path}: ${pattern.source}`),
	)
	expect(unknown).toEqual([])
})

test('every sentence is used somewhere', () => {
	const codes = CODE_LISTS.flatMap(([family, list]) => list.map((code) => `${family}.${code}`))
	const texts = [...new Set([...codes, ...sources.flatMap((source) => source.texts)])]
	const patterns = sources.flatMap((source) => source.patterns)
	const endings = sources.flatMap((source) => source.endings)
	const isUsed = (key: string) =>
		texts.includes(key) ||
		patterns.some((pattern) => pattern.test(key)) ||
		texts.some(
			(stem) =>
				stem.includes('.') && key.startsWith(stem) && endings.some((end) => end.test(key.slice(stem.length))),
		)
	expect(
		[...stems].filter((key) => !isUsed(key)),
		'delete it from app/i18n/messages in both languages',
	).toEqual([])
})
