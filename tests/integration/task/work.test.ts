import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { fileProgressUpdates } from '#app/domain/progress-batch/commands.server.ts'
import { findWork } from '#app/domain/task/queries.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
})
afterEach(() => database.close())

test('of long lists the first lines are shown with how many there are, and all of them where all are asked for', async () => {
	await fileProgressUpdates(as(database, 'officer'), 'B06', [
		{ milestoneId: 'm1', level: 'NIL' },
		{ milestoneId: 'm2', level: 'NIL' },
	])
	const short = await findWork(as(database, 'lead'), 1)
	expect(short.approvals).toMatchObject({ items: [{ checkpointCode: 'B06' }], count: 2 })
	expect((await findWork(as(database, 'lead'), Infinity)).approvals?.items).toHaveLength(2)
	const officer = await findWork(as(database, 'officer'), 1)
	expect(officer.tasks?.map(({ items, count }) => [items.length, count])).toEqual([[1, 2]])
	expect(officer.tasks?.[0]).toMatchObject({ items: [{ state: 'WAITING' }] })
})

test('a level of a whole commitment that was proposed waits for the lead, and for nobody else', async () => {
	await database.db.commitmentLevelDraft.create({
		data: {
			...{ id: 'level', commitmentId: 'k1', checkpointId: 'b06', organizationId: 'agency' },
			...{ claimedLevel: 'LIMITED', sentenceEn: 'Half of it.', submittedById: 'officer' },
			...{ createdAt: new Date('2026-07-15T02:00:00Z'), updatedAt: new Date('2026-07-15T02:00:00Z') },
		},
	})
	expect((await findWork(as(database, 'lead'))).levels.waiting).toMatchObject({
		items: [{ commitmentTitle: { en: 'Commitment k1' }, state: 'WAITING', draftId: 'level' }],
		count: 1,
	})
	for (const who of ['officer', 'otherLead', 'poc'] as const)
		expect((await findWork(as(database, who))).levels.waiting, who).toEqual({ items: [], count: 0 })
})
