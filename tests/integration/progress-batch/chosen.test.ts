import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import {
	approveChosenUpdates,
	approveProgressUpdates,
	fileProgressUpdates,
} from '#app/domain/progress-batch/commands.server.ts'
import { findOffer, nameOutcomes } from '#app/domain/progress-batch/queries.server.ts'
import { returnProgressUpdate } from '#app/domain/progress-update/commands.server.ts'
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

const filed = () => fileProgressUpdates(as(database, 'officer'), 'B06', REPORTS)

test('a lead is offered each report of the own institution with its claim and its evidence', async () => {
	await filed()
	const offer = await findOffer(as(database, 'lead'))
	expect(offer).toMatchObject({ waiting: 2, ownReports: 0 })
	const byTitle = (title: string) => offer.offered.find((one) => one.milestoneTitle.en === title)
	expect(byTitle('Milestone m1')).toMatchObject({
		commitmentTitle: { en: 'Commitment k1' },
		checkpointCode: 'B06',
		level: 'SUBSTANTIAL',
		isNil: false,
		done: { en: 'Most of it.' },
		evidenceCount: 1,
		submittedBy: 'Person of agency',
		submittedOn: '2026-07-15',
	})
	expect(byTitle('Milestone m2')).toMatchObject({ level: null, isNil: true, evidenceCount: 0 })
	for (const who of ['officer', 'otherLead', 'poc', 'monitor'] as const)
		expect(await findOffer(as(database, who)), who).toMatchObject({ offered: [], waiting: 0 })
})

test('a lead who sent a report is not offered it', async () => {
	await filed()
	await database.db.progressUpdateDraft.updateMany({
		where: { milestoneId: 'm2' },
		data: { submittedById: 'lead' },
	})
	const offer = await findOffer(as(database, 'lead'))
	expect(offer).toMatchObject({ waiting: 1, ownReports: 1 })
	expect(offer.offered.map((one) => one.milestoneTitle.en)).toEqual(['Milestone m1'])
})

test('of those that are chosen each is published or refused by itself', async () => {
	const before = await countsOf(database)
	const [first, second] = await filed()
	if (!first || !second) throw new Error('nothing was filed')
	await database.db.progressUpdateDraft.update({
		where: { id: second.id },
		data: { submittedById: 'lead' },
	})
	const strange = { id: 'nothing', version: 1 }
	const lead = as(database, 'lead')
	const outcomes = await approveChosenUpdates(lead, [first, second, strange])
	expect(outcomes).toEqual([
		{ id: first.id, reason: null },
		{ id: second.id, reason: 'same_person' },
		{ id: 'nothing', reason: 'not_found' },
	])
	expect(await countsOf(database)).toMatchObject({ claims: 1, drafts: 1, leaves: before.leaves + 1 })
	expect(await nameOutcomes(lead, outcomes)).toMatchObject([
		{ id: first.id, name: { milestoneTitle: { en: 'Milestone m1' } } },
		{ id: second.id, reason: 'same_person', name: { milestoneTitle: { en: 'Milestone m2' } } },
		{ id: 'nothing', name: null },
	])
})

test('the same choice sent twice publishes once, and says published both times', async () => {
	const chosen = await filed()
	const lead = as(database, 'lead')
	const once = await approveChosenUpdates(lead, chosen)
	expect(await approveChosenUpdates(lead, chosen)).toEqual(once)
	expect(once.map(({ reason }) => reason)).toEqual([null, null])
	expect(await database.db.progressUpdate.count()).toBe(2)
})

test('two leads who choose at the same moment publish each report once', async () => {
	const chosen = await filed()
	const both = await Promise.all([
		approveChosenUpdates(as(database, 'lead'), chosen),
		approveChosenUpdates(as(database, 'lead'), chosen),
	])
	expect(both.flat().map(({ reason }) => reason)).toEqual([null, null, null, null])
	expect(await database.db.progressUpdate.count()).toBe(2)
})

test('a report that was sent back or changed after it was read is refused, the others go on', async () => {
	const [first, second] = await filed()
	if (!first || !second) throw new Error('nothing was filed')
	const lead = as(database, 'lead')
	await returnProgressUpdate(lead, first.id, { version: first.version, reason: 'Which part?' })
	expect(await approveChosenUpdates(lead, [first, second])).toEqual([
		{ id: first.id, reason: 'draft_not_submitted' },
		{ id: second.id, reason: null },
	])
})

test('nobody is told that something was published that is not in the record, or is of others', async () => {
	const [first] = await filed()
	if (!first) throw new Error('nothing was filed')
	const said = [{ id: first.id, reason: null }]
	expect(await nameOutcomes(as(database, 'lead'), said)).toEqual([])
	await approveProgressUpdates(as(database, 'lead'), [first])
	expect(await nameOutcomes(as(database, 'lead'), said)).toHaveLength(1)
	expect(await nameOutcomes(as(database, 'otherLead'), said)).toEqual([])
})
