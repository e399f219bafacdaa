import { describe, expect, test } from 'vitest'
import { reasonNotToContribute, windowState } from '#app/domain/consultation/rules.ts'

const JULY = { opensOn: '2026-07-01', closesOn: '2026-07-31' }

describe('a consultation of July', () => {
	test.each([
		['2026-06-30', 'AHEAD'],
		['2026-07-01', 'OPEN'],
		['2026-07-31', 'OPEN'],
		['2026-08-01', 'CLOSED'],
	] as const)('on %s is %s', (today, state) => {
		expect(windowState(JULY, today)).toBe(state)
	})

	test.each([
		['2026-06-30', {}, 'consultation_ahead'],
		['2026-07-01', {}, null],
		['2026-07-31', {}, null],
		['2026-08-01', {}, 'consultation_closed'],
		['2026-07-15', { takesForms: false }, 'consultation_elsewhere'],
		['2026-08-01', { takesForms: false }, 'consultation_closed'],
		['2026-07-15', { isRetracted: true }, 'consultation_closed'],
	] as const)('on %s with %o answers a form with %s', (today, over, reason) => {
		const consultation = { ...JULY, takesForms: true, isRetracted: false, ...over }
		expect(reasonNotToContribute(consultation, today)).toBe(reason)
	})
})
