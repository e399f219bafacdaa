/** Roles a person can be appointed to. What each is for: docs/glossary.md. */
export const ROLES = [
	'IMPLEMENTER',
	'INSTITUTION_LEAD',
	'POC',
	'SECRETARIAT',
	'CSO_OWNER',
	'CSO_MONITOR',
	'MONITORING_BODY',
	'IRM',
	'INSTANCE_ADMIN',
] as const
export type Role = (typeof ROLES)[number]

/** Roles of the assessed party: whoever holds one for a member judges nothing of that member. */
export const GOVERNMENT_ROLES: readonly Role[] = ['IMPLEMENTER', 'INSTITUTION_LEAD', 'POC', 'SECRETARIAT']

/** Roles of those who verify. */
export const CSO_ROLES: readonly Role[] = ['CSO_OWNER', 'CSO_MONITOR']

/** Roles that put files forward as evidence. */
export const EVIDENCE_ROLES: readonly Role[] = [
	'IMPLEMENTER',
	'INSTITUTION_LEAD',
	...CSO_ROLES,
	'MONITORING_BODY',
	'POC',
	'SECRETARIAT',
]

/** Roles of an institution that answer a finding about it. */
export const REPLY_ROLES: readonly Role[] = ['IMPLEMENTER', 'INSTITUTION_LEAD']

/** Roles that compile reports. */
export const REPORT_ROLES: readonly Role[] = ['POC', 'SECRETARIAT']

/** Roles that see a shared draft of a report: those who compile it, and those who may dissent from it. */
export const REPORT_DRAFT_ROLES: readonly Role[] = [...REPORT_ROLES, ...CSO_ROLES, 'MONITORING_BODY']

/** Roles that appoint people of government: for their member, or for their own institution. */
export const APPOINTING_ROLES: readonly Role[] = ['POC', 'SECRETARIAT', 'INSTITUTION_LEAD']

/** Roles that write, amend and run a member's plans. */
export const PLAN_ROLES: readonly Role[] = ['POC', 'SECRETARIAT']

/** Roles that decide for others: they need more than a letter to sign in, and their sessions end sooner. */
export const STRONG_ROLES: readonly Role[] = [
	'INSTITUTION_LEAD',
	'POC',
	'SECRETARIAT',
	'CSO_OWNER',
	'INSTANCE_ADMIN',
]

/** One appointment in force: a role held for an organization, for one member or (null) for the whole site. */
export type ActorAppointment = {
	readonly role: Role
	readonly organizationId: string
	readonly memberId: string | null
}

/** Who asks. The public has no person and no appointments. */
export type Actor = {
	readonly personId: string | null
	readonly appointments: readonly ActorAppointment[]
}

export const PUBLIC_ACTOR: Actor = { personId: null, appointments: [] }

