import { expect, test } from 'vitest'
import { PUBLIC_ACTOR, ROLES, holdsAny, may, membersOf, organizationsOf } from '#app/access/policy.ts'
import type { Action, Actor, Role, Subjects } from '#app/access/policy.ts'

const IMPLEMENTERS: readonly Role[] = ['IMPLEMENTER']
const LEADS: readonly Role[] = ['INSTITUTION_LEAD']
const MONITORS: readonly Role[] = ['CSO_OWNER', 'CSO_MONITOR']
const COMPILERS: readonly Role[] = ['POC', 'SECRETARIAT']

/** Who may do each action to what is their own; everybody else may not. */
const TABLE: { readonly [A in Action]: readonly [own: Subjects[A], allowed: readonly Role[]] } = {
	'progress-update.draft': [{ institutionIds: ['body'] }, IMPLEMENTERS],
	'progress-update.submit': [{ organizationId: 'body' }, IMPLEMENTERS],
	'progress-update.return': [{ organizationId: 'body' }, LEADS],
	'progress-update.approve': [{ organizationId: 'body', submittedById: 'a colleague' }, LEADS],
	'verification.draft': [{ organizationId: 'body', memberId: 'member' }, MONITORS],
	'verification.publish': [{ organizationId: 'body', memberId: 'member', authorId: 'me' }, MONITORS],
	'verification.withdraw': [{ organizationId: 'body', memberId: 'member' }, MONITORS],
	'verification.remove': [
		{ organizationId: 'body', memberId: 'member', requestedById: 'a colleague' },
		MONITORS,
	],
	'checkpoint-letter.ask': [{ organizationId: 'body' }, MONITORS],
	'verification.review': [{ organizationId: 'body', memberId: 'member', authorId: 'a colleague' }, MONITORS],
	'verification.assign': [{ organizationId: 'body', memberId: 'member' }, MONITORS],
	'recusal.publish': [{ organizationId: 'body', memberId: 'member' }, MONITORS],
	'reply.publish': [{ institutionIds: ['body'] }, [...IMPLEMENTERS, ...LEADS]],
	'verifier-decision.publish': [{ organizationId: 'body', memberId: 'member' }, MONITORS],
	'local-assessment.draft': [{ organizationId: 'body', memberId: 'member' }, ['MONITORING_BODY']],
	'local-assessment.publish': [{ organizationId: 'body', memberId: 'member' }, ['MONITORING_BODY']],
	'irm-coding.enter': [{ memberId: 'member' }, ['IRM']],
	'observation.hide': [{ hostId: 'body' }, ['INSTANCE_ADMIN']],
	'cso.invite-first-owner': [{ hostId: 'body', hasOwner: false }, ['INSTANCE_ADMIN']],
	'cso.run': [{ organizationId: 'body' }, ['CSO_OWNER', 'MONITORING_BODY']],
	'passkey.confirm': [{ organizationId: 'body', personId: 'a colleague' }, MONITORS],
	'signature.give': [{ organizationId: 'body', authorId: 'me' }, MONITORS],
	'evidence.upload': [
		{ organizationId: 'body' },
		[...IMPLEMENTERS, ...LEADS, ...MONITORS, ...COMPILERS, 'MONITORING_BODY'],
	],
	'evidence.read-protected': [{ organizationId: 'body', readerIds: [] }, ROLES],
	'report.compile': [{ memberId: 'member' }, COMPILERS],
	'report-draft.open': [{ memberId: 'member' }, COMPILERS],
	'report-draft.read': [{ memberId: 'member' }, [...COMPILERS, ...MONITORS, 'MONITORING_BODY']],
	'report-draft.dissent': [{ organizationId: 'body', memberId: 'member' }, [...MONITORS, 'MONITORING_BODY']],
	'plan.import': [{ memberId: 'member' }, [...COMPILERS, 'INSTANCE_ADMIN']],
	'plan.draft': [{ memberId: 'member' }, COMPILERS],
	'plan.submit': [{ memberId: 'member' }, COMPILERS],
	'plan.approve': [{ memberId: 'member', submittedById: 'a colleague' }, ['POC']],
	'plan.amend': [{ memberId: 'member' }, COMPILERS],
	'plan.approve-amendment': [{ memberId: 'member', submittedById: 'a colleague' }, COMPILERS],
	'checkpoint.reopen': [{ memberId: 'member' }, COMPILERS],
	'commitment-level.propose': [{ institutionIds: ['body'] }, IMPLEMENTERS],
	'commitment-level.approve': [{ organizationId: 'body', submittedById: 'a colleague' }, LEADS],
	'update-link.give': [{ organizationId: 'body' }, [...IMPLEMENTERS, ...LEADS]],
	'self-assessment.draft': [{ memberId: 'member' }, COMPILERS],
	'self-assessment.publish': [{ memberId: 'member', submittedById: 'a colleague' }, COMPILERS],
	'self-assessment.answer-comment': [{ memberId: 'member' }, COMPILERS],
	'obligation.waive': [{ memberId: 'member' }, ['POC']],
	'member-act.publish': [{ memberId: 'member' }, ['POC', 'SECRETARIAT']],
	'expectation-comment.publish': [{ memberId: 'member' }, ['POC']],
	'expectation-dissent.publish': [
		{ organizationId: 'body', memberId: 'member' },
		['CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY'],
	],
	'public-contribution.hide': [{ hostId: 'body' }, ['INSTANCE_ADMIN']],
	'rule-set.publish': [{ hostId: 'body' }, ['INSTANCE_ADMIN']],
	'call.publish': [{ hostId: 'body' }, ['INSTANCE_ADMIN']],
	'application.write': [{ memberId: 'member' }, ['POC', 'SECRETARIAT', 'CSO_OWNER', 'CSO_MONITOR']],
	'application.confirm': [{ memberId: 'member', side: 'CIVIL_SOCIETY' }, ['CSO_OWNER', 'CSO_MONITOR']],
	'application.submit': [{ memberId: 'member' }, ['POC', 'SECRETARIAT']],
	'member.add': [{ hostId: 'body' }, ['INSTANCE_ADMIN']],
	'member.invite-first-poc': [{ memberId: 'member', hasPoc: false }, ['INSTANCE_ADMIN']],
	'institution.register': [{ memberId: 'member' }, COMPILERS],
	'government-role.give': [
		{ role: 'IMPLEMENTER', organizationId: 'body', memberId: 'member' },
		[...COMPILERS, ...LEADS],
	],
	'government-role.end': [{ role: 'POC', organizationId: 'body', memberId: 'member' }, ['POC']],
	'role.hand-over': [{ organizationId: 'body', memberId: null }, [...LEADS, 'POC', 'CSO_OWNER']],
	'second-step.vouch': [
		{ personId: 'a colleague', organizationIds: ['body'], governedMemberIds: [] },
		[...ROLES],
	],
}

