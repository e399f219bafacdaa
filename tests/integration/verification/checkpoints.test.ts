import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { findChoices } from '#app/domain/finding-choice/queries.server.ts'
import type { SubjectKey } from '#app/domain/finding-ground/queries.server.ts'
import {
	addFindingEvidence,
	answerFinding,
	answerReasons,
	beginVerification,
	judgeNewestClaim,
	publishVerification,
} from '#app/domain/verification/commands.server.ts'
import { findFinding, findSubject } from '#app/domain/verification/queries.server.ts'
import { NO_INTEREST, PIECE, REASONS, aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const SILENT = { milestoneId: 'm1', checkpointCode: 'B06' }
const WHOLE = { commitmentId: 'k1', checkpointCode: 'B06' }

/** A complete finding on anything, that nothing keeps from being published. */
async function found(key: SubjectKey) {
	const monitor = as(database, 'monitor')
	await declareInterests(monitor, key, NO_INTEREST)
	const { id } = await beginVerification(monitor, key)
	await answerFinding(monitor, id, { version: 1, level: 'NO_EVIDENCE', outcome: 'NOT_CONFIRMED' })
	await answerReasons(monitor, id, { version: 2, ...REASONS })
	const { version } = await addFindingEvidence(monitor, id, { version: 3, ...PIECE })
	return { id, version }
}

describe('what can be judged', () => {
	test('a commitment as a whole at a checkpoint', async () => {
		const { id, version } = await found(WHOLE)
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			commitmentId: 'k1',
			milestoneId: null,
			checkpointId: 'b06',
			claimRecordId: null,
		})
		const { commitments } = await findPlanRecord(as(database, 'monitor'), 'plan')
		expect(commitments[0]?.verifications).toMatchObject([{ recordId: id, checkpointCode: 'B06' }])
	})

	test('silence: a claim that was never made at a checkpoint that is due', async () => {
		const { id, version } = await found(SILENT)
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			milestoneId: 'm1',
			checkpointId: 'b06',
			claimRecordId: null,
		})
	})

	test('a report that says nothing happened', async () => {
		const { recordId } = await publishClaim(database, 'NIL')
		const { id, version } = await found({ claimRecordId: recordId })
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			claimRecordId: recordId,
			claimVersion: 1,
		})
	})

	test('a milestone at a checkpoint with a claim leads to that claim', async () => {
		const { recordId } = await publishClaim(database)
		const { subject } = await findSubject(as(database, 'monitor'), SILENT)
		expect(subject).toMatchObject({ checkpoint: { code: 'B06' }, claim: { recordId } })
	})

	test('the choice shows what was said at each checkpoint that has opened, and what is closed', async () => {
		const { recordId } = await publishClaim(database)
		const { checkpoints } = await findChoices(as(database, 'monitor'), 'k1')
		expect(checkpoints.map(({ code }) => code)).toEqual(['B06', 'B03'])
		expect(checkpoints[0]?.choices).toMatchObject([
			{ milestone: null, said: null, closedBecause: null },
			{ milestone: { id: 'm1' }, said: { recordId, level: 'SUBSTANTIAL' }, closedBecause: null },
			{ milestone: { id: 'm2' }, said: null, closedBecause: null },
		])
	})
})

