import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Member } from '#prisma/generated/client.ts'
import type { MemberNameRow, NamedMember } from './schema.ts'

/** A national member that a published table is the first to name. */
export function memberRow(member: NamedMember, source: string, at: Date): Member {
	const { notes, ...named } = member
	return {
		...named,
		level: 'NATIONAL',
		localType: null,
		participationMode: null,
		joinedYear: null,
		isDemonstration: false,
		notes: [...notes],
		source,
		createdAt: at,
	}
}

/** A member with all that sources call it. */
export type NamedMemberView = {
	readonly id: string
	readonly countryCode: string
	readonly name: Bilingual
	/** Whether the member has a page here. */
	readonly isHere: boolean
	readonly names: readonly {
		readonly name: string
		readonly sources: readonly string[]
		/** Why the name stands for this member; null where it is the member's own. */
		readonly reason: Bilingual | null
	}[]
}

/** The table by member, in its order; the id is that of the member's page where there is one. */
export function namedMembers(
	rows: readonly MemberNameRow[],
	stored: readonly Pick<Member, 'id' | 'level' | 'countryCode'>[],
): readonly NamedMemberView[] {
	const members = new Map(rows.map(({ member }) => [member.id, member]))
	return [...members.values()].map(({ id, countryCode, nameEn, nameId }) => {
		const own = rows.filter(({ member }) => member.id === id)
		const here =
			stored.find((one) => one.id === id) ??
			stored.find((one) => one.level === 'NATIONAL' && one.countryCode === countryCode)
		return {
			id: here?.id ?? id,
			countryCode,
			name: { en: nameEn, id: nameId },
			isHere: here !== undefined,
			names: [...new Set(own.map(({ name }) => name))].map((name) => {
				const said = own.filter((row) => row.name === name)
				return {
					name,
					sources: said.map(({ source }) => source),
					reason: said.find(({ why }) => why.en !== null)?.why ?? null,
				}
			}),
		}
	})
}
