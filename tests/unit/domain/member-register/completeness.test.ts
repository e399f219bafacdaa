import { expect, test } from 'vitest'
import { completePeriods, isComplete, longestComplete } from '#app/domain/member-register/rules.ts'
import { aCompleteRegister, aRegister } from '#tests/factories/member-registers.ts'

const registers = aRegister([
	aCompleteRegister('SHARING', '2026-01-01', '2026-06-30'),
	aCompleteRegister('SHARING', '2025-01-01', '2025-03-31'),
	aCompleteRegister('SHARING', '2026-07-01', '2026-12-31'),
	aCompleteRegister('SHARING', '2026-02-01', '2026-03-01'),
	aCompleteRegister('DECLARATION', '2020-01-01'),
])

test('periods that touch or overlap are one, whatever their order', () => {
	expect(completePeriods(registers, 'SHARING')).toEqual([
		{ from: '2025-01-01', to: '2025-03-31' },
		{ from: '2026-01-01', to: '2026-12-31' },
	])
})

test.each([
	['2026-06-01', '2026-07-31', true],
	['2025-03-31', '2026-01-01', false],
	['2025-12-31', '2026-01-01', false],
	[null, '2026-07-31', false],
])('from %s to %s the register is complete: %s', (from, to, expected) => {
	expect(isComplete(registers, 'SHARING', { from, to })).toBe(expected)
})

test('a register that is declared without an end goes on being complete, and says nothing of others', () => {
	expect(isComplete(registers, 'DECLARATION', { from: '2020-01-01', to: '2040-01-01' })).toBe(true)
	expect(isComplete(registers, 'COCREATION', { from: '2020-01-01', to: '2020-01-02' })).toBe(false)
})

test('the longest complete stretch of a time is what is known of it', () => {
	expect(longestComplete(registers, 'SHARING', { from: '2025-03-01', to: '2026-01-11' })).toBe(30)
	expect(longestComplete(registers, 'SHARING', { from: '2027-01-01', to: '2027-06-01' })).toBe(0)
})
