import { z } from 'zod'

const id = z.string().max(128).optional()

/** What the export can be narrowed to: one plan, or the plans of one member; and the language of explanations in it. */
export const OpenDataQuery = z.strictObject({ plan: id, member: id, lang: z.enum(['en', 'id']).optional() })
export type OpenDataQuery = z.infer<typeof OpenDataQuery>
