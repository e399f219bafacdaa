import { z } from 'zod'
import { FirstInvitation } from '#app/domain/invitation/schema.ts'

/** The address that somebody's letters and sign-in links are to go to. */
export const NewAddress = FirstInvitation.pick({ email: true })
export type NewAddress = z.infer<typeof NewAddress>

/** What the link in the letter to a new address says: who asked for which address, and when that ends. */
export const AddressLink = z.strictObject({
	personId: z.string(),
	email: z.string(),
	/** The newest act that sealed an address of the person when the link was asked for. */
	after: z.string(),
	endsAt: z.iso.datetime(),
})
export type AddressLink = z.infer<typeof AddressLink>
