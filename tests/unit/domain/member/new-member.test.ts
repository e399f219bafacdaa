import { expect, test } from 'vitest'
import { isTimeZone } from '#app/domain/calendar.ts'
import { memberIdFrom } from '#app/domain/member/rules.ts'
import { newMember } from '#app/domain/member/schema.ts'

const GIVEN = {
	level: 'LOCAL',
	participationMode: 'OGP_LOCAL_MEMBER',
	nameEn: 'Example City',
	nameId: 'Kota Contoh',
	countryCode: 'id',
	timeZone: 'Asia/Jakarta',
	source: 'https://example.org/members',
}
const faultsOf = (answer: object) =>
	newMember('2026-07-15')
		.safeParse(answer)
		.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('a member is taken with its country in capital letters', () => {
	expect(newMember('2026-07-15').parse(GIVEN)).toMatchObject({ countryCode: 'ID' })
})

test.each([
	[
		'a place of no known time zone',
		{ timeZone: 'Asia/Atlantis' },
		['timeZone: member-new.time-zone.required'],
	],
	['a country with a name', { countryCode: 'Indonesia' }, ['countryCode: member-new.country.required']],
	['a year before OGP', { joinedYear: '2010' }, ['joinedYear: member-new.year.wrong']],
	['a year that lies ahead', { joinedYear: '2027' }, ['joinedYear: member-new.year.wrong']],
	['an address with blanks', { slug: 'kota contoh' }, ['slug: member-new.slug.wrong']],
	[
		'a place that takes part in no way',
		{ participationMode: undefined },
		['participationMode: member-new.participation.required'],
	],
	['a country, which has no way of taking part', { level: 'NATIONAL', participationMode: undefined }, []],
	['this year', { joinedYear: '2026' }, []],
])('of %s it is said what is wrong', (_what, given, faults) => {
	expect(faultsOf({ ...GIVEN, ...given })).toEqual(faults)
})

test.each([
	['Kota Contoh', 'kota-contoh'],
	['São Paulo', 'sao-paulo'],
	['  D.I. Yogyakarta ', 'd-i-yogyakarta'],
	['東京', ''],
])('%s has the address %j', (name, id) => {
	expect(memberIdFrom(name)).toBe(id)
})

test.each([
	['Asia/Jakarta', true],
	['America/Argentina/Buenos_Aires', true],
	['UTC', true],
	['+07:00', false],
	['Asia', false],
	['Asia/Nowhere', false],
	['../etc', false],
])('%s is a time zone that deadlines can be told in: %s', (text, isOne) => {
	expect(isTimeZone(text)).toBe(isOne)
})