/** What each action's rule needs to know of its subject, and nothing more. */
export type Subjects = {
	'progress-update.draft': { institutionIds: readonly string[] }
	'progress-update.submit': { organizationId: string }
	'progress-update.return': { organizationId: string }
	'progress-update.approve': { organizationId: string; submittedById: string | null }
	'verification.draft': { organizationId: string; memberId: string }
	'verification.publish': { organizationId: string; memberId: string; authorId: string }
	'verification.withdraw': { organizationId: string; memberId: string }
	'verification.remove': { organizationId: string; memberId: string; requestedById: string | null }
	'verification.review': { organizationId: string; memberId: string; authorId: string }
	'verification.assign': { organizationId: string; memberId: string }
	'recusal.publish': { organizationId: string; memberId: string }
	'reply.publish': { institutionIds: readonly string[] }
	'verifier-decision.publish': { organizationId: string; memberId: string }
	'local-assessment.draft': { organizationId: string; memberId: string }
	'local-assessment.publish': { organizationId: string; memberId: string }
	'irm-coding.enter': { memberId: string }
	'observation.hide': { hostId: string }
	/** `hasOwner`: whether anybody owns the organization's account here already. */
	'cso.invite-first-owner': { hostId: string; hasOwner: boolean }
	'cso.run': { organizationId: string }
	'passkey.confirm': { organizationId: string; personId: string }
	'signature.give': { organizationId: string; authorId: string }
	'evidence.upload': { organizationId: string }
	'evidence.read-protected': { organizationId: string; readerIds: readonly string[] }
	'checkpoint-letter.ask': { organizationId: string }
	'report.compile': { memberId: string }
	'report-draft.open': { memberId: string }
	'report-draft.read': { memberId: string }
	'report-draft.dissent': { organizationId: string; memberId: string }
	'plan.import': { memberId: string }
	'plan.draft': { memberId: string }
	'plan.submit': { memberId: string }
	'plan.approve': { memberId: string; submittedById: string | null }
	'plan.amend': { memberId: string }
	'plan.approve-amendment': { memberId: string; submittedById: string | null }
	'checkpoint.reopen': { memberId: string }
	'commitment-level.propose': { institutionIds: readonly string[] }
	'commitment-level.approve': { organizationId: string; submittedById: string | null }
	'update-link.give': { organizationId: string }
	'self-assessment.draft': { memberId: string }
	'self-assessment.publish': { memberId: string; submittedById: string | null }
	'self-assessment.answer-comment': { memberId: string }
	'obligation.waive': { memberId: string }
	'member-act.publish': { memberId: string }
	'expectation-comment.publish': { memberId: string }
	'expectation-dissent.publish': { organizationId: string; memberId: string }
	'public-contribution.hide': { hostId: string }
	'rule-set.publish': { hostId: string }
	'call.publish': { hostId: string }
	'application.write': { memberId: string }
	'application.confirm': { memberId: string; side: 'GOVERNMENT' | 'CIVIL_SOCIETY' }
	'application.submit': { memberId: string }
	'member.add': { hostId: string }
	/** `hasPoc`: whether the member has a point of contact in office. */
	'member.invite-first-poc': { memberId: string; hasPoc: boolean }
	'institution.register': { memberId: string }
	'government-role.give': { role: Role; organizationId: string; memberId: string }
	'government-role.end': { role: Role; organizationId: string; memberId: string }
	/** `memberId` null: an organization that no member's point of contact answers for, such as one of civil society. */
	'role.hand-over': { organizationId: string; memberId: string | null }
	/** Of the person who lost the second step: their organizations, and the members in whose government they serve. */
	'second-step.vouch': {
		personId: string
		organizationIds: readonly string[]
		governedMemberIds: readonly string[]
	}
}
export type Action = keyof Subjects

/**
 * The whole table of rights. Two lines carry the product: nobody of a government institution has a rule that
 * lets them write a verification, and nobody approves what they submitted.
 *
 * Source  design of the ledger and the roles, docs/decisions/0006 and 0008; two-person approval after OGP Local
 *         and IRM practice of separating who reports from who checks.
 */
