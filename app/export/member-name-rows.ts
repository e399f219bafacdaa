import type { MemberNameRow } from '#app/domain/member-name/schema.ts'

/** The table of members' names as rows of text, the names of the columns first. */
export function memberNameRows(rows: readonly MemberNameRow[]): readonly (readonly string[])[] {
	return [
		['name', 'source', 'country_code', 'member_id', 'name_en', 'name_id', 'why_en', 'why_id'],
		...rows.map(({ name, source, member, why }) => [
			name,
			source,
			member.countryCode,
			member.id,
			member.nameEn,
			member.nameId,
			why.en ?? '',
			why.id ?? '',
		]),
	]
}
