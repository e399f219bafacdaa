import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Member } from '#prisma/generated/client.ts'

export type MemberNote = { readonly en: string; readonly id: string; readonly source: string }

/** A member of OGP, national or local. */
export type MemberView = {
	readonly id: string
	readonly level: 'NATIONAL' | 'LOCAL'
	readonly localType: 'PROVINCE' | 'REGENCY' | 'CITY' | 'CONSORTIUM' | null
	readonly countryCode: string
	readonly name: Bilingual
	readonly timeZone: string
	readonly participationMode: 'OGP_LOCAL_MEMBER' | 'SUBNATIONAL_IN_NATIONAL_PLAN' | 'OBSERVER' | null
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
		level: z.enum(['NATIONAL', 'LOCAL']).parse(row.level),
		localType: z.enum(['PROVINCE', 'REGENCY', 'CITY', 'CONSORTIUM']).nullable().parse(row.localType),
		countryCode: row.countryCode,
		name: { en: row.nameEn, id: row.nameId },
		timeZone: row.timeZone,
		participationMode: z
			.enum(['OGP_LOCAL_MEMBER', 'SUBNATIONAL_IN_NATIONAL_PLAN', 'OBSERVER'])
			.nullable()
			.parse(row.participationMode),
		joinedYear: row.joinedYear,
		isDemonstration: row.isDemonstration,
		notes: Notes.parse(row.notes),
		source: row.source,
	}
}
