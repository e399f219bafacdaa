import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { approveProgressUpdates, fileProgressUpdates } from '#app/domain/progress-batch/commands.server.ts'
import { answerLevel } from '#app/domain/progress-update/commands.server.ts'
import { taskListOf } from '#app/domain/progress-update/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { KEY } from '#tests/factories/published-claim.ts'
import { as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const LINK = { kind: 'REPORT', url: 'https://contoh.example/laporan', title: 'Laporan' } as const
const REPORTS = [
	{ milestoneId: 'm1', level: 'SUBSTANTIAL', doneEn: 'Most of it.', links: [LINK] },
	{ milestoneId: 'm2', level: 'NIL' },
] as const

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

test('several reports are filed and approved at once, each an act of its own with its leaf', async () => {
	const before = await countsOf(database)
	const filed = await fileProgressUpdates(as(database, 'officer'), 'B06', REPORTS)
	const published = await approveProgressUpdates(as(database, 'lead'), filed)
	expect(published).toHaveLength(2)
	expect(await countsOf(database)).toEqual({
		...before,
		claims: 2,
		evidence: 1,
		leaves: before.leaves + 2,
	})
	for (const { recordId } of published)
		expect(await findRecord(as(database, 'lead'), recordId)).toMatchObject({ matchesEntry: true })
	const tasks = await taskListOf(as(database, 'officer'))
	expect(tasks.filter((task) => task.checkpointCode === 'B06')).toMatchObject([
		{ milestoneId: 'm1', state: 'PUBLISHED' },
		{ milestoneId: 'm2', state: 'PUBLISHED' },
	])
})

test('of several none is filed where one cannot be', async () => {
	const officer = as(database, 'officer')
	const refused = (report: object) =>
		fileProgressUpdates(officer, 'B06', [REPORTS[0], { ...REPORTS[1], ...report }])
	await expect(refused({ milestoneId: 'm3' })).rejects.toMatchObject({ reason: 'not_found' })
	await expect(refused({ level: 'COMPLETE' })).rejects.toMatchObject({ reason: 'draft_incomplete' })
	await expect(fileProgressUpdates(officer, 'B03', REPORTS)).rejects.toMatchObject({
		reason: 'checkpoint_locked',
	})
	await answerLevel(officer, KEY, { version: 0, level: 'LIMITED' })
	await expect(refused({})).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	expect(await database.db.progressUpdateDraft.count()).toBe(1)
})

test('of several none is approved by whoever sent one of them, or in another version than was read', async () => {
	const filed = await fileProgressUpdates(as(database, 'officer'), 'B06', REPORTS)
	const officer = as(database, 'officer')
	await expect(approveProgressUpdates(officer, filed)).rejects.toMatchObject({ reason: 'same_person' })
	const older = filed.map((one) => ({ ...one, version: 0 }))
	await expect(approveProgressUpdates(as(database, 'lead'), older)).rejects.toMatchObject({
		reason: 'changed_meanwhile',
	})
	await expect(approveProgressUpdates(as(database, 'otherLead'), filed)).rejects.toMatchObject({
		reason: 'not_found',
	})
	expect(await database.db.progressUpdate.count()).toBe(0)
})
