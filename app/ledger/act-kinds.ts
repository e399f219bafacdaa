/**
 * Acts of a member beyond its plans: how it endorsed the Declaration, made its plans with others, and shared what it
 * learned; what the public gave to a consultation; and what others say of a computed level.
 */
export const MEMBER_ACT_KINDS = [
	'endorsement.published',
	'administration.published',
	'membership.published',
	'declaration-items.published',
	'application.published',
	'register.declared',
	'forum.published',
	'meeting.published',
	'outreach.published',
	'timeline.published',
	'website.checked',
	'plan-endorsement.published',
	'document.published',
	'consultation.published',
	'public-contribution.published',
	'public-contribution.hidden',
	'reasoned-answer.published',
	'good-practice.published',
	'contribution.published',
	'stakeholder.published',
	'expectation-dissent.published',
	'expectation-comment.published',
] as const
export type MemberActKind = (typeof MEMBER_ACT_KINDS)[number]

/** Whether a kind of act is one of a member beyond its plans. */
export function isMemberActKind(kind: string): kind is MemberActKind {
	return MEMBER_ACT_KINDS.some((known) => known === kind)
}
