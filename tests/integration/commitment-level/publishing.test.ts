import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { approveLevel, proposeLevel, returnLevel } from '#app/domain/commitment-level/commands.server.ts'
import {
	findLevelTask,
	listLevelApprovals,
	listLevelTasks,
} from '#app/domain/commitment-level/queries.server.ts'
import { judgementsOfCommitment } from '#app/domain/divergence/rules.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const KEY = { commitmentId: 'k1', checkpointCode: 'B06' }
const PROPOSAL = { version: 0, level: 'LIMITED', sentenceEn: 'Half of it waits for a budget.' } as const

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

async function claimedNow() {
	const plan = await findPlanRecord(as(database, 'monitor'), 'plan')
	const commitment = plan.commitments.find((one) => one.id === 'k1')
	if (!commitment) throw new Error('the plan has lost its commitment')
	return { commitment, claimed: judgementsOfCommitment(commitment).claimed }
}

describe('the level of a whole commitment', () => {
	test('is stated by one person with a sentence, approved by a second, and is an act beside the suggestion', async () => {
		await publishClaim(database, 'COMPLETE')
		const suggested = (await findLevelTask(as(database, 'officer'), KEY)).suggestion
		expect(suggested).toMatchObject({ known: 1, total: 2 })
		expect((await claimedNow()).claimed).toMatchObject({ rolledUp: true })

		const draft = await proposeLevel(as(database, 'officer'), KEY, PROPOSAL)
		expect((await claimedNow()).commitment).not.toHaveProperty('statedLevels')
		expect(await listLevelApprovals(as(database, 'lead'))).toMatchObject([{ draftId: draft.id }])
		const published = await approveLevel(as(database, 'lead'), draft.id, { version: draft.version })

		const { commitment, claimed } = await claimedNow()
		expect(claimed).toMatchObject({ level: 'LIMITED', rolledUp: false, known: 1, total: 1 })
		expect(commitment.statedLevels).toMatchObject([
			{
				level: 'LIMITED',
				suggested: suggested.level,
				sentence: { en: PROPOSAL.sentenceEn },
				checkpointCode: 'B06',
			},
		])
		expect(await findReceipt(as(database, 'lead'), published.recordId)).toMatchObject({ version: 1 })
		expect(await findRecord(as(database, 'lead'), published.recordId)).toMatchObject({
			matchesEntry: true,
			entry: { kind: 'commitment-level.published', actorOrganization: 'agency' },
		})
		expect(await listLevelTasks(as(database, 'officer'))).toMatchObject([{ state: 'PUBLISHED' }])
	})

	test('does not move when its milestones do', async () => {
		const draft = await proposeLevel(as(database, 'officer'), KEY, PROPOSAL)
		await approveLevel(as(database, 'lead'), draft.id, { version: draft.version })
		await publishClaim(database, 'COMPLETE')
		expect((await claimedNow()).claimed.level).toBe('LIMITED')
	})

	test('is corrected by the next version of the same record', async () => {
		const first = await proposeLevel(as(database, 'officer'), KEY, PROPOSAL)
		const act = await approveLevel(as(database, 'lead'), first.id, { version: first.version })
		const second = await proposeLevel(as(database, 'colleague'), KEY, { ...PROPOSAL, level: 'SUBSTANTIAL' })
		expect(await approveLevel(as(database, 'lead'), second.id, { version: second.version })).toEqual({
			recordId: act.recordId,
			version: 2,
		})
		expect((await claimedNow()).commitment.statedLevels).toMatchObject([{ level: 'SUBSTANTIAL', version: 2 }])
	})

	test('comes back with a reason and is proposed again', async () => {
		const draft = await proposeLevel(as(database, 'officer'), KEY, PROPOSAL)
		const back = await returnLevel(as(database, 'lead'), draft.id, {
			version: draft.version,
			reason: 'Which half?',
		})
		expect(back).toMatchObject({ state: 'RETURNED', returnedReason: 'Which half?' })
		const again = await proposeLevel(as(database, 'officer'), KEY, { ...PROPOSAL, version: back.version })
		expect(again).toMatchObject({ state: 'WAITING', returnedReason: null })
	})
})

describe('nobody states it alone or from elsewhere', () => {
	test.each<[PersonName, string]>([
		['otherOfficer', 'not_found'],
		['lead', 'not_found'],
		['monitor', 'not_found'],
		['poc', 'not_found'],
	])('%s does not propose it: %s', async (who, reason) => {
		await expect(proposeLevel(as(database, who), KEY, PROPOSAL)).rejects.toMatchObject({ reason })
		expect(await database.db.commitmentLevelDraft.count()).toBe(0)
	})

	test('whoever proposed it does not approve it, also not as lead', async () => {
		const draft = await proposeLevel(as(database, 'officer'), KEY, PROPOSAL)
		const officer = as(database, 'officer')
		const asLead = {
			...officer,
			actor: {
				personId: 'officer',
				appointments: [
					...officer.actor.appointments,
					{ role: 'INSTITUTION_LEAD' as const, organizationId: 'agency', memberId: 'example' },
				],
			},
		}
		await expect(approveLevel(asLead, draft.id, { version: draft.version })).rejects.toMatchObject({
			reason: 'same_person',
		})
		await expect(
			approveLevel(as(database, 'otherLead'), draft.id, { version: draft.version }),
		).rejects.toMatchObject({ reason: 'not_found' })
		expect(await database.db.commitmentLevel.count()).toBe(0)
	})

	test('a second proposal waits until the first is decided, and a second approval finds it published', async () => {
		const draft = await proposeLevel(as(database, 'officer'), KEY, PROPOSAL)
		await expect(
			proposeLevel(as(database, 'colleague'), KEY, { ...PROPOSAL, version: draft.version }),
		).rejects.toMatchObject({ reason: 'draft_already_submitted' })
		await approveLevel(as(database, 'lead'), draft.id, { version: draft.version })
		await expect(
			approveLevel(as(database, 'lead'), draft.id, { version: draft.version }),
		).rejects.toMatchObject({ reason: 'already_published' })
	})

	test('it is stated at a checkpoint that is open, and nowhere else', async () => {
		await expect(
			proposeLevel(as(database, 'officer'), { ...KEY, checkpointCode: 'B03' }, PROPOSAL),
		).rejects.toMatchObject({ reason: 'checkpoint_locked' })
	})
})
