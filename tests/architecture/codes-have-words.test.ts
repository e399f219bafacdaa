import { expect, test } from 'vitest'
import en from '#app/i18n/messages/en.json' with { type: 'json' }
import { CODE_LISTS } from './code-lists.ts'

test.each(CODE_LISTS)('every code of the list “%s” has words', (family, codes) => {
	expect(codes.filter((code) => !(`${family}.${code}` in en))).toEqual([])
})
