import { expect, test } from 'vitest'
import { ENTERED_INDICATORS, IRM_WORDS, SCALES, isOnScale, scaleEra } from '#app/domain/irm-coding/rules.ts'
import { codingAnswer } from '#app/domain/irm-coding/schema.ts'
import { codingValue } from '#app/import/coding-value.ts'

test.each([
	['DIOG', 'OLDER'],
	['POTENTIAL_IMPACT', 'OLDER'],
	['POTENTIAL_FOR_RESULTS', 'NEWER'],
	['COMPLETION_END', null],
] as const)('the scale of %s is %s', (indicator, era) => {
	expect(scaleEra(indicator)).toBe(era)
})

test('a word entered here is read back as the same value by an import', () => {
	for (const indicator of ENTERED_INDICATORS)
		for (const value of SCALES[indicator])
			expect([indicator, codingValue(indicator, IRM_WORDS[value])]).toEqual([indicator, value])
})

test('a value of the older impact scale is not on the newer one', () => {
	expect(isOnScale('POTENTIAL_FOR_RESULTS', 'TRANSFORMATIVE')).toBe(false)
	expect(isOnScale('POTENTIAL_IMPACT', 'TRANSFORMATIVE')).toBe(true)
})

const good = {
	value: 'MODEST',
	product: 'IRM results report',
	codedOn: '2023-05',
	sourceUrl: 'https://www.opengovpartnership.org/report',
	version: 0,
}
const faults = (over: object) =>
	codingAnswer('POTENTIAL_FOR_RESULTS')
		.safeParse({ ...good, ...over })
		.error?.issues.map(({ message }) => message)

test('a whole answer is taken', () => {
	expect(faults({})).toBeUndefined()
})

test.each([
	[{ value: 'TRANSFORMATIVE' }, 'irm-coding.value.required'],
	[{ product: ' ' }, 'irm-coding.product.required'],
	[{ codedOn: '' }, 'irm-coding.on.required'],
	[{ codedOn: '2023-13' }, 'irm-coding.on.unreadable'],
	[{ codedOn: '2010' }, 'irm-coding.on.too-early'],
	[{ sourceUrl: 'report' }, 'irm-coding.source.unreadable'],
])('%j is told what is wrong: %s', (over, key) => {
	expect(faults(over)).toEqual([key])
})

test.each(['-1', '12.5', '10001', 'many'])('%s is no figure for a plan', (figure) => {
	const found = codingAnswer('PLAN_TOTAL').safeParse({ ...good, value: 'COMMITMENTS', figure })
	expect(found.error?.issues[0]?.message).toBe('irm-coding.figure.required')
})
