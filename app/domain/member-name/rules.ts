import type { MemberNote } from '#app/domain/member/view.ts'
import type { MemberNameRow, NamedMember } from './schema.ts'

/** Stands for the source of a name that none of the sources here uses, and that is understood all the same. */
export const OTHER_SPELLING = 'other spelling'

/** The table of members' names, ready to be asked. */
export type MemberNames = {
	readonly rows: readonly MemberNameRow[]
	/** The member a name stands for; null where the table does not have the name: nothing is guessed. */
	readonly named: (name: string) => NamedMember | null
}

/** What one name is compared by: letters without accents, small, without what stands between them. */
export function plainName(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
}

/**
 * The table made of its lines.
 *
 * Throws   where one name stands for two members, or two lines say different things of one member.
 */
export function memberNames(rows: readonly MemberNameRow[]): MemberNames {
	const byName = new Map<string, NamedMember>()
	const byId = new Map<string, MemberNameRow['member']>()
	for (const { name, member } of rows) {
		const same = byId.get(member.id)
		if (same && JSON.stringify(same) !== JSON.stringify(member))
			throw new Error(`two lines of the table of names say different things of ${member.id}`)
		byId.set(member.id, member)
		const before = byName.get(plainName(name))
		if (before && before.id !== member.id)
			throw new Error(`the name ${name} stands for ${before.id} and for ${member.id}`)
		byName.set(plainName(name), { ...member, notes: notesOf(member.id, rows) })
	}
	return { rows, named: (name) => byName.get(plainName(name)) ?? null }
}

/** What the table says of a member beside its names; spellings of which no source is known are left out. */
function notesOf(memberId: string, rows: readonly MemberNameRow[]): readonly MemberNote[] {
	return rows.flatMap(({ name, source, member, why }) =>
		member.id !== memberId || source === OTHER_SPELLING || why.en === null || why.id === null
			? []
			: [{ en: `“${name}”: ${why.en}`, id: `“${name}”: ${why.id}`, source }],
	)
}
