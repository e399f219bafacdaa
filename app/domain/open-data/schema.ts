import { z } from 'zod'

const id = z.string().max(128).optional()

/** What the export can be narrowed to: one plan, or the plans of one member. */
export const OpenDataQuery = z.strictObject({ plan: id, member: id })
export type OpenDataQuery = z.infer<typeof OpenDataQuery>