const rows = (Object.keys(TABLE) as Action[]).flatMap((action) =>
	([...ROLES, 'PUBLIC'] as const).map(
		(who) => [who, action, TABLE[action][1].some((role) => role === who)] as const,
	),
)

function holding(...roles: readonly Role[]): Actor {
	return {
		personId: 'me',
		appointments: roles.map((role) => ({ role, organizationId: 'body', memberId: 'member' })),
	}
}

test.each(rows)('%s may %s: %s', (who, action, isAllowed) => {
	const actor = who === 'PUBLIC' ? PUBLIC_ACTOR : holding(who)
	expect(may(actor, action, TABLE[action][0] as never)).toBe(isAllowed)
})

test.each(['IMPLEMENTER', 'INSTITUTION_LEAD', 'POC', 'SECRETARIAT'] as const)(
	'a monitor who is also %s of that member judges nothing of it',
	(office) => {
		const both = holding('CSO_MONITOR', office)
		expect(may(both, 'verification.draft', { organizationId: 'body', memberId: 'member' })).toBe(false)
		expect(
			may(both, 'verification.publish', { organizationId: 'body', memberId: 'member', authorId: 'me' }),
		).toBe(false)
		expect(may(both, 'verification.withdraw', { organizationId: 'body', memberId: 'member' })).toBe(false)
	},
)

