import { expect, test } from 'vitest'
import { isOfGovernment, reasonNotToAppoint } from '#app/domain/invitation/rules.ts'

const held = (role: string, memberId: string | null = 'member', untilOn: string | null = null) => ({
	...{ role, memberId, untilOn, organizationId: 'body', fromOn: '2026-01-01' },
})
const offered = (role: string) => ({ role, organizationId: 'office', memberId: 'member' })

test.each([
	['a monitor of the member', held('CSO_MONITOR'), 'judge_and_judged'],
	['the owner of a CSO that watches everywhere', held('CSO_OWNER', null), 'judge_and_judged'],
	['somebody of its Monitoring Body', held('MONITORING_BODY'), 'judge_and_judged'],
	['a researcher of the IRM', held('IRM', null), 'judge_and_judged'],
	['whoever runs the site', held('INSTANCE_ADMIN', null), 'host_and_judged'],
	['a monitor of another member', held('CSO_MONITOR', 'another'), null],
	['a monitor whose appointment ended', held('CSO_MONITOR', 'member', '2026-06-30'), null],
	['an officer of another institution', held('IMPLEMENTER'), null],
] as const)('%s becomes point of contact unless there is a reason: %o %s', (_who, one, reason) => {
	expect(reasonNotToAppoint([one], offered('POC'), '2026-07-01')).toBe(reason)
})

test.each(['IMPLEMENTER', 'INSTITUTION_LEAD', 'POC', 'SECRETARIAT'])(
	'the other way round, a %s of the member becomes no monitor, nobody of its body and no researcher',
	(role) => {
		for (const judge of ['CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY', 'IRM'])
			expect(reasonNotToAppoint([held(role)], offered(judge), '2026-07-01')).toBe('judge_and_judged')
	},
)

test('nobody is appointed twice to the same role of the same organization, and again once it ended', () => {
	const one = { ...held('SECRETARIAT'), organizationId: 'office' }
	expect(reasonNotToAppoint([one], offered('SECRETARIAT'), '2026-07-01')).toBe('already_appointed')
	const ended = { ...one, untilOn: '2026-06-30' }
	expect(reasonNotToAppoint([ended], offered('SECRETARIAT'), '2026-07-01')).toBeNull()
})

test('only roles of government need no act', () => {
	expect(['POC', 'CSO_OWNER', 'MONITORING_BODY', 'IRM', 'INSTANCE_ADMIN'].filter(isOfGovernment)).toEqual([
		'POC',
	])
})
