import { expect, test } from 'vitest'
import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { memberNames } from '#app/domain/member-name/rules.ts'
import { MemberNameRow } from '#app/domain/member-name/schema.ts'

const names = readMemberNames()
const line = (over: object = {}) =>
	MemberNameRow.parse({
		name: 'Ruritania',
		source: 's',
		country_code: 'RU',
		member_id: 'ruritania',
		name_en: 'Ruritania',
		name_id: 'Ruritania',
		time_zone: 'UTC',
		why_en: '',
		why_id: '',
		...over,
	})

test.each([
	['USA', 'united-states'],
	['United States', 'united-states'],
	['Slovak Republic', 'slovakia'],
	['Slovakia', 'slovakia'],
	['Macedonia', 'north-macedonia'],
	['North Macedonia', 'north-macedonia'],
	["Cote d'Ivoire", 'cote-divoire'],
	['CÔTE D’IVOIRE', 'cote-divoire'],
])('%s is the member %s', (name, id) => {
	expect(names.named(name)?.id).toBe(id)
})

test('a name that is not in the table stands for nobody', () => {
	expect(names.named('Atlantis')).toBeNull()
	expect(names.named('')).toBeNull()
})

test('every name that differs from ours says why, in both languages, and every member has both names', () => {
	for (const { name, member, why } of names.rows) {
		if (name !== member.nameEn) expect(why.en, name).not.toBeNull()
		expect(why.en === null, name).toBe(why.id === null)
	}
	expect(new Set(names.rows.map(({ member }) => member.id)).size).toBe(60)
})

test('a member that the table is the first to name says what sources call it otherwise', () => {
	expect(names.named('Kosovo')?.notes).toMatchObject([{ en: expect.stringContaining('“Other”') }])
	expect(names.named('Ghana')?.notes).toEqual([])
})

test('a table in which one name stands for two members is refused', () => {
	const twice = [line(), line({ member_id: 'borduria', name_en: 'Borduria' })]
	expect(() => memberNames(twice)).toThrow('stands for ruritania and for borduria')
})

test('a table that says two things of one member is refused', () => {
	expect(() => memberNames([line(), line({ name: 'Ruritanie', country_code: 'FR' })])).toThrow(
		'different things of ruritania',
	)
})
