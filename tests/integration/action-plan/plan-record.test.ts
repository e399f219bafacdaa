import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { findActInPlan, listLatestActs } from '#app/domain/plan-record/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-11-21T03:00:00Z')
let database: Database
let ctx: Context

beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now })
	ctx = {
		db: database.db,
		actor: PUBLIC_ACTOR,
		now,
		requestId: 'test',
		withdrawals: withdrawalList([], () => {}),
	}
})

afterAll(() => database.close())

describe('the public record of a plan', () => {
	test('real members stand before the demonstration, national ones first', async () => {
		const plans = await listPlans(ctx)
		expect(plans[0]?.id).toBe('id-nap7')
		expect(plans.at(-1)?.member.isDemonstration).toBe(true)
	})

	test('Indonesia’s third plan has 19 commitments coded by the IRM, two in words outside the scale, and no claim', async () => {
		const record = await findPlanRecord(ctx, 'id-nap3')
		const { claimed, coded, agreement } = planFigures(record, '2026-11-21')
		expect(record.commitments).toHaveLength(19)
		expect(coded.inOtherWords).toBe(2)
		expect(claimed.notAssessed).toBe(19)
		expect(agreement).toEqual({ count: 0, of: 0, share: null })
	})

	test('a claim of the United States says where it comes from and that nobody of that government filed it here', async () => {
		const record = await findPlanRecord(ctx, 'us-nap5')
		const claims = record.commitments.flatMap((c) => c.milestones.flatMap((m) => m.claims))
		expect(claims).toHaveLength(70)
		expect(claims.every((claim) => claim.provenance !== null)).toBe(true)
		expect(claims.filter((claim) => claim.level === 'COMPLETE')).toHaveLength(33)
		expect(
			claims.filter((claim) => claim.levelAsPublished === 'In Progress' && claim.level === null),
		).toHaveLength(36)
	})

	test('a plan that is still a draft does not exist for anyone who asks', async () => {
		await database.db.actionPlan.update({ where: { id: 'id-nap1' }, data: { status: 'DRAFT' } })
		await expect(findPlanRecord(ctx, 'id-nap1')).rejects.toMatchObject({ reason: 'not_found' })
		await expect(findCommitment(ctx, 'id-nap1-1')).rejects.toMatchObject({ reason: 'not_found' })
		expect((await listPlans(ctx)).map((plan) => plan.id)).not.toContain('id-nap1')
		await database.db.actionPlan.update({ where: { id: 'id-nap1' }, data: { status: 'ENDED' } })
	})

	test('a commitment is found with the plan it stands in', async () => {
		const { row, plan } = await findCommitment(ctx, 'contoh-2025-2')
		expect(plan.id).toBe('contoh-2025')
		expect(row.judgements.divergence).toMatchObject({ state: 'GOVERNMENT_HIGHER', steps: 1 })
	})

	test('what was published last leaves out what was imported', async () => {
		const acts = await listLatestActs(ctx, 5)
		expect(acts).toHaveLength(5)
		expect(acts.every((act) => act.isDemonstration)).toBe(true)
		expect(acts.map((act) => act.index)).toEqual(acts.map((act) => act.index).toSorted((a, b) => b - a))
	})

	test('each act on a commitment’s timeline can be opened, and still says what was sealed', async () => {
		const { row } = await findCommitment(ctx, 'contoh-2025-2')
		const acts = row.commitment.milestones.flatMap((m) => [...m.claims, ...m.verifications])
		for (const { recordId, version } of acts) {
			const record = await findRecord(ctx, recordId, version)
			const act = await findActInPlan(ctx, record)
			expect(record.matchesEntry).toBe(true)
			expect(act.commitmentId).toBe('contoh-2025-2')
			expect(act.claim ?? act.verification).toMatchObject({ recordId, version })
		}
	})
})
