import { z } from 'zod'
import { head, more, sealed, text } from '#app/domain/act-content/schema.ts'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { REASON_MAX_CHARACTERS, REPLACEMENTS } from './rules.ts'

/** What the act of standing back says in public; a person is not named. */
export const RecusalContent = z.strictObject({
	kind: z.literal('recusal.published'),
	...head,
	organizationId: z.string(),
	commitmentId: z.string(),
	scope: z.string(),
	interests: z.array(z.string()),
	reasonEn: text,
	reasonId: text,
	replacement: z.string(),
	replacementOrganizationId: more,
	untilOn: z.string(),
	...sealed,
})

const reason = typedText(REASON_MAX_CHARACTERS).optional()

/** Who stands back from a commitment, why, and who looks at it instead. */
export const RecusalAnswer = z
	.strictObject({
		scope: z.enum(SCOPES, { error: 'recusal.scope.required' }),
		interests: z.array(z.enum(INTERESTS)).max(INTERESTS.length).optional(),
		reasonId: reason,
		reasonEn: reason,
		replacement: z.enum(REPLACEMENTS, { error: 'recusal.replacement.required' }),
		personId: z.string().max(128).optional(),
		otherId: z.string().max(128).optional(),
	})
	.refine((answer) => Boolean(answer.reasonId) || Boolean(answer.reasonEn), {
		path: ['reasonId'],
		error: 'recusal.reason.required',
	})
	.refine((answer) => answer.scope === 'PERSON' || answer.replacement !== 'SAME_ORGANIZATION', {
		path: ['replacement'],
		error: 'recusal.replacement.whole',
	})
	.refine((answer) => answer.replacement !== 'SAME_ORGANIZATION' || Boolean(answer.personId), {
		path: ['personId'],
		error: 'recusal.person.required',
	})
	.refine((answer) => answer.replacement !== 'OTHER_ORGANIZATION' || Boolean(answer.otherId), {
		path: ['otherId'],
		error: 'recusal.other.required',
	})
export type RecusalAnswer = z.infer<typeof RecusalAnswer>
