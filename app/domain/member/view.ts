import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Member } from '#prisma/generated/client.ts'
import { LOCAL_TYPES, MEMBER_LEVELS, PARTICIPATION_MODES } from './rules.ts'
import type { LocalType, MemberLevel, ParticipationMode } from './rules.ts'

export type MemberNote = { readonly en: string; readonly id: string; readonly source: string }

/** A member of OGP, national or local. */
export type MemberView = {
	readonly id: string
	readonly level: MemberLevel
	readonly localType: LocalType | null
	readonly countryCode: string
	readonly name: Bilingual
	readonly timeZone: string
	readonly participationMode: ParticipationMode | null
	readonly joinedYear: number | null
	readonly isDemonstration: boolean
	readonly notes: readonly MemberNote[]
	readonly source: string
}

const Notes = z.array(z.object({ en: z.string(), id: z.string(), source: z.string() }))

/** A member as the public sees it. */
export function memberView(row: Member): MemberView {
	return {
		id: row.id,
		level: z.enum(MEMBER_LEVELS).parse(row.level),
		localType: z.enum(LOCAL_TYPES).nullable().parse(row.localType),
		countryCode: row.countryCode,
		name: { en: row.nameEn, id: row.nameId },
		timeZone: row.timeZone,
		participationMode: z.enum(PARTICIPATION_MODES).nullable().parse(row.participationMode),
		joinedYear: row.joinedYear,
		isDemonstration: row.isDemonstration,
		notes: Notes.parse(row.notes),
		source: row.source,
	}
}