const POLICY: { readonly [A in Action]: (actor: Actor, subject: Subjects[A]) => boolean } = {
	'progress-update.draft': (actor, s) => s.institutionIds.some((id) => isOf(actor, ['IMPLEMENTER'], id)),
	'progress-update.submit': (actor, s) => isOf(actor, ['IMPLEMENTER'], s.organizationId),
	'progress-update.return': (actor, s) => isOf(actor, ['INSTITUTION_LEAD'], s.organizationId),
	'progress-update.approve': (actor, s) =>
		isOf(actor, ['INSTITUTION_LEAD'], s.organizationId) && actor.personId !== s.submittedById,
	'verification.draft': (actor, s) => mayVerify(actor, s),
	'verification.publish': (actor, s) => mayVerify(actor, s) && actor.personId === s.authorId,
	'verification.withdraw': (actor, s) => mayWithdraw(actor, s),
	'verification.remove': (actor, s) => mayWithdraw(actor, s) && actor.personId !== s.requestedById,
	'verification.review': (actor, s) => mayVerify(actor, s) && actor.personId !== s.authorId,
	'verification.assign': (actor, s) => mayVerify(actor, s),
	'recusal.publish': (actor, s) => mayVerify(actor, s),
	'reply.publish': (actor, s) => s.institutionIds.some((id) => isOf(actor, REPLY_ROLES, id)),
	'verifier-decision.publish': (actor, s) => mayVerify(actor, s),
	'local-assessment.draft': (actor, s) => mayAssess(actor, s),
	'local-assessment.publish': (actor, s) => mayAssess(actor, s),
	'irm-coding.enter': (actor, s) =>
		isFor(actor, ['IRM'], s.memberId) && !isFor(actor, GOVERNMENT_ROLES, s.memberId),
	'observation.hide': (actor, s) => isOf(actor, ['INSTANCE_ADMIN'], s.hostId),
	'cso.invite-first-owner': (actor, s) => isOf(actor, ['INSTANCE_ADMIN'], s.hostId) && !s.hasOwner,
	'cso.run': (actor, s) => isOf(actor, ['CSO_OWNER', 'MONITORING_BODY'], s.organizationId),
	'passkey.confirm': (actor, s) => isOf(actor, CSO_ROLES, s.organizationId) && actor.personId !== s.personId,
	'signature.give': (actor, s) => isOf(actor, CSO_ROLES, s.organizationId) && actor.personId === s.authorId,
	'evidence.upload': (actor, s) => isOf(actor, EVIDENCE_ROLES, s.organizationId),
	'evidence.read-protected': (actor, s) =>
		isOf(actor, ROLES, s.organizationId) || s.readerIds.some((id) => id === actor.personId),
	'checkpoint-letter.ask': (actor, s) => isOf(actor, CSO_ROLES, s.organizationId),
	'report.compile': (actor, s) => isFor(actor, REPORT_ROLES, s.memberId),
	'report-draft.open': (actor, s) => isFor(actor, REPORT_ROLES, s.memberId),
	'report-draft.read': (actor, s) => isFor(actor, REPORT_DRAFT_ROLES, s.memberId),
	'report-draft.dissent': (actor, s) => mayVerify(actor, s) || mayAssess(actor, s),
	'plan.import': (actor, s) => isFor(actor, ['POC', 'SECRETARIAT', 'INSTANCE_ADMIN'], s.memberId),
	'plan.draft': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'plan.submit': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'plan.approve': (actor, s) => isFor(actor, ['POC'], s.memberId) && actor.personId !== s.submittedById,
	'plan.amend': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'plan.approve-amendment': (actor, s) =>
		isFor(actor, PLAN_ROLES, s.memberId) && actor.personId !== s.submittedById,
	'checkpoint.reopen': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'commitment-level.propose': (actor, s) => s.institutionIds.some((id) => isOf(actor, ['IMPLEMENTER'], id)),
	'commitment-level.approve': (actor, s) =>
		isOf(actor, ['INSTITUTION_LEAD'], s.organizationId) && actor.personId !== s.submittedById,
	'update-link.give': (actor, s) => isOf(actor, ['IMPLEMENTER', 'INSTITUTION_LEAD'], s.organizationId),
	'self-assessment.draft': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'self-assessment.publish': (actor, s) =>
		isFor(actor, PLAN_ROLES, s.memberId) && actor.personId !== s.submittedById,
	'self-assessment.answer-comment': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'obligation.waive': (actor, s) => isFor(actor, ['POC'], s.memberId),
	'member-act.publish': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'expectation-comment.publish': (actor, s) => isFor(actor, ['POC'], s.memberId),
	'expectation-dissent.publish': (actor, s) => mayVerify(actor, s) || mayAssess(actor, s),
	'public-contribution.hide': (actor, s) => isOf(actor, ['INSTANCE_ADMIN'], s.hostId),
	'rule-set.publish': (actor, s) => isOf(actor, ['INSTANCE_ADMIN'], s.hostId),
	'call.publish': (actor, s) => isOf(actor, ['INSTANCE_ADMIN'], s.hostId),
	'application.write': (actor, s) => isFor(actor, [...PLAN_ROLES, ...CSO_ROLES], s.memberId),
	'application.confirm': (actor, s) =>
		s.side === 'GOVERNMENT'
			? isFor(actor, PLAN_ROLES, s.memberId)
			: isFor(actor, CSO_ROLES, s.memberId) && !isFor(actor, GOVERNMENT_ROLES, s.memberId),
	'application.submit': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'member.add': (actor, s) => isOf(actor, ['INSTANCE_ADMIN'], s.hostId),
	'member.invite-first-poc': (actor, s) => isFor(actor, ['INSTANCE_ADMIN'], s.memberId) && !s.hasPoc,
	'institution.register': (actor, s) => isFor(actor, PLAN_ROLES, s.memberId),
	'government-role.give': (actor, s) => mayAppoint(actor, s),
	'government-role.end': (actor, s) =>
		s.role === 'POC' ? isFor(actor, ['POC'], s.memberId) : mayAppoint(actor, s),
	'role.hand-over': (actor, s) =>
		isOf(actor, ['INSTITUTION_LEAD', 'POC', 'CSO_OWNER'], s.organizationId) ||
		(s.memberId !== null && isFor(actor, ['POC'], s.memberId)),
	'second-step.vouch': (actor, s) =>
		actor.personId !== s.personId &&
		(s.organizationIds.some((id) => isOf(actor, ROLES, id)) ||
			s.governedMemberIds.some((id) => isFor(actor, PLAN_ROLES, id))),
}

