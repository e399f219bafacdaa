import { z } from 'zod'
import { CSO_ROLES } from '#app/access/policy.ts'
import { INDEPENDENT_KINDS } from '#app/domain/cso-account/rules.ts'
import { typedText } from '#app/domain/evidence/schema.ts'

/** Longest name of a person or an organization. Source: our own. */
export const NAME_MAX_CHARACTERS = 200

/** A token as invitations carry it: 32 bytes in base64url. */
export const InvitationToken = z.string().regex(/^[\w-]{43}$/, { error: 'form.invalid' })

/** An address as it is compared: without blanks around it and in small letters. */
const email = z
	.string({ error: 'cso.email.required' })
	.trim()
	.toLowerCase()
	.max(254, { error: 'cso.email.required' })
	.pipe(z.email({ error: 'cso.email.required' }))
const locale = z.enum(['en', 'id'], { error: 'cso.language.required' })
const name = (required: string) =>
	z
		.string({ error: required })
		.pipe(typedText(NAME_MAX_CHARACTERS))
		.refine((text) => text !== '', { error: required })

/** Who is invited to run the accounts of an organization that nobody runs yet; the letter's language is theirs. */
export const FirstInvitation = z.strictObject({ email, locale })
export type FirstInvitation = z.infer<typeof FirstInvitation>

/** Whom an organization invites. */
export const PersonInvitation = z.strictObject({
	email,
	locale,
	role: z.enum([...CSO_ROLES, 'MONITORING_BODY'], { error: 'cso.role.required' }),
})
export type PersonInvitation = z.infer<typeof PersonInvitation>

/** An independent organization that is to run its own accounts here, with the first of its people. */
export const Registration = z.strictObject({
	kind: z.enum(INDEPENDENT_KINDS, { error: 'cso.kind.required' }),
	nameEn: name('cso.name-en.required'),
	nameId: name('cso.name-id.required'),
	/** Empty or absent: of no member. */
	member: z.string().max(128).optional(),
	email,
	locale,
})
export type Registration = z.infer<typeof Registration>

/** What somebody says who takes up an invitation. Whoever has an account already is not asked again. */
export const JoinAnswer = z.strictObject({
	token: InvitationToken,
	displayName: name('cso.display-name.required').optional(),
	locale: locale.optional(),
})
export type JoinAnswer = z.infer<typeof JoinAnswer>

/** The same of somebody who has no account yet. */
export const NewcomerAnswer = z.strictObject({
	token: InvitationToken,
	displayName: name('cso.display-name.required'),
	locale,
})
