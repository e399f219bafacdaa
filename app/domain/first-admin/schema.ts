import { z } from 'zod'
import { FirstInvitation, NAME_MAX_CHARACTERS } from '#app/domain/invitation/schema.ts'
import { typedText } from '#app/domain/evidence/schema.ts'

/** Who is to run a site of which nobody has an account yet; without a name they are called by their address. */
export const FirstAdmin = FirstInvitation.extend({
	displayName: z.string().pipe(typedText(NAME_MAX_CHARACTERS)).optional(),
})
export type FirstAdmin = z.infer<typeof FirstAdmin>
