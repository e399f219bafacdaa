import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import {
	inEitherLanguage,
	oneOf,
	optionalDay,
	optionalLongText,
	optionalText,
	optionalUrl,
	partialDay,
	requiredDay,
	shortText,
	someOf,
	yesOrNo,
} from '#app/domain/typed-values.ts'
import { DECLARATION_ITEMS, ENDORSEMENT_KINDS, MEMBERSHIP_STATUSES } from './rules.ts'

/** An endorsement of the Declaration, with who signed it. It cannot be signed later than today. */
export function endorsementSaid(today: CalendarDay) {
	return z
		.strictObject({
			endorsementKind: oneOf(ENDORSEMENT_KINDS),
			signedOn: partialDay().refine((day) => day <= today, { error: 'endorsement.signed-on.future' }),
			signatoryName: shortText(),
			signatoryRoleId: optionalText,
			signatoryRoleEn: optionalText,
			isHeadOrDelegate: yesOrNo(),
			isPublic: yesOrNo(),
			isReaffirmation: yesOrNo(),
			url: optionalUrl,
		})
		.superRefine(inEitherLanguage('signatoryRole'))
}
export type EndorsementSaid = z.output<ReturnType<typeof endorsementSaid>>

/** A government of the member, from when to when. */
export const AdministrationSaid = z
	.strictObject({
		titleId: optionalText,
		titleEn: optionalText,
		headName: shortText(),
		startsOn: partialDay(),
		endsOn: partialDay().optional(),
	})
	.superRefine(inEitherLanguage('title'))
	.refine((said) => said.endsOn === undefined || said.startsOn <= said.endsOn, {
		path: ['endsOn'],
		error: 'day.end-before-start',
	})
export type AdministrationSaid = z.output<typeof AdministrationSaid>

/** Since when a member has which standing in OGP. */
export function membershipSaid(today: CalendarDay) {
	return z.strictObject({
		status: oneOf(MEMBERSHIP_STATUSES),
		sinceOn: partialDay().refine((day) => day <= today, { error: 'membership.since.future' }),
		noteId: optionalLongText,
		noteEn: optionalLongText,
		url: optionalUrl,
	})
}
export type MembershipSaid = z.output<ReturnType<typeof membershipSaid>>

/** Which items of the Declaration a commitment serves; information only. */
export const DeclarationItemsSaid = z.strictObject({
	commitmentId: shortText('declaration-items.commitment.required'),
	items: someOf(DECLARATION_ITEMS),
	noteId: optionalLongText,
	noteEn: optionalLongText,
})
export type DeclarationItemsSaid = z.output<typeof DeclarationItemsSaid>

/** From which day on a register of the member is complete here, so that what it lacks did not happen. */
export const RegisterSaid = z.strictObject({
	register: oneOf(['DECLARATION', 'COCREATION', 'CONSULTATION', 'SHARING']),
	completeFrom: requiredDay,
	until: optionalDay,
})
export type RegisterSaid = z.output<typeof RegisterSaid>
