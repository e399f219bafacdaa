import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may } from '#app/access/policy.ts'
import type { Actor, Role } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { Context } from '#app/domain/context.ts'
import { findOwnOverview } from '#app/domain/own-overview/queries.server.ts'
import { countedCommitments, countedMilestones } from '#app/domain/published-text/rules.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const TODAY = '2026-11-22'
const PLAN = 'contoh-2025'

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: NOW })
}, 120_000)
afterAll(() => database.close())

const as = (actor: Actor): Context => ({
	...{ db: database.db, actor, now: NOW, requestId: 'test' },
	withdrawals: withdrawalList([], () => undefined),
})

/** Somebody of the demonstration who holds a role. */
async function holderOf(role: Role): Promise<Actor> {
	const { personId } = await database.db.appointment.findFirstOrThrow({ where: { role, untilOn: null } })
	const held = await database.db.appointment.findMany({ where: { personId, untilOn: null } })
	return {
		personId,
		appointments: held.map((one) => ({
			role: one.role as Role,
			organizationId: one.organizationId,
			memberId: one.memberId,
		})),
	}
}

describe('whoever reports', () => {
	test('sees the commitments that their institution answers for, and no others', async () => {
		const actor = await holderOf('IMPLEMENTER')
		const { overview, choices } = await findOwnOverview(as(actor), {})
		const own = actor.appointments.map(({ organizationId }) => organizationId)
		const answered = await database.db.commitmentInstitution.findMany({
			where: { organizationId: { in: own }, commitment: { actionPlanId: overview?.plan.id ?? '' } },
		})
		expect(answered.length).toBeGreaterThan(0)
		expect(choices.map(({ id }) => id)).toContain(overview?.plan.id)
		const shown = overview?.parts.flatMap(({ rows }) => rows.map(({ commitment }) => commitment.id))
		expect(shown?.sort()).toEqual(answered.map(({ commitmentId }) => commitmentId).sort())
		expect(overview?.parts.map((part) => part.as)).toEqual(['INSTITUTION'])
	})

	test('reads in each chart no more commitments than are theirs', async () => {
		const { overview } = await findOwnOverview(as(await holderOf('IMPLEMENTER')), {})
		const [part] = overview?.parts ?? []
		expect(part?.charts.map(({ figures }) => figures.chart)).toEqual([
			...['COMPLETION', 'COVERAGE', 'SCHEDULE', 'REPLIES'],
		])
		const completion = part?.charts[0]?.figures
		if (completion?.chart !== 'COMPLETION') throw new Error('no completion')
		const { counts, inOtherWords, notAssessed } = completion.counts.claimed
		const all = Object.values(counts).reduce((sum, count) => sum + count, inOtherWords + notAssessed)
		expect(all).toBe(part?.rows.length)
		expect(part?.overdue.length).toBe(part?.rows.reduce((sum, row) => sum + row.overdueMilestones, 0))
	})
})

describe('whoever verifies', () => {
	test('sees the plan as a whole, and how many of its newest claims wait for their own organization', async () => {
		const actor = await holderOf('CSO_MONITOR')
		const { overview } = await findOwnOverview(as(actor), { plan: PLAN })
		const [part] = overview?.parts ?? []
		const record = await findPlanRecord(as(actor), PLAN)
		expect(part?.rows).toEqual(commitmentRows(record, TODAY))
		let [claims, waiting] = [0, 0]
		for (const commitment of countedCommitments(record.commitments)) {
			for (const milestone of countedMilestones(commitment)) {
				const [newest] = milestone.claims
				if (!newest) continue
				claims += 1
				const judged = milestone.verifications.filter(
					(one) =>
						one.organizationId === part?.organization.id &&
						`${one.claim?.recordId ?? ''} ${String(one.claim?.version)}` ===
							`${newest.recordId} ${String(newest.version)}`,
				)
				if (judged.length === 0) waiting += 1
			}
		}
		expect(claims).toBeGreaterThan(waiting)
		expect(waiting).toBeGreaterThan(0)
		expect([part?.claims, part?.unjudgedClaims]).toEqual([claims, waiting])
	})

	test('finds only plans that they may verify', async () => {
		const actor = await holderOf('CSO_MONITOR')
		const { choices } = await findOwnOverview(as(actor), {})
		const plans = await database.db.actionPlan.findMany({ where: { status: { not: 'DRAFT' } } })
		const open = plans.filter(({ memberId }) =>
			actor.appointments.some(({ organizationId }) =>
				may(actor, 'verification.draft', { organizationId, memberId }),
			),
		)
		expect(choices.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort())
	})
})

test.each(['nobody', 'id-nap1', '../x'])('a plan that is not theirs is not shown: %s', async (plan) => {
	const { overview } = await findOwnOverview(as(await holderOf('IMPLEMENTER')), { plan })
	expect(overview?.plan.id).not.toBe(plan)
})

test('who has nothing to do with a plan is told so', async () => {
	const nobody = { personId: 'nobody', appointments: [] }
	expect(await findOwnOverview(as(nobody), {})).toEqual({ choices: [], overview: null })
})
