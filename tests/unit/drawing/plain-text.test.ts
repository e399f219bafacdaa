import { expect, test } from 'vitest'
import { plainText } from '#app/drawing/plain-text.ts'

test('equal content is equal text, whoever made it', () => {
	const made = (title: string) => plainText({ title, none: null, by: new Map([['k', { title }]]) })
	expect(made(['a', 'b'].join(''))).toBe(made('ab'))
	expect(made('ab')).not.toBe(made('abc'))
})

test.each([
	['another entry', new Map([['k1', '2']])],
	['another key', new Map([['k2', '1']])],
	['no entry', new Map()],
	['a list of the same', [['k1', '1']]],
])('a map differs from one with %s', (_what, other) => {
	expect(plainText({ by: new Map([['k1', '1']]) })).not.toBe(plainText({ by: other }))
})
