import { expect, test } from 'vitest'
import { CommitmentImport } from '#app/domain/action-plan/schema.ts'
import { saysTheSame, statusFrom, sureMatch, titleKey } from '#app/domain/coding-import/rules.ts'
import type { CodedRow } from '#app/domain/coding-import/schema.ts'

test.each([
	['2.1 Land Affairs Transparency', 'Land affairs transparency'],
	['Commitment N° 1: Strengthening law', 'Strengthening Law'],
	['6a. Advocate for legislation', 'Advocate for legislation'],
	['Perfeccionamiento de la información', 'Perfeccionamiento de la informacion'],
])('%s is the same title as %s', (one, other) => {
	expect(titleKey(one)).toBe(titleKey(other))
})

test('a title that is only a number stays what it is', () => {
	expect(titleKey('2016')).toBe('2016')
})

const row = (over: Partial<CommitmentImport> = {}): CodedRow => ({
	rowId: 'G1',
	rowKey: 'g1',
	source: 'second',
	member: { id: 'm', countryCode: 'AQ', nameEn: 'M', nameId: 'M', timeZone: 'UTC', notes: [] },
	notes: [],
	memberName: 'M',
	planNumber: '1',
	planKey: '1',
	submittedOn: null,
	planEndsOn: null,
	commitment: {
		...CommitmentImport.parse({ key: '1', number: '1', titleEn: 'Open data', source: 'second' }),
		...over,
	},
})
const place = (over: object = {}) => ({
	ogpId: null,
	number: '1',
	titleKey: 'open data',
	rows: new Map<string, string>(),
	...over,
})

test('the same title under the same number is the same commitment', () => {
	const same = place()
	expect(sureMatch(row(), [place({ titleKey: 'another' }), same])).toBe(same)
})

test('the same number under another title is no match', () => {
	expect(sureMatch(row(), [place({ titleKey: 'another' })])).toBeNull()
})

test('one of two commitments with the same title is only sure by its number', () => {
	const second = place({ number: '1' })
	expect(sureMatch(row(), [place({ number: '2' }), second])).toBe(second)
	expect(sureMatch(row({ number: '3' }), [place({ number: '2' }), second])).toBeNull()
})

test("OGP's id goes before title and number", () => {
	const byId = place({ ogpId: 'AL0001', titleKey: 'renamed', number: '9' })
	expect(sureMatch(row({ ogpId: 'AL0001' }), [place(), byId])).toBe(byId)
})

test('two rows of one source are never the same commitment', () => {
	expect(sureMatch(row(), [place({ rows: new Map([['second', 'G0']]) })])).toBeNull()
})

test('a row finds the commitment that was made from it', () => {
	const own = place({ rows: new Map([['second', 'G1']]), titleKey: 'renamed since' })
	expect(sureMatch(row(), [place(), own])).toBe(own)
})

test.each([
	['b. Limited', 'LIMITED', 'Limited', 'LIMITED', true],
	['b. None', null, 'Did Not Change', 'DID_NOT_CHANGE', false],
	['Unclear', null, 'unclear', null, true],
	['Limited', 'LIMITED', 'Complete', 'COMPLETE', false],
])('%s (%s) and %s (%s) say the same: %s', (word, value, other, otherValue, expected) => {
	const indicator = 'DIOG'
	const first = { indicator, value, valueAsPublished: word }
	expect(saysTheSame(first, { indicator, value: otherValue, valueAsPublished: other })).toBe(expected)
})

test.each([
	['2012', null, 'ENDED'],
	['2022', null, 'IN_IMPLEMENTATION'],
	['2023', '2025', 'ENDED'],
	['2024', '2028', 'IN_IMPLEMENTATION'],
	[null, null, 'SUBMITTED'],
])('a plan of %s that ends %s is %s at the end of 2026', (submitted, ends, status) => {
	expect(statusFrom(submitted, ends, '2026-11-22')).toBe(status)
})
