import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { missingIn } from '#app/domain/conflict/view.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import {
	addFindingEvidence,
	answerFinding,
	answerReasons,
	beginVerification,
	judgeNewestClaim,
	publishVerification,
} from '#app/domain/verification/commands.server.ts'
import { findFinding, findSubject } from '#app/domain/verification/queries.server.ts'
import { listClaimsToVerify } from '#app/domain/verification-queue/queries.server.ts'
import { NO_INTEREST, PAID, REASONS, aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
let claimRecordId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	claimRecordId = (await publishClaim(database)).recordId
})
afterEach(() => database.close())

describe('from the queue to the public record', () => {
	test('a finding is published by its author alone, with its evidence and its leaf', async () => {
		const before = await countsOf(database)
		const ctx = as(database, 'monitor')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const published = await publishVerification(ctx, id, { version })

		expect(published).toEqual({ recordId: id, version: 1 })
		expect(await database.db.verification.findMany()).toMatchObject([
			{
				recordId: id,
				milestoneId: 'm1',
				checkpointId: 'b06',
				claimRecordId,
				claimVersion: 1,
				organizationId: 'cso',
				authorId: 'monitor',
				verifiedLevel: 'LIMITED',
				outcome: 'PARTLY_CONFIRMED',
				hasInterest: false,
				independence: 'INDEPENDENT',
			},
		])
		expect(await countsOf(database)).toEqual({
			...before,
			verifications: 1,
			evidence: before.evidence + 1,
			declarations: 2,
			leaves: before.leaves + 1,
		})
		const record = await findRecord(ctx, id)
		expect(record).toMatchObject({
			matchesEntry: true,
			// The act names the organization; its entry in the log does so by a pseudonym of this act alone.
			entry: {
				kind: 'verification.published',
				actorOrganization: expect.stringMatching(/^cso-[0-9a-f]{16}$/),
			},
			content: { actorOrganization: 'cso', privateHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
		})
		expect(JSON.stringify(record.content)).not.toMatch(/"monitor"|Person of/)
	})

	test('the claim stays as it was', async () => {
		const before = await database.db.progressUpdate.findMany()
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.progressUpdate.findMany()).toEqual(before)
	})

	test('whoever declares an interest publishes as an interested party', async () => {
		const { id, version } = await aCompleteFinding(database, claimRecordId, { hasInterest: 'yes' })
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			independence: 'INTERESTED',
			hasInterest: true,
			interestStatement: 'We trained them.',
		})
	})

	test('the queue holds the claim until this CSO has looked at it, and a milestone past its end without a claim', async () => {
		const ctx = as(database, 'monitor')
		const ids = async () =>
			(await listClaimsToVerify(ctx)).items.map((item) => item.claimRecordId ?? item.milestoneId)
		expect(await ids()).toEqual(['m3', claimRecordId])
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishVerification(ctx, id, { version })
		expect(await ids()).toEqual(['m3'])
		expect((await listClaimsToVerify(as(database, 'otherMonitor'))).items).toHaveLength(2)
	})

	test('a newer version of the claim brings it back, and the next finding is a version of the same record', async () => {
		const ctx = as(database, 'monitor')
		const first = await aCompleteFinding(database, claimRecordId)
		await publishVerification(ctx, first.id, { version: first.version })
		await publishClaim(database, 'COMPLETE')
		expect((await listClaimsToVerify(ctx)).items.map((item) => item.claimRecordId)).toContain(claimRecordId)
		const second = await aCompleteFinding(database, claimRecordId)
		expect(await publishVerification(ctx, second.id, { version: second.version })).toEqual({
			recordId: first.id,
			version: 2,
		})
		expect(await database.db.verification.findMany({ orderBy: { version: 'asc' } })).toMatchObject([
			{ claimVersion: 1 },
			{ claimVersion: 2 },
		])
	})

	test('a milestone without a claim is judged on its own, with an interview as evidence', async () => {
		const ctx = as(database, 'monitor')
		const key = { milestoneId: 'm3' }
		await declareInterests(ctx, key, NO_INTEREST)
		const begun = await beginVerification(ctx, key)
		const found = await answerFinding(ctx, begun.id, { version: 1, level: 'NONE', outcome: 'CANNOT_VERIFY' })
		const argued = await answerReasons(ctx, begun.id, {
			version: found.version,
			...REASONS,
			method: 'INTERVIEW',
		})
		const reference = {
			kind: 'INTERVIEW',
			url: 'Record 3/2026, kept by us',
			title: 'Village head',
			stance: 'CONTEXT',
		} as const
		const { version } = await addFindingEvidence(ctx, begun.id, { version: argued.version, ...reference })
		await publishVerification(ctx, begun.id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			claimRecordId: null,
			verifiedLevel: null,
		})
	})
})

