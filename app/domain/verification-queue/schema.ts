import { z } from 'zod'

/** What the queue can be narrowed to. */
export const QUEUE_SHOWN = ['claims', 'nil', 'silent'] as const
export type QueueShown = (typeof QUEUE_SHOWN)[number]

/** Whose work it is: given to the monitor, to nobody yet, or begun by the monitor. */
export const QUEUE_WHOSE = ['mine', 'nobody', 'begun'] as const
export type QueueWhose = (typeof QUEUE_WHOSE)[number]

/** The parts of the queue's address. */
export const QueueFilter = z.strictObject({
	member: z.string().max(128).optional(),
	show: z.enum(QUEUE_SHOWN).optional(),
	whose: z.enum(QUEUE_WHOSE).optional(),
	page: z.coerce.number().int().min(1).max(1000).optional(),
})
export type QueueFilter = z.infer<typeof QueueFilter>
