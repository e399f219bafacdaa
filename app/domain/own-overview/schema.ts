import { z } from 'zod'

/** Which plan is looked at; the newest, where none is named. */
export const OverviewQuery = z.strictObject({ plan: z.string().max(128).optional() })
export type OverviewQuery = z.infer<typeof OverviewQuery>
