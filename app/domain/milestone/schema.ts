import { z } from 'zod'

const words = z.string().nullable()

/** How a milestone can be verified: what would count, where it is found, who checks, and by when. */
export const VerificationProtocol = z.strictObject({
	whatEn: words,
	whatId: words,
	whereEn: words,
	whereId: words,
	who: words,
	byOn: words,
})
export type VerificationProtocol = z.infer<typeof VerificationProtocol>

/** As it is stored: an empty object where nobody said how. */
export const StoredProtocol = z.union([VerificationProtocol, z.strictObject({}).transform(() => null)])
