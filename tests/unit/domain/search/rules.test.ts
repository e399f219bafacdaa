import { expect, test } from 'vitest'
import { partsOf } from '#app/domain/search/rules.ts'
import { onlyMarked } from '#app/domain/search/view.ts'

const plain = (text: string) => ({ text, isMatch: false })
const match = (text: string) => ({ text, isMatch: true })

test.each([
	['Open \u0002contract\u0003 data', [plain('Open '), match('contract'), plain(' data')]],
	['\u0002Open\u0003 \u0002data\u0003', [match('Open'), plain(' '), match('data')]],
	['nothing', [plain('nothing')]],
	['', []],
	['broken \u0002off', [plain('broken '), match('off')]],
	['end\u0003 alone', [plain('end alone')]],
])('%j is %j', (marked, parts) => {
	expect(partsOf(marked)).toEqual(parts)
})

test('a passage without anything marked is no passage', () => {
	expect(onlyMarked({ en: 'nothing here', id: 'ada \u0002sini\u0003' })).toEqual({
		en: null,
		id: 'ada \u0002sini\u0003',
	})
})
