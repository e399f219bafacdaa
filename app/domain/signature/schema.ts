import { z } from 'zod'
import { head, sealed } from '#app/domain/act-content/schema.ts'

/** What the act of a person's own signature says in public: all that it takes to check it. */
export const SignatureContent = z.strictObject({
	kind: z.literal('signature.published'),
	...head,
	signedRecordId: z.string(),
	signedVersion: z.int(),
	signedLeafHash: z.string(),
	keyId: z.string(),
	publicKey: z.string(),
	authenticatorData: z.string(),
	clientData: z.string(),
	signature: z.string(),
	isKeyConfirmed: z.boolean(),
	organizationId: z.string(),
	...sealed,
})
