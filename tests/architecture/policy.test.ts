import { expect, test } from 'vitest'
import { PUBLIC_ACTOR, ROLES, may } from '#app/access/policy.ts'
import type { Actor, Role } from '#app/access/policy.ts'
import { ME, RIGHTS, STRANGER, appointed, rowsOfRights } from './rights.ts'
import { textOf } from './source-files.ts'

/** Whether the actor may do the action to what belongs to `ME`. */
function mayDo(actor: Actor, action: keyof typeof RIGHTS): boolean {
	return may(actor, action, RIGHTS[action].own as never)
}

test('every action of the policy has a row for every role', () => {
	const subjects = /export type Subjects = \{([\s\S]*?)\n\}/.exec(textOf('app/access/policy.ts'))?.[1] ?? ''
	const actions = [...subjects.matchAll(/^\t'([\w.-]+)':/gm)].map((match) => match[1])
	expect(actions.length).toBeGreaterThan(0)
	expect(Object.keys(RIGHTS).sort()).toEqual(actions.sort())
	expect(rowsOfRights()).toHaveLength(actions.length * (ROLES.length + 1))
})

test.each(rowsOfRights())('%s, of what is their own, %s: %s', (who, action, isAllowed) => {
	expect(mayDo(who === 'PUBLIC' ? PUBLIC_ACTOR : appointed(who), action)).toBe(isAllowed)
})

test.each(rowsOfRights().filter((row) => row[2]))('%s of another body may not %s', (who, action) => {
	expect(mayDo(appointed(who as Role, STRANGER), action)).toBe(false)
})

test('nobody of government, and not the host, has a right over a verification', () => {
	const judges: readonly Role[] = ['CSO_OWNER', 'CSO_MONITOR']
	const allowed = rowsOfRights().filter(
		([, action, isAllowed]) => isAllowed && action.startsWith('verification.'),
	)
	expect(allowed.filter(([who]) => !judges.some((judge) => judge === who))).toEqual([])
})

test('nobody approves what they submitted, and nobody publishes what another wrote', () => {
	const mine = { ...ME, submittedById: ME.personId }
	expect(may(appointed('INSTITUTION_LEAD'), 'progress-update.approve', mine)).toBe(false)
	const theirs = { ...ME, authorId: 'a-colleague' }
	expect(may(appointed('CSO_OWNER'), 'verification.publish', theirs)).toBe(false)
})

test.each(['IMPLEMENTER', 'INSTITUTION_LEAD', 'POC', 'SECRETARIAT'] as const)(
	'a monitor who is also %s of the same member may not verify',
	(role) => {
		const both = {
			...appointed('CSO_MONITOR'),
			appointments: ['CSO_MONITOR' as const, role].flatMap((r) => appointed(r).appointments),
		}
		expect(mayDo(both, 'verification.publish')).toBe(false)
	},
)
