import { z } from 'zod'

/** What letters can be about. */
export const SUBSCRIBED = ['SITE', 'PLAN', 'COMMITMENT', 'ORGANIZATION', 'MEMBER'] as const
export type Subscribed = (typeof SUBSCRIBED)[number]

/** How often letters come: at most once a week, or soon after something was published. */
export const PACES = ['WEEKLY', 'IMMEDIATE'] as const
export type Pace = (typeof PACES)[number]

/** What a page or a form is about: at most one thing, and the whole site where nothing is named. */
export const AboutQuery = z.strictObject({
	plan: z.string().max(128).optional(),
	commitment: z.string().max(128).optional(),
	organization: z.string().max(128).optional(),
	member: z.string().max(128).optional(),
	sent: z.literal('1').optional(),
})

/** What somebody without an account asks for. */
export const SubscriptionAnswer = z.strictObject({
	email: z
		.string({ error: 'subscription.email.required' })
		.trim()
		.max(254, { error: 'subscription.email.required' })
		.pipe(z.email({ error: 'subscription.email.required' })),
	pace: z.enum(PACES, { error: 'subscription.pace.required' }),
})
export type SubscriptionAnswer = z.infer<typeof SubscriptionAnswer>
