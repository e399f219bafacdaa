import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import {
	addEvidence,
	answerChallenges,
	answerDone,
	answerLevel,
	removeEvidence,
	returnProgressUpdate,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import { findApproval, findTask } from '#app/domain/progress-update/queries.server.ts'
import { KEY, LINK, aCompleteReport, aSubmittedReport } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const OUTSIDERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => PEOPLE[who][1] !== 'agency')

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

describe('who may not', () => {
	test('for everyone outside the institution its report does not exist, and nothing is written', async () => {
		const { id, version } = await aSubmittedReport(database)
		const before = await countsOf(database)
		for (const who of OUTSIDERS) {
			const ctx = as(database, who)
			const attempts = await Promise.allSettled([
				findTask(ctx, KEY),
				findApproval(ctx, id),
				answerLevel(ctx, KEY, { version, level: 'COMPLETE' }),
				answerDone(ctx, KEY, { version, doneEn: 'x' }),
				answerChallenges(ctx, KEY, { version, challenges: ['FUNDING'] }),
				addEvidence(ctx, KEY, { version, ...LINK }),
				removeEvidence(ctx, KEY, { version, position: 0 }),
				submitProgressUpdate(ctx, KEY, { version }),
				returnProgressUpdate(ctx, id, { version, reason: 'x' }),
				approveProgressUpdate(ctx, id, { version }),
			])
			expect(
				attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason),
				who,
			).toMatchObject(attempts.map(() => ({ reason: 'not_found' })))
		}
		expect(await countsOf(database)).toEqual(before)
	})

	test('an officer sees what a colleague sent and may not approve it', async () => {
		const { id, version } = await aSubmittedReport(database)
		const before = await countsOf(database)
		await expect(approveProgressUpdate(as(database, 'colleague'), id, { version })).rejects.toMatchObject({
			reason: 'not_allowed',
		})
		await expect(
			returnProgressUpdate(as(database, 'colleague'), id, { version, reason: 'x' }),
		).rejects.toMatchObject({
			reason: 'not_allowed',
		})
		expect(await countsOf(database)).toEqual(before)
	})

	test('nobody approves what they sent, also not with both roles', async () => {
		const both = {
			...as(database, 'officer'),
			actor: {
				personId: 'officer',
				appointments: (['IMPLEMENTER', 'INSTITUTION_LEAD'] as const).map((role) => ({
					role,
					organizationId: 'agency',
					memberId: 'example',
				})),
			},
		}
		const { id, version } = await aSubmittedReport(database)
		expect(await findApproval(both, id)).toMatchObject({ mayApprove: false })
		await expect(approveProgressUpdate(both, id, { version })).rejects.toMatchObject({
			reason: 'same_person',
		})
		expect(await database.db.progressUpdate.count()).toBe(0)
	})
})

