import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'

/** What is said beside a level: the point of contact comments, a CSO or Monitoring Body dissents. */
export const REMARK_KINDS = ['expectation-comment.published', 'expectation-dissent.published'] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

/** The organization in whose name an actor may remark on a member's levels; null where there is none. */
export function remarkingOrganization(actor: Actor, kind: RemarkKind, memberId: string): string | null {
	const isComment = kind === 'expectation-comment.published'
	if (isComment && !may(actor, 'expectation-comment.publish', { memberId })) return null
	const held = actor.appointments.find(({ role, organizationId, memberId: of }) =>
		isComment
			? role === 'POC' && (of === memberId || of === null)
			: may(actor, 'expectation-dissent.publish', { organizationId, memberId }),
	)
	return held?.organizationId ?? null
}
