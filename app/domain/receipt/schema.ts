import { z } from 'zod'

/** Which version of an act a receipt is asked for. */
export const ReceiptQuery = z.strictObject({
	version: z.coerce.number().int().min(1).max(1_000_000).optional(),
})
