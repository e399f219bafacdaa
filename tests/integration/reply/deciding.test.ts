import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import { publishDecision } from '#app/domain/verifier-decision/commands.server.ts'
import { findDecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import type { DecisionAnswer } from '#app/domain/verifier-decision/schema.ts'
import { listWaitingDecisions, listWaitingReplies } from '#app/domain/waiting-thread/queries.server.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { MORNING, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeFinding(database)
})
afterEach(() => database.close())

const AFTER_THE_CLOCK = new Date('2026-08-06T02:00:00Z')
const ANSWER: DecisionAnswer = {
	findingVersion: 1,
	after: 0,
	decision: 'MAINTAINED',
	reasonEn: 'The minutes speak of another office.',
}

async function reply() {
	const ctx = as(database, 'officer')
	const words = { findingVersion: 1, after: 0, textId: 'Pintu dibuka.' }
	const { version } = await answerReply(ctx, 'finding-1', { ...words, version: 0 })
	return publishReply(ctx, 'finding-1', { ...words, version })
}

describe('after a reply', () => {
	test('a verifier maintains the finding; the decision names the reply and has its leaf', async () => {
		const answered = await reply()
		const ctx = as(database, 'owner')
		const before = await countsOf(database)
		const published = await publishDecision(ctx, 'finding-1', ANSWER)
		expect(await database.db.verifierDecision.findMany()).toMatchObject([
			{
				...published,
				verificationVersion: 1,
				replyRecordId: answered.recordId,
				replyVersion: 1,
				decision: 'MAINTAINED',
				organizationId: 'cso',
				submittedById: 'owner',
			},
		])
		expect(await countsOf(database)).toEqual({ ...before, leaves: before.leaves + 1 })
		expect(await findRecord(ctx, published.recordId)).toMatchObject({
			matchesEntry: true,
			entry: { actorOrganization: expect.stringMatching(/^cso-[0-9a-f]{16}$/) },
		})
	})

	test('the same form again is the decision that was published; another one at once is told', async () => {
		await reply()
		const first = await publishDecision(as(database, 'monitor'), 'finding-1', ANSWER)
		expect(await publishDecision(as(database, 'monitor'), 'finding-1', ANSWER)).toEqual(first)
		const other = publishDecision(as(database, 'owner'), 'finding-1', { ...ANSWER, decision: 'WITHDRAWN' })
		await expect(other).rejects.toMatchObject({ reason: 'decision_made' })
		expect(await database.db.verifierDecision.count()).toBe(1)
	})

	test('a decision is followed by another, as the next version of its record', async () => {
		await reply()
		const first = await publishDecision(as(database, 'monitor'), 'finding-1', ANSWER)
		const next = { ...ANSWER, after: 1, decision: 'WITHDRAWN' as const }
		expect(await publishDecision(as(database, 'owner'), 'finding-1', next)).toEqual({
			recordId: first.recordId,
			version: 2,
		})
	})

	test('a change is declared once the next version stands, and names it', async () => {
		await reply()
		const ctx = as(database, 'monitor')
		const changed = { ...ANSWER, decision: 'CHANGED' as const }
		await expect(publishDecision(ctx, 'finding-1', changed)).rejects.toMatchObject({
			reason: 'finding_not_changed',
		})
		await storeFinding(database, { version: 2, outcome: 'CONFIRMED' })
		expect((await listWaitingDecisions(ctx)).items).toMatchObject([
			{ recordId: 'finding-1', kind: 'CHANGED' },
		])
		await publishDecision(ctx, 'finding-1', { ...changed, findingVersion: 2 })
		expect(await database.db.verifierDecision.findMany()).toMatchObject([
			{ verificationVersion: 1, changedToVersion: 2 },
		])
		expect((await listWaitingDecisions(ctx)).items).toEqual([])
	})
})

describe('withdrawn by its author', () => {
	test('the finding stays readable with its reason and leaves every independent figure', async () => {
		const ctx = as(database, 'monitor')
		const before = await findPlanRecord(ctx, 'plan')
		expect(planFigures(before, '2026-07-15').coverage.count).toBe(1)
		await publishDecision(ctx, 'finding-1', { ...ANSWER, decision: 'WITHDRAWN' })
		const record = await findPlanRecord(ctx, 'plan')
		const [finding] = record.commitments[0]?.milestones[0]?.verifications ?? []
		expect(finding?.thread?.decisions).toMatchObject([
			{ decision: 'WITHDRAWN', reason: { en: ANSWER.reasonEn } },
		])
		expect(planFigures(record, '2026-07-15').coverage.count).toBe(0)
		expect(fixRateOf(record, '2026-07-15')).toMatchObject({ adverse: 0 })
		const late = answerReply(as(database, 'officer'), 'finding-1', {
			version: 0,
			findingVersion: 1,
			after: 0,
			textEn: 'Too late.',
		})
		await expect(late).rejects.toMatchObject({ reason: 'finding_withdrawn' })
	})
})

describe('silence', () => {
	test('while the clock runs, nobody maintains; the day after it, silence can be decided about', async () => {
		const early = publishDecision(as(database, 'monitor'), 'finding-1', ANSWER)
		await expect(early).rejects.toMatchObject({ reason: 'reply_window_open' })
		const ctx = as(database, 'monitor', AFTER_THE_CLOCK)
		expect((await listWaitingDecisions(ctx)).items).toMatchObject([{ kind: 'SILENT', sinceOn: '2026-08-05' }])
		await publishDecision(ctx, 'finding-1', ANSWER)
		expect(await database.db.verifierDecision.findMany()).toMatchObject([{ replyRecordId: null }])
	})

	test('the institution sees what waits for its reply, by the last day, and after it still', async () => {
		expect((await listWaitingReplies(as(database, 'lead'))).items).toMatchObject([
			{ recordId: 'finding-1', dueOn: '2026-08-05', isOver: false },
		])
		expect((await listWaitingReplies(as(database, 'lead', AFTER_THE_CLOCK))).items).toMatchObject([
			{ isOver: true },
		])
		expect((await listWaitingReplies(as(database, 'otherLead'))).items).toEqual([])
		await reply()
		expect((await listWaitingReplies(as(database, 'lead', MORNING))).items).toEqual([])
		expect((await listWaitingDecisions(as(database, 'monitor'))).items).toMatchObject([{ kind: 'REPLIED' }])
	})
})

test.each(['otherMonitor', 'officer', 'lead', 'poc', 'admin'] as const)(
	'for %s there is no finding to decide about, and nothing is appended',
	async (who) => {
		const before = await countsOf(database)
		await expect(publishDecision(as(database, who), 'finding-1', ANSWER)).rejects.toMatchObject({
			reason: 'not_found',
		})
		await expect(findDecisionDesk(as(database, who), 'finding-1')).rejects.toMatchObject({
			reason: 'not_found',
		})
		expect(await countsOf(database)).toEqual(before)
	},
)