describe('twice, at once, too early and too late', () => {
	test('sending again what was sent changes nothing', async () => {
		const { version } = await aSubmittedReport(database)
		await expect(submitProgressUpdate(as(database, 'officer'), KEY, { version })).rejects.toMatchObject({
			reason: 'draft_already_submitted',
		})
		expect(await database.db.progressUpdateDraft.findMany()).toMatchObject([{ version, state: 'SUBMITTED' }])
	})

	test('approving again what was approved says that it is published, and publishes it once', async () => {
		const { id, version } = await aSubmittedReport(database)
		await approveProgressUpdate(as(database, 'lead'), id, { version })
		const before = await countsOf(database)
		await expect(approveProgressUpdate(as(database, 'lead'), id, { version })).rejects.toMatchObject({
			reason: 'already_published',
		})
		expect(await countsOf(database)).toEqual(before)
	})

	test('of two answers to the same version one is kept and the other is refused', async () => {
		const { version } = await answerLevel(as(database, 'officer'), KEY, { version: 0, level: 'LIMITED' })
		const answers = await Promise.allSettled([
			answerDone(as(database, 'officer'), KEY, { version, doneEn: 'mine' }),
			answerDone(as(database, 'colleague'), KEY, { version, doneEn: 'theirs' }),
		])
		const refused = answers.filter((answer) => answer.status === 'rejected')
		expect(refused).toMatchObject([{ reason: { reason: 'changed_meanwhile' } }])
		const [draft] = await database.db.progressUpdateDraft.findMany()
		expect(draft).toMatchObject({ version: version + 1 })
		expect(['mine', 'theirs']).toContain(draft?.doneEn)
	})

	test('two officers who begin the same report at once begin one', async () => {
		const answers = await Promise.allSettled([
			answerLevel(as(database, 'officer'), KEY, { version: 0, level: 'LIMITED' }),
			answerLevel(as(database, 'colleague'), KEY, { version: 0, level: 'COMPLETE' }),
		])
		expect(answers.filter((answer) => answer.status === 'rejected')).toMatchObject([
			{ reason: { reason: 'changed_meanwhile' } },
		])
		expect(await database.db.progressUpdateDraft.count()).toBe(1)
	})

	test('a lead who read an older text approves nothing', async () => {
		const { id, version } = await aSubmittedReport(database)
		await returnProgressUpdate(as(database, 'lead'), id, { version, reason: 'Which portal?' })
		await submitProgressUpdate(as(database, 'officer'), KEY, { version: version + 1 })
		await expect(approveProgressUpdate(as(database, 'lead'), id, { version })).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
		expect(await database.db.progressUpdate.count()).toBe(0)
	})

	test('what the lead has, the officer no longer changes', async () => {
		const { version } = await aSubmittedReport(database)
		await expect(answerDone(as(database, 'officer'), KEY, { version, doneEn: 'x' })).rejects.toMatchObject({
			reason: 'draft_already_submitted',
		})
	})

	test.each([
		['B09', '2026-08-31T16:59:59Z', 'checkpoint_not_open', 'the evening before it opens, in Jakarta'],
		['B06', '2026-08-31T17:00:00Z', 'checkpoint_locked', 'the day after its last day, in Jakarta'],
	])('nothing is filed at %s at %s (%s): %s', async (checkpointCode, at, reason) => {
		const ctx = as(database, 'officer', new Date(at))
		await expect(
			answerLevel(ctx, { milestoneId: 'm1', checkpointCode }, { version: 0, level: 'LIMITED' }),
		).rejects.toMatchObject({ reason })
		expect(await database.db.progressUpdateDraft.count()).toBe(0)
	})

	test('a late report is taken on the last day, and approved after it', async () => {
		const ctx = as(database, 'officer', new Date('2026-08-31T16:59:59Z'))
		const nil = await answerLevel(ctx, KEY, { version: 0, level: 'NIL' })
		const sent = await submitProgressUpdate(ctx, KEY, { version: nil.version })
		const after = as(database, 'lead', new Date('2026-09-03T02:00:00Z'))
		expect(await approveProgressUpdate(after, sent.id, { version: sent.version })).toMatchObject({
			version: 1,
		})
	})

	test.each([
		['SUBSTANTIAL', '', 'without words and proof'],
		['LIMITED', 'Some of it.', 'without proof and without what stands in the way'],
	] as const)('a claim of %s (“%s”) is not sent: %s', async (level, done, _why) => {
		const officer = as(database, 'officer')
		let draft = await answerLevel(officer, KEY, { version: 0, level })
		if (done) draft = await answerDone(officer, KEY, { version: draft.version, doneEn: done })
		await expect(submitProgressUpdate(officer, KEY, { version: draft.version })).rejects.toMatchObject({
			reason: 'draft_incomplete',
		})
	})

	test('a limited milestone is sent once it says what stands in the way', async () => {
		const { version } = await aCompleteReport(database)
		const officer = as(database, 'officer')
		const limited = await answerLevel(officer, KEY, { version, level: 'LIMITED' })
		expect(await findTask(officer, KEY)).toMatchObject({ asksForChallenges: true, missing: ['CHALLENGES'] })
		const draft = await answerChallenges(officer, KEY, { version: limited.version, challenges: ['FUNDING'] })
		expect(await submitProgressUpdate(officer, KEY, { version: draft.version })).toMatchObject({
			state: 'SUBMITTED',
		})
	})

	test('when the log refuses the leaf, there is no act and the draft stays', async () => {
		const { id, version } = await aSubmittedReport(database)
		await database.exec(
			'ALTER TABLE "LedgerEntry" ADD CONSTRAINT "no_more" CHECK ("kind" <> \'progress-update.published\')',
		)
		await expect(approveProgressUpdate(as(database, 'lead'), id, { version })).rejects.toThrow()
		expect(await countsOf(database)).toMatchObject({ claims: 0, evidence: 0, drafts: 1 })
	})
})
