import { z } from 'zod'
import { head, more, sealed } from '#app/domain/act-content/schema.ts'

/** What the act of a change in an independent organization's accounts says in public; people are numbers. */
export const AccountChangeContent = z.strictObject({
	kind: z.literal('cso-account.changed'),
	...head,
	organizationId: z.string(),
	event: z.string(),
	role: more,
	memberId: more,
	appointmentId: more,
	personNumber: z.exactOptional(z.int()),
	addressSeal: more,
	keyId: more,
	publicKey: more,
	...sealed,
})
