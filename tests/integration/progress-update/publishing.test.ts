import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import {
	addEvidence,
	answerDone,
	answerLevel,
	removeEvidence,
	returnProgressUpdate,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import { KEY, LINK, aCompleteReport, aSubmittedReport } from '#tests/factories/published-claim.ts'
import { as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

describe('from the first answer to the public record', () => {
	test('a report that a second person approves is an act with its evidence and its leaf', async () => {
		const before = await countsOf(database)
		const { id, version } = await aSubmittedReport(database)
		const published = await approveProgressUpdate(as(database, 'lead'), id, { version })

		expect(published).toEqual({ recordId: id, version: 1 })
		expect(await database.db.progressUpdate.findMany()).toMatchObject([
			{
				recordId: id,
				version: 1,
				milestoneId: 'm1',
				checkpointId: 'b06',
				organizationId: 'agency',
				claimedLevel: 'SUBSTANTIAL',
				doneId: 'Portal diluncurkan.',
				doneEn: null,
				submittedById: 'officer',
				approvedById: 'lead',
				publishedOn: '2026-07-15',
			},
		])
		expect(await database.db.evidence.findMany()).toMatchObject([{ recordId: id, recordVersion: 1, ...LINK }])
		expect(await countsOf(database)).toEqual({
			...before,
			claims: 1,
			evidence: 1,
			leaves: before.leaves + 1,
		})
		const record = await findRecord(as(database, 'lead'), id)
		expect(record).toMatchObject({
			matchesEntry: true,
			entry: {
				kind: 'progress-update.published',
				actorOrganization: 'agency',
				day: '2026-07-15',
				previous: null,
			},
		})
	})

	test('no person stands in what the log seals', async () => {
		const { id, version } = await aSubmittedReport(database)
		await approveProgressUpdate(as(database, 'lead'), id, { version })
		const { content } = await findRecord(as(database, 'lead'), id)
		expect(JSON.stringify(content)).not.toMatch(/officer|"lead"|Person of/)
	})

	test('a second report on the same milestone and checkpoint is the next version of the same record', async () => {
		const first = await aSubmittedReport(database)
		await approveProgressUpdate(as(database, 'lead'), first.id, { version: first.version })

		const ctx = as(database, 'colleague')
		const draft = await answerLevel(ctx, KEY, { version: 0, level: 'COMPLETE' })
		expect(draft).toMatchObject({ done: { id: 'Portal diluncurkan.' }, evidence: [LINK] })
		const sent = await submitProgressUpdate(ctx, KEY, { version: draft.version })
		const published = await approveProgressUpdate(as(database, 'lead'), sent.id, { version: sent.version })

		expect(published).toEqual({ recordId: first.id, version: 2 })
		const entries = await database.db.ledgerEntry.findMany({
			where: { recordId: first.id },
			orderBy: { version: 'asc' },
		})
		const leaf = JSON.parse(Buffer.from(entries[1]?.entry ?? []).toString()) as { previous: string }
		expect(leaf.previous).toBe(Buffer.from(entries[0]?.leafHash ?? []).toString('hex'))
		expect(await database.db.progressUpdate.count()).toBe(2)
	})

	test('a nil report needs nothing else, and leaves the level where it was', async () => {
		const first = await aSubmittedReport(database)
		await approveProgressUpdate(as(database, 'lead'), first.id, { version: first.version })
		const later = new Date('2026-09-10T02:00:00Z')
		const officer = as(database, 'officer', later)
		const key = { ...KEY, checkpointCode: 'B09' }
		const draft = await answerLevel(officer, key, { version: 0, level: 'NIL' })
		const sent = await submitProgressUpdate(officer, key, { version: draft.version })
		const { recordId } = await approveProgressUpdate(as(database, 'lead', later), sent.id, {
			version: sent.version,
		})
		expect(await database.db.progressUpdate.findFirst({ where: { recordId } })).toMatchObject({
			isNil: true,
			claimedLevel: 'SUBSTANTIAL',
			doneId: null,
		})
	})

	test('a report that comes back is sent again with its reason answered', async () => {
		const sent = await aSubmittedReport(database)
		const returned = await returnProgressUpdate(as(database, 'lead'), sent.id, {
			version: sent.version,
			reason: 'Which portal?',
		})
		expect(returned).toMatchObject({ state: 'RETURNED', returnedReason: 'Which portal?' })
		const officer = as(database, 'officer')
		const better = await answerDone(officer, KEY, { version: returned.version, doneEn: 'The budget portal.' })
		const again = await submitProgressUpdate(officer, KEY, { version: better.version })
		expect(again).toMatchObject({ state: 'SUBMITTED', returnedReason: null })
	})

	test('a link is taken out by its place', async () => {
		const { version } = await aCompleteReport(database)
		const officer = as(database, 'officer')
		const two = await addEvidence(officer, KEY, { version, ...LINK, title: 'Second' })
		const one = await removeEvidence(officer, KEY, { version: two.version, position: 0 })
		expect(one.evidence.map((link) => link.title)).toEqual(['Second'])
	})
})
