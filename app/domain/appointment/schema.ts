import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { FirstInvitation, Registration } from '#app/domain/invitation/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'
import { OFFICER_ROLES } from './rules.ts'

/** Who is invited as first point of contact, into an office that the member has here. */
export const FirstPocOfOffice = FirstInvitation.extend({
	office: z.string({ error: 'people.office.required' }).min(1, { error: 'people.office.required' }).max(128),
})
export type FirstPocOfOffice = z.infer<typeof FirstPocOfOffice>

/** The same where the member has no office here yet: it is registered in the same step. */
export const FirstPocAndOffice = Registration.pick({ nameEn: true, nameId: true, email: true, locale: true })
export type FirstPocAndOffice = z.infer<typeof FirstPocAndOffice>

/** A government institution of a member. */
export const NewInstitution = Registration.pick({ nameEn: true, nameId: true })
export type NewInstitution = z.infer<typeof NewInstitution>

/** Whom government invites, and to what. */
export const OfficerInvitation = FirstInvitation.extend({
	role: z.enum(OFFICER_ROLES, { error: 'cso.role.required' }),
})
export type OfficerInvitation = z.infer<typeof OfficerInvitation>

/** From which day on a role is not held any more: today or later. */
export function endAnswer(today: CalendarDay) {
	return z.strictObject({
		endsOn: typedDay().refine((day) => day >= today, { error: 'people.end.past' }),
	})
}
export type EndAnswer = z.infer<ReturnType<typeof endAnswer>>
