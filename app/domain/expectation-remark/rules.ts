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

/** Whether a kind of act is a remark beside a level. */
export function isRemarkKind(kind: string): kind is RemarkKind {
	return REMARK_KINDS.some((known) => known === kind)
}

/** Whether an actor may correct a remark: whoever could make it today in the name of the organization that made it. */
export function mayCorrect(
	{ appointments, ...actor }: Actor,
	remark: { readonly kind: RemarkKind; readonly memberId: string; readonly organizationId: string },
): boolean {
	const { kind, memberId, organizationId } = remark
	const own = appointments.filter((held) => held.organizationId === organizationId)
	return remarkingOrganization({ ...actor, appointments: own }, kind, memberId) === organizationId
}