describe('declared, complete and up to date', () => {
	test('without a declaration nothing begins', async () => {
		await expect(beginVerification(as(database, 'monitor'), { claimRecordId })).rejects.toMatchObject({
			reason: 'declaration_missing',
		})
	})

	test.each([
		['2027-07-15T02:00:00Z', true, 'on its last day'],
		['2027-07-16T02:00:00Z', false, 'the day after'],
	])('a declaration of 15 July 2026 holds at %s: %s, %s', async (at, holds) => {
		await declareInterests(as(database, 'monitor'), { claimRecordId }, NO_INTEREST)
		const { conflict } = await findSubject(as(database, 'monitor', new Date(at)), { claimRecordId })
		expect(missingIn(conflict.declarations)).toEqual(holds ? [] : ['PERSON', 'ORGANIZATION'])
	})

	test('a newer statement counts instead of the older one', async () => {
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const later = as(database, 'monitor', new Date(MORNING.getTime() + 60_000))
		await declareInterests(later, { claimRecordId }, { ...PAID, personStatement: 'They fund us now.' })
		await publishVerification(later, id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({ independence: 'INTERESTED' })
		expect(await database.db.conflictDeclaration.count()).toBe(4)
	})

	test('a claim that was superseded is not judged; the newer one is taken up first', async () => {
		const ctx = as(database, 'monitor')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishClaim(database, 'COMPLETE')
		await expect(publishVerification(ctx, id, { version })).rejects.toMatchObject({
			reason: 'claim_superseded',
		})
		expect(await findFinding(ctx, id)).toMatchObject({
			newerClaim: { claim: { level: 'COMPLETE', version: 2 } },
		})
		const taken = await judgeNewestClaim(ctx, id, { version })
		await publishVerification(ctx, id, { version: taken.version })
		expect(await database.db.verification.findMany()).toMatchObject([{ claimVersion: 2 }])
	})

	test('whoever confirms a claim finds the level that was claimed', async () => {
		const ctx = as(database, 'monitor')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const draft = await answerFinding(ctx, id, { version, level: 'LIMITED', outcome: 'CONFIRMED' })
		expect(await findFinding(ctx, id)).toMatchObject({ faults: ['CONFIRMED_OTHER_LEVEL'] })
		await expect(publishVerification(ctx, id, { version: draft.version })).rejects.toMatchObject({
			reason: 'draft_incomplete',
		})
	})

	test('publishing again what was published says so, and publishes it once', async () => {
		const ctx = as(database, 'monitor')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishVerification(ctx, id, { version })
		const before = await countsOf(database)
		await expect(publishVerification(ctx, id, { version })).rejects.toMatchObject({
			reason: 'already_published',
		})
		expect(await countsOf(database)).toEqual(before)
	})

	test('of two windows with the same draft one publishes', async () => {
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const answers = await Promise.allSettled([
			publishVerification(as(database, 'monitor'), id, { version }),
			publishVerification(as(database, 'monitor'), id, { version }),
		])
		expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
		expect(await database.db.verification.count()).toBe(1)
	})

	test('two monitors of one CSO who publish at once make two versions of one record', async () => {
		const mine = await aCompleteFinding(database, claimRecordId)
		const { id, version } = await aCompleteFinding(database, claimRecordId, { who: 'owner' })
		const other = { version, level: 'NOT_STARTED', outcome: 'NOT_CONFIRMED' } as const
		const theirs = await answerFinding(as(database, 'owner'), id, other)
		const published = await Promise.all([
			publishVerification(as(database, 'monitor'), mine.id, { version: mine.version }),
			publishVerification(as(database, 'owner'), theirs.id, { version: theirs.version }),
		])
		expect(new Set(published.map((act) => act.recordId)).size).toBe(1)
		expect(published.map((act) => act.version).sort()).toEqual([1, 2])
	})
})