describe('what cannot', () => {
	test.each([
		['a checkpoint that lies ahead', { milestoneId: 'm1', checkpointCode: 'B09' }, 'checkpoint_not_open'],
		[
			'the whole at a checkpoint that lies ahead',
			{ commitmentId: 'k1', checkpointCode: 'B09' },
			'checkpoint_not_open',
		],
		['a milestone before its end, without a checkpoint', { milestoneId: 'm1' }, 'claim_not_due'],
		['a checkpoint that the plan does not have', { milestoneId: 'm1', checkpointCode: 'B12' }, 'not_found'],
	] as const)('%s', async (_what, key, reason) => {
		const monitor = as(database, 'monitor')
		await expect(declareInterests(monitor, key, NO_INTEREST)).rejects.toMatchObject({ reason })
		await expect(beginVerification(monitor, key)).rejects.toMatchObject({ reason })
		expect(await database.db.verificationDraft.count()).toBe(0)
	})

	test('silence before the report was due', async () => {
		const early = as(database, 'monitor', new Date('2026-06-30T02:00:00Z'))
		await expect(beginVerification(early, SILENT)).rejects.toMatchObject({ reason: 'claim_not_due' })
	})

	test.each(['commitment', 'milestone'] as const)(
		'a withdrawn %s: the draft stays, and is not published',
		async (what) => {
			const { id, version } = await found(SILENT)
			await nextText(what, what === 'milestone' ? 'm1' : 'k1', { standing: 'WITHDRAWN' })
			await expect(publishVerification(as(database, 'monitor'), id, { version })).rejects.toMatchObject({
				reason: 'promise_ended',
			})
			expect(await database.db.verificationDraft.count()).toBe(1)
		},
	)

	test('what government reported meanwhile in place of silence', async () => {
		const { id, version } = await found(SILENT)
		await publishClaim(database)
		const monitor = as(database, 'monitor')
		await expect(publishVerification(monitor, id, { version })).rejects.toMatchObject({
			reason: 'claim_superseded',
		})
		expect(await findFinding(monitor, id)).toMatchObject({ newerClaim: { claim: { level: 'SUBSTANTIAL' } } })
		const taken = await judgeNewestClaim(monitor, id, { version })
		await publishVerification(monitor, id, { version: taken.version })
		expect(await database.db.verification.findFirst()).toMatchObject({ claimVersion: 1, checkpointId: 'b06' })
	})

	test('twice the same; what is new becomes the next version of the same record', async () => {
		const monitor = as(database, 'monitor')
		const first = await found(SILENT)
		await publishVerification(monitor, first.id, { version: first.version })
		const second = await found(SILENT)
		expect(await findSubject(monitor, SILENT)).toMatchObject({ published: { recordId: first.id } })
		await expect(publishVerification(monitor, second.id, { version: second.version })).rejects.toMatchObject({
			reason: 'same_finding',
		})
		const changed = await answerFinding(monitor, second.id, {
			version: second.version,
			level: 'LIMITED',
			outcome: 'PARTLY_CONFIRMED',
		})
		expect(await publishVerification(monitor, second.id, { version: changed.version })).toEqual({
			recordId: first.id,
			version: 2,
		})
	})
})

describe('what a finding can say more', () => {
	test('further methods, what would raise the confidence, the protocol’s checks, and what it follows up', async () => {
		const { recordId } = await publishClaim(database)
		const first = await aCompleteFinding(database, recordId)
		const monitor = as(database, 'monitor')
		await publishVerification(monitor, first.id, { version: first.version })
		const protocol = {
			whatEn: 'Forty villages',
			whatId: null,
			whereEn: null,
			whereId: null,
			who: null,
			byOn: null,
		}
		await nextText('milestone', 'm2', { protocol })

		const { id } = await found({ milestoneId: 'm2', checkpointCode: 'B06' })
		expect((await findFinding(monitor, id)).earlier).toMatchObject([{ recordId: first.id }])
		const said = await answerReasons(monitor, id, {
			version: 4,
			...REASONS,
			confidence: 'MEDIUM',
			confidenceNeedsEn: 'The raw data',
			furtherMethods: ['SERVICE_TEST', 'PARTICIPATION'],
			checksMet: ['WHAT', 'WHERE'],
			noteWHAT: 'Forty-one',
			followsUp: first.id,
		})
		await publishVerification(monitor, id, { version: said.version })
		const { commitments } = await findPlanRecord(monitor, 'plan')
		expect(commitments[0]?.milestones[1]?.verifications).toMatchObject([
			{
				furtherMethods: ['PARTICIPATION'],
				confidenceNeeds: { en: 'The raw data', id: null },
				protocolChecks: [{ check: 'WHAT', isMet: true, note: 'Forty-one' }],
				followsUp: first.id,
			},
		])
	})

	test('nobody follows up another organization’s finding', async () => {
		const { recordId } = await publishClaim(database)
		const { id } = await found({ claimRecordId: recordId })
		await expect(
			answerReasons(as(database, 'monitor'), id, { version: 4, ...REASONS, followsUp: 'somebody-elses' }),
		).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	})

	test('the passage of a piece that matters, and where it stands', async () => {
		const { id } = await found(SILENT)
		const monitor = as(database, 'monitor')
		const more = { ...PIECE, url: 'https://pemantau.example/2', excerpt: '40 of 41', locator: 'page 3' }
		const { version } = await addFindingEvidence(monitor, id, { version: 4, ...more })
		await publishVerification(monitor, id, { version })
		const { commitments } = await findPlanRecord(monitor, 'plan')
		expect(commitments[0]?.milestones[0]?.verifications[0]?.evidence[1]).toMatchObject({
			excerpt: '40 of 41',
			locator: 'page 3',
		})
	})
})

/** Stores the next version of a text, with something changed. */
async function nextText(what: 'commitment' | 'milestone', id: string, change: object): Promise<void> {
	const table = what === 'commitment' ? 'CommitmentVersion' : 'MilestoneVersion'
	await database.db.$executeRawUnsafe(
		`INSERT INTO "${table}" SELECT (jsonb_populate_record(text, $1::jsonb)).* FROM "${table}" text WHERE "${what}Id" = $2`,
		JSON.stringify({ ...change, version: 2 }),
		id,
	)
}
