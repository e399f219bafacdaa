import { ROLES } from '#app/access/policy.ts'
import type { Action, Actor, Role, Subjects } from '#app/access/policy.ts'

/** The person who asks, and what is theirs. */
export const ME = { personId: 'me', organizationId: 'my-organization', memberId: 'my-member' }

/** What belongs to somebody else. */
export const STRANGER = { organizationId: 'another-organization', memberId: 'another-member' }

/** For each action, who may do it to what is their own: an action without its row does not compile. */
export const RIGHTS: {
	readonly [A in Action]: { readonly own: Subjects[A]; readonly roles: readonly Role[] }
} = {
	'progress-update.draft': {
		own: { institutionIds: ['another', ME.organizationId] },
		roles: ['IMPLEMENTER'],
	},
	'progress-update.submit': { own: { organizationId: ME.organizationId }, roles: ['IMPLEMENTER'] },
	'progress-update.return': { own: { organizationId: ME.organizationId }, roles: ['INSTITUTION_LEAD'] },
	'progress-update.approve': {
		own: { organizationId: ME.organizationId, submittedById: 'a-colleague' },
		roles: ['INSTITUTION_LEAD'],
	},
	'verification.draft': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'verification.publish': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId, authorId: ME.personId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'verification.withdraw': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'verification.remove': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId, requestedById: 'a-colleague' },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'verification.review': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId, authorId: 'a-colleague' },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'verification.assign': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'recusal.publish': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'reply.publish': {
		own: { institutionIds: ['another', ME.organizationId] },
		roles: ['IMPLEMENTER', 'INSTITUTION_LEAD'],
	},
	'verifier-decision.publish': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'local-assessment.draft': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['MONITORING_BODY'],
	},
	'local-assessment.publish': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['MONITORING_BODY'],
	},
	'irm-coding.enter': { own: { memberId: ME.memberId }, roles: ['IRM'] },
	'observation.hide': { own: { hostId: ME.organizationId }, roles: ['INSTANCE_ADMIN'] },
	'cso.invite-first-owner': {
		own: { hostId: ME.organizationId, hasOwner: false },
		roles: ['INSTANCE_ADMIN'],
	},
	'cso.run': { own: { organizationId: ME.organizationId }, roles: ['CSO_OWNER', 'MONITORING_BODY'] },
	'passkey.confirm': {
		own: { organizationId: ME.organizationId, personId: 'a-colleague' },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'signature.give': {
		own: { organizationId: ME.organizationId, authorId: ME.personId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'evidence.upload': {
		own: { organizationId: ME.organizationId },
		roles: [
			'IMPLEMENTER',
			'INSTITUTION_LEAD',
			'CSO_OWNER',
			'CSO_MONITOR',
			'MONITORING_BODY',
			'POC',
			'SECRETARIAT',
		],
	},
	'evidence.read-protected': {
		own: { organizationId: ME.organizationId, readerIds: [] },
		roles: ROLES,
	},
	'checkpoint-letter.ask': {
		own: { organizationId: ME.organizationId },
		roles: ['CSO_OWNER', 'CSO_MONITOR'],
	},
	'report.compile': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'report-draft.open': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'report-draft.read': {
		own: { memberId: ME.memberId },
		roles: ['POC', 'SECRETARIAT', 'CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY'],
	},
	'report-draft.dissent': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY'],
	},
	'plan.import': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT', 'INSTANCE_ADMIN'] },
	'plan.draft': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'plan.submit': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'plan.approve': { own: { memberId: ME.memberId, submittedById: 'a-colleague' }, roles: ['POC'] },
	'plan.amend': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'plan.approve-amendment': {
		own: { memberId: ME.memberId, submittedById: 'a-colleague' },
		roles: ['POC', 'SECRETARIAT'],
	},
	'checkpoint.reopen': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'commitment-level.propose': {
		own: { institutionIds: ['another', ME.organizationId] },
		roles: ['IMPLEMENTER'],
	},
	'commitment-level.approve': {
		own: { organizationId: ME.organizationId, submittedById: 'a-colleague' },
		roles: ['INSTITUTION_LEAD'],
	},
	'update-link.give': {
		own: { organizationId: ME.organizationId },
		roles: ['IMPLEMENTER', 'INSTITUTION_LEAD'],
	},
	'self-assessment.draft': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'self-assessment.publish': {
		own: { memberId: ME.memberId, submittedById: 'a-colleague' },
		roles: ['POC', 'SECRETARIAT'],
	},
	'self-assessment.answer-comment': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'obligation.waive': { own: { memberId: ME.memberId }, roles: ['POC'] },
	'member-act.publish': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'expectation-comment.publish': { own: { memberId: ME.memberId }, roles: ['POC'] },
	'expectation-dissent.publish': {
		own: { organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY'],
	},
	'public-contribution.hide': { own: { hostId: ME.organizationId }, roles: ['INSTANCE_ADMIN'] },
	'rule-set.publish': { own: { hostId: ME.organizationId }, roles: ['INSTANCE_ADMIN'] },
	'call.publish': { own: { hostId: ME.organizationId }, roles: ['INSTANCE_ADMIN'] },
	'application.write': {
		own: { memberId: ME.memberId },
		roles: ['POC', 'SECRETARIAT', 'CSO_OWNER', 'CSO_MONITOR'],
	},
	'application.confirm': {
		own: { memberId: ME.memberId, side: 'GOVERNMENT' },
		roles: ['POC', 'SECRETARIAT'],
	},
	'application.submit': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'member.add': { own: { hostId: ME.organizationId }, roles: ['INSTANCE_ADMIN'] },
	'member.invite-first-poc': { own: { memberId: ME.memberId, hasPoc: false }, roles: ['INSTANCE_ADMIN'] },
	'institution.register': { own: { memberId: ME.memberId }, roles: ['POC', 'SECRETARIAT'] },
	'government-role.give': {
		own: { role: 'IMPLEMENTER', organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['POC', 'SECRETARIAT', 'INSTITUTION_LEAD'],
	},
	'government-role.end': {
		own: { role: 'IMPLEMENTER', organizationId: ME.organizationId, memberId: ME.memberId },
		roles: ['POC', 'SECRETARIAT', 'INSTITUTION_LEAD'],
	},
	'role.hand-over': {
		own: { organizationId: ME.organizationId, memberId: null },
		roles: ['INSTITUTION_LEAD', 'POC', 'CSO_OWNER'],
	},
	'second-step.vouch': {
		own: { personId: 'a colleague', organizationIds: [ME.organizationId], governedMemberIds: [] },
		roles: [...ROLES],
	},
}

/** Somebody with one role, by default for what is theirs. */
export function appointed(role: Role, given: Partial<typeof ME> = {}): Actor {
	const { personId, organizationId, memberId } = { ...ME, ...given }
	return { personId, appointments: [{ role, organizationId, memberId }] }
}

/** One row per action and role, and one for the public. */
export function rowsOfRights(): readonly (readonly [
	who: Role | 'PUBLIC',
	action: Action,
	isAllowed: boolean,
])[] {
	const actions = Object.keys(RIGHTS) as Action[]
	return actions.flatMap((action) => [
		['PUBLIC', action, false] as const,
		...ROLES.map((role) => [role, action, RIGHTS[action].roles.includes(role)] as const),
	])
}