/** The one question about rights in this product. */
export function may<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean {
	return POLICY[action](actor, subject)
}

/** Whether the actor holds one of the roles anywhere: what a route's door asks. */
export function holdsAny(actor: Actor, roles: readonly Role[]): boolean {
	return actor.appointments.some((a) => roles.includes(a.role))
}

/** The organizations for which the actor holds one of the roles. */
export function organizationsOf(actor: Actor, roles: readonly Role[]): readonly string[] {
	return [...new Set(actor.appointments.filter((a) => roles.includes(a.role)).map((a) => a.organizationId))]
}

/** The members for which the actor holds one of the roles; null stands for every member. */
export function membersOf(actor: Actor, roles: readonly Role[]): readonly (string | null)[] {
	return [...new Set(actor.appointments.filter((a) => roles.includes(a.role)).map((a) => a.memberId))]
}

/** Appointed by a civil-society organization for this member, and by nobody for its government. */
function mayVerify(actor: Actor, s: { organizationId: string; memberId: string }): boolean {
	const isAppointed = actor.appointments.some(
		(a) => CSO_ROLES.includes(a.role) && a.organizationId === s.organizationId && covers(a, s.memberId),
	)
	return isAppointed && !isFor(actor, GOVERNMENT_ROLES, s.memberId)
}

/** Appointed by the Monitoring Body of this member, and by nobody of its government. Source: OGP Local handbook. */
function mayAssess(actor: Actor, s: { organizationId: string; memberId: string }): boolean {
	const isAppointed = actor.appointments.some(
		(a) => a.role === 'MONITORING_BODY' && a.organizationId === s.organizationId && covers(a, s.memberId),
	)
	return isAppointed && !isFor(actor, GOVERNMENT_ROLES, s.memberId)
}

/** Of the organization whose finding it is, for whatever member they are appointed, and nobody of its government. */
function mayWithdraw(actor: Actor, s: { organizationId: string; memberId: string }): boolean {
	return isOf(actor, CSO_ROLES, s.organizationId) && !isFor(actor, GOVERNMENT_ROLES, s.memberId)
}

/**
 * Government appoints its own people and nobody else's: a member's office everybody but the point of contact, whose
 * role passes by hand-over, and a lead the officers of the own institution.
 */
function mayAppoint(actor: Actor, s: { role: Role; organizationId: string; memberId: string }): boolean {
	if (!GOVERNMENT_ROLES.includes(s.role) || s.role === 'POC') return false
	if (isFor(actor, PLAN_ROLES, s.memberId)) return true
	return s.role === 'IMPLEMENTER' && isOf(actor, ['INSTITUTION_LEAD'], s.organizationId)
}

function isOf(actor: Actor, roles: readonly Role[], organizationId: string): boolean {
	return actor.appointments.some((a) => roles.includes(a.role) && a.organizationId === organizationId)
}

function isFor(actor: Actor, roles: readonly Role[], memberId: string): boolean {
	return actor.appointments.some((a) => roles.includes(a.role) && covers(a, memberId))
}

/** An appointment without a member is one for the whole site. */
function covers(appointment: ActorAppointment, memberId: string): boolean {
	return appointment.memberId === memberId || appointment.memberId === null
}
