import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { listDuties } from '#app/domain/task/queries.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
})
afterEach(() => database.close())

const dutiesOf = async (who: PersonName, now: Date = MORNING) =>
	(await listDuties(as(database, who, now))).map((duty) =>
		duty.kind === 'OBLIGATION'
			? `${duty.obligation.code} ${duty.obligation.subject} ${duty.obligation.state}`
			: duty.kind,
	)

async function aDraftPlan(submittedById: string) {
	await database.db.planDraft.create({
		data: {
			...{
				id: 'draft',
				memberId: 'example',
				organizationId: 'secretariat',
				state: 'SUBMITTED',
				submittedById,
			},
			...{ ruleSetId: (await database.db.ruleSet.findFirstOrThrow()).id, checkpointScheme: 'QUARTERLY' },
			...{ text: { titleEn: 'Next plan', titleId: null }, createdById: submittedById },
			...{ submittedAt: MORNING, updatedAt: MORNING },
		},
	})
}

test('those who run a plan see what is overdue or due soon, by its last day', async () => {
	expect(await dutiesOf('poc')).toEqual(['CHECKPOINT B03 OVERDUE', 'CHECKPOINT B06 OVERDUE'])
	expect(await dutiesOf('secretariat', new Date('2026-09-01T02:00:00Z'))).toEqual([
		'CHECKPOINT B03 OVERDUE',
		'CHECKPOINT B06 OVERDUE',
		'CHECKPOINT B09 DUE_SOON',
	])
})

test('a plan waits for the point of contact who did not submit it', async () => {
	await aDraftPlan('secretariat')
	expect(await dutiesOf('poc')).toContain('PLAN_DRAFT')
	expect(await dutiesOf('secretariat')).not.toContain('PLAN_DRAFT')
	await database.db.planDraft.updateMany({ data: { submittedById: 'poc' } })
	expect(await dutiesOf('poc')).not.toContain('PLAN_DRAFT')
})

test('an amendment waits for those who did not submit it', async () => {
	await database.db.amendmentDraft.create({
		data: {
			...{ id: 'amendment', actionPlanId: 'plan', organizationId: 'secretariat', state: 'SUBMITTED' },
			...{ changes: [], createdById: 'poc', submittedById: 'poc', updatedAt: MORNING },
		},
	})
	expect(await dutiesOf('poc')).not.toContain('AMENDMENT')
	expect(await dutiesOf('secretariat')).toContain('AMENDMENT')
})

test('comments without an answer wait, from the end of their window on overdue', async () => {
	await database.db.selfAssessment.create({
		data: {
			...{ recordId: 'sa', version: 1, actionPlanId: 'plan', kind: 'MID_TERM', stage: 'COMMENT' },
			...{ commentOpensOn: '2026-07-01', commentClosesOn: '2026-07-15', model: '{}', modelHash: '' },
			...{ submittedById: 'poc', actorOrganizationId: 'secretariat', publishedOn: '2026-07-01' },
			...{ publishedAt: MORNING, salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
		},
	})
	const comment = { recordId: 'sa', body: 'x', locale: 'en', createdAt: MORNING }
	await database.db.selfAssessmentComment.createMany({
		data: [
			{ id: 'c1', position: 1, ...comment },
			{ id: 'c2', position: 2, ...comment, disposition: 'ACCEPTED' },
		],
	})
	const found = async (day: string) =>
		(await listDuties(as(database, 'poc', new Date(`${day}T02:00:00Z`)))).find(
			({ kind }) => kind === 'COMMENTS',
		)
	expect(await found('2026-07-15')).toMatchObject({ count: 1, windowEndsOn: '2026-07-15', isOver: false })
	expect(await found('2026-07-16')).toMatchObject({ isOver: true })
	await database.db.selfAssessmentComment.updateMany({ data: { disposition: 'ACCEPTED' } })
	expect(await found('2026-07-16')).toBeUndefined()
})

test('monitors see how many claims they can verify; officers and leads have lists of their own', async () => {
	expect(await dutiesOf('monitor')).toEqual([])
	const claim = await publishClaim(database)
	expect(await listDuties(as(database, 'monitor'))).toMatchObject([{ kind: 'CLAIMS', count: 1 }])
	const finding = await aCompleteFinding(database, claim.recordId)
	await publishVerification(as(database, 'monitor'), finding.id, finding)
	expect(await dutiesOf('monitor')).toEqual([])
	expect(await dutiesOf('otherMonitor')).toEqual(['CLAIMS'])
	expect(await dutiesOf('officer')).toEqual([])
	expect(await dutiesOf('lead')).toEqual([])
})
