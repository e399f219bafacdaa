import { z } from 'zod'
import type { MemberNote } from '#app/domain/member/view.ts'
import { Key } from '#app/domain/action-plan/schema.ts'

const word = z.string().trim().min(1)
const reason = z
	.string()
	.trim()
	.transform((text) => (text === '' ? null : text))

/** A line of the table of members' names: what one source calls a member, and who that is here. */
export const MemberNameRow = z
	.strictObject({
		/** The name as the source writes it. */
		name: word,
		/** The data set that writes it so. */
		source: word,
		/** ISO 3166-1 alpha-2; XK, a code for private use, where ISO has none. */
		country_code: z.string().regex(/^[A-Z]{2}$/),
		member_id: Key,
		name_en: word,
		name_id: word,
		/** IANA; of the capital. */
		time_zone: word,
		why_en: reason,
		why_id: reason,
	})
	.transform(({ name, source, time_zone, why_en, why_id, ...row }) => ({
		name,
		source,
		member: {
			id: row.member_id,
			countryCode: row.country_code,
			nameEn: row.name_en,
			nameId: row.name_id,
			timeZone: time_zone,
		},
		/** Why this name stands for this member; null where both are the same. */
		why: { en: why_en, id: why_id },
	}))
export type MemberNameRow = z.infer<typeof MemberNameRow>

/** Who a name stands for, with what sources call that member otherwise and why. */
export type NamedMember = MemberNameRow['member'] & { readonly notes: readonly MemberNote[] }
