import { z } from 'zod'
import { isTimeZone } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { Registration } from '#app/domain/invitation/schema.ts'
import { FIRST_YEAR, LOCAL_TYPES, MEMBER_LEVELS, PARTICIPATION_MODES } from './rules.ts'

/** Longest source of what is known of a member. Unit: Unicode code points. Source: our own. */
export const SOURCE_MAX_CHARACTERS = 300

const countryCode = z
	.string({ error: 'member-new.country.required' })
	.trim()
	.toUpperCase()
	.regex(/^[A-Z]{2}$/, { error: 'member-new.country.required' })
const timeZone = z
	.string({ error: 'member-new.time-zone.required' })
	.trim()
	.refine(isTimeZone, { error: 'member-new.time-zone.required' })
const source = z
	.string({ error: 'member-new.source.required' })
	.pipe(typedText(SOURCE_MAX_CHARACTERS))
	.refine((text) => text !== '', { error: 'member-new.source.required' })
const slug = z
	.string()
	.trim()
	.max(60, { error: 'member-new.slug.wrong' })
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'member-new.slug.wrong' })

/** A member that is not here yet. A national one has neither a kind of place nor a way of taking part. */
export function newMember(today: CalendarDay) {
	return z
		.strictObject({
			level: z.enum(MEMBER_LEVELS, { error: 'member-new.level.required' }),
			localType: z.enum(LOCAL_TYPES, { error: 'form.invalid' }).optional(),
			participationMode: z.enum(PARTICIPATION_MODES, { error: 'form.invalid' }).optional(),
			...Registration.pick({ nameEn: true, nameId: true }).shape,
			countryCode,
			timeZone,
			joinedYear: z
				.string()
				.trim()
				.regex(/^\d{4}$/, { error: 'member-new.year.wrong' })
				.transform(Number)
				.refine((year) => year >= FIRST_YEAR && year <= Number(today.slice(0, 4)), {
					error: 'member-new.year.wrong',
				})
				.optional(),
			/** Absent: made from the English name. */
			slug: slug.optional(),
			source,
		})
		.refine(({ level, participationMode }) => level === 'NATIONAL' || participationMode !== undefined, {
			error: 'member-new.participation.required',
			path: ['participationMode'],
		})
}
export type NewMember = z.infer<ReturnType<typeof newMember>>
