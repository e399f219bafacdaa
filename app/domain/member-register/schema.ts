import { z } from 'zod'

const text = z.string()
const maybe = z.string().nullable()

/** A stored act of a member, without what seals it. */
export const MemberActRow = z.object({
	...{
		recordId: text,
		version: z.number(),
		kind: text,
		memberId: text,
		actionPlanId: maybe,
		subjectId: maybe,
	},
	...{
		onDay: text,
		isRetracted: z.boolean(),
		reason: maybe,
		said: z.unknown(),
		source: maybe,
		sourceUrl: maybe,
	},
	...{ importedById: maybe, actorOrganizationId: text, submittedById: maybe, publishedOn: text },
})
