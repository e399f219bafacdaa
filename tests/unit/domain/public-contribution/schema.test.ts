import { describe, expect, test } from 'vitest'
import { ContributionForm } from '#app/domain/public-contribution/schema.ts'
import { contributionNumber } from '#app/domain/public-contribution/view.ts'
import { aContribution } from '#tests/factories/consultation.ts'

const faultsOf = (over: Readonly<Record<string, unknown>>) =>
	(ContributionForm.safeParse({ ...aContribution(), ...over }).error?.issues ?? []).map(
		({ message }) => message,
	)

describe('a contribution', () => {
	test.each([
		['of nine characters', { text: 'a'.repeat(9) }, ['contribution.text.short']],
		['of ten', { text: 'a'.repeat(10) }, []],
		['of 5,000 pictures', { text: '\u{1F3D7}'.repeat(5000) }, []],
		['of 5,001', { text: '\u{1F3D7}'.repeat(5001) }, ['field.too-long']],
		[
			'with blanks around nine characters',
			{ text: `${' '.repeat(20)}${'a'.repeat(9)}` },
			['contribution.text.short'],
		],
		['without a text', { text: undefined }, ['contribution.text.required']],
		['with the trap filled in', { website: 'x' }, ['observation.website.filled']],
		['with a made-up ticket', { ticket: 'x' }, ['observation.ticket.unknown']],
		['of a sector that is none', { sector: 'ALIENS' }, ['field.choose']],
		['of a named group', { name: 'Kelompok tani', sector: 'COMMUNITY' }, []],
	])('%s', (_what, over, faults) => {
		expect(faultsOf(over)).toEqual(faults)
	})

	test('has nothing in it that turns the order of the page', () => {
		const text = 'Baca \u202e ini dari kiri'
		expect(ContributionForm.parse(aContribution({ text })).text).toBe('Baca  ini dari kiri')
	})

	test('has one number for one form, and another for another consultation or another word', () => {
		const form = aContribution()
		const number = contributionNumber('c1', form)
		expect(number).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
		expect(contributionNumber('c1', aContribution())).toBe(number)
		const others = [contributionNumber('c2', form), contributionNumber('c1', aContribution({ name: 'A' }))]
		expect(new Set([number, ...others]).size).toBe(3)
	})
})