test('an office held for another member does not stop a monitor here, one for the whole site does', () => {
	const monitor = holding('CSO_MONITOR')
	const withOffice = (memberId: string | null): Actor => ({
		...monitor,
		appointments: [...monitor.appointments, { role: 'POC', organizationId: 'ministry', memberId }],
	})
	const subject = { organizationId: 'body', memberId: 'member' }
	expect(may(withOffice('elsewhere'), 'verification.draft', subject)).toBe(true)
	expect(may(withOffice(null), 'verification.draft', subject)).toBe(false)
})

test('a monitor judges only for the organisation and the members that appointed them', () => {
	const monitor = holding('CSO_MONITOR')
	expect(may(monitor, 'verification.draft', { organizationId: 'another', memberId: 'member' })).toBe(false)
	expect(may(monitor, 'verification.draft', { organizationId: 'body', memberId: 'elsewhere' })).toBe(false)
})

test('a finding is published by whoever wrote it, a report not approved by whoever sent it, nor a removal by whoever asked for it', () => {
	const finding = { organizationId: 'body', memberId: 'member', authorId: 'a colleague' }
	expect(may(holding('CSO_OWNER'), 'verification.publish', finding)).toBe(false)
	const withdrawn = { organizationId: 'body', memberId: 'member', requestedById: 'me' }
	expect(may(holding('CSO_OWNER', 'CSO_MONITOR'), 'verification.remove', withdrawn)).toBe(false)
	const own = { organizationId: 'body', submittedById: 'me' }
	expect(may(holding('INSTITUTION_LEAD', 'IMPLEMENTER'), 'progress-update.approve', own)).toBe(false)
})

test('protected evidence is for people of its own organisation and for those who are named, whatever their office', () => {
	const theirs = { organizationId: 'another', readerIds: ['a colleague', 'me'] }
	expect(may(holding('POC'), 'evidence.read-protected', theirs)).toBe(true)
	expect(
		may(holding('CSO_OWNER'), 'evidence.read-protected', { ...theirs, readerIds: ['a colleague'] }),
	).toBe(false)
	expect(may(PUBLIC_ACTOR, 'evidence.read-protected', { organizationId: 'body', readerIds: ['me'] })).toBe(
		false,
	)
})

test('roles, organisations and members are read from the appointments, each once', () => {
	const actor: Actor = {
		personId: 'me',
		appointments: [
			{ role: 'IMPLEMENTER', organizationId: 'a', memberId: 'm' },
			{ role: 'INSTITUTION_LEAD', organizationId: 'a', memberId: 'm' },
			{ role: 'POC', organizationId: 'b', memberId: null },
		],
	}
	expect(holdsAny(actor, ['POC'])).toBe(true)
	expect(holdsAny(actor, ['IRM'])).toBe(false)
	expect(organizationsOf(actor, ['IMPLEMENTER', 'INSTITUTION_LEAD'])).toEqual(['a'])
	expect(membersOf(actor, ['IMPLEMENTER', 'POC'])).toEqual(['m', null])
})

test.each(ROLES)(
	'nobody of government and not the host makes anybody %s beyond their own officers',
	(role) => {
		const given = { role, organizationId: 'body', memberId: 'member' }
		const by = (actor: Role) => may(holding(actor), 'government-role.give', given)
		expect(ROLES.filter(by)).toEqual(
			role === 'IMPLEMENTER'
				? ['INSTITUTION_LEAD', 'POC', 'SECRETARIAT']
				: role === 'INSTITUTION_LEAD' || role === 'SECRETARIAT'
					? ['POC', 'SECRETARIAT']
					: [],
		)
	},
)

test('the host invites a point of contact only where nobody is in office, and only for members it serves', () => {
	const host = holding('INSTANCE_ADMIN')
	expect(may(host, 'member.invite-first-poc', { memberId: 'member', hasPoc: true })).toBe(false)
	expect(may(host, 'member.invite-first-poc', { memberId: 'elsewhere', hasPoc: false })).toBe(false)
})

test('a lead ends the appointments of the own officers and of nobody else', () => {
	const lead = holding('INSTITUTION_LEAD')
	const end = (role: Role, organizationId: string) =>
		may(lead, 'government-role.end', { role, organizationId, memberId: 'member' })
	expect(end('IMPLEMENTER', 'body')).toBe(true)
	expect(end('IMPLEMENTER', 'another')).toBe(false)
	expect(end('INSTITUTION_LEAD', 'body')).toBe(false)
})
