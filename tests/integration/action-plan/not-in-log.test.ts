import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { countRecord, listLatestActs } from '#app/domain/plan-record/queries.server.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await storePlan(database)
	const { recordId } = await publishClaim(database)
	const claim = await database.db.progressUpdate.findFirstOrThrow({ where: { recordId } })
	await database.db.progressUpdate.create({
		data: {
			...claim,
			challenges: [],
			textStates: {},
			recordId: 'smuggled',
			claimedLevel: 'COMPLETE',
			publishedAt: MORNING,
		},
	})
})
afterAll(() => database.close())

test('an act that somebody put past the log is shown as one that is not in it, and no page fails', async () => {
	const ctx = as(database, 'poc')
	const record = await findPlanRecord(ctx, 'plan')
	const claims = record.commitments[0]?.milestones[0]?.claims ?? []
	expect(claims.map(({ recordId, ledgerIndex }) => [recordId, ledgerIndex >= 0])).toEqual([
		[expect.not.stringMatching('smuggled'), true],
		['smuggled', false],
	])
	expect(claims[1]?.ledgerIndex).toBe(-1)
	expect(planFigures(record, '2026-07-15').commitments).toBe(2)
	expect((await countRecord(ctx)).claims).toBe(2)
	expect(JSON.stringify(await listLatestActs(ctx, 10))).not.toContain('smuggled')
})
