import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { checkCoding, publishCoding } from '#app/domain/irm-coding/commands.server.ts'
import { findCodingDesk, listCodingPlans } from '#app/domain/irm-coding/queries.server.ts'
import type { CodingAnswer } from '#app/domain/irm-coding/schema.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
let place: { planId: string; commitmentId: string; indicator: 'COMPLETION_END' }
beforeAll(async () => {
	database = await freshDatabase()
	await storePlan(database)
	const commitment = await database.db.commitment.findFirstOrThrow({ orderBy: { position: 'asc' } })
	place = { planId: commitment.actionPlanId, commitmentId: commitment.id, indicator: 'COMPLETION_END' }
})
afterAll(() => database.close())

const answer = (over: Partial<CodingAnswer> = {}): CodingAnswer => ({
	value: 'LIMITED',
	product: 'IRM results report 2024-2026',
	codedOn: '2026-06',
	sourceUrl: 'https://www.opengovpartnership.org/documents/example',
	version: 0,
	...over,
})

test('somebody of the IRM publishes a value, and the log seals who did without naming them', async () => {
	const irm = as(database, 'irm')
	await checkCoding(irm, place, answer())
	const { recordId } = await publishCoding(irm, place, answer())
	const record = await findRecord(irm, recordId)
	expect(record).toMatchObject({
		matchesEntry: true,
		entry: { kind: 'irm-coding.published', actorOrganization: 'irm' },
		content: {
			value: 'LIMITED',
			valueAsPublished: 'Limited',
			codedOn: '2026-06',
			year: 2026,
			importedBy: null,
		},
	})
	expect(JSON.stringify(record.content)).not.toContain('submittedById')
})

test('the same form a second time is the value it published', async () => {
	const before = await database.db.irmCoding.count()
	const { version } = await publishCoding(as(database, 'irm'), place, answer())
	expect(version).toBe(1)
	expect(await database.db.irmCoding.count()).toBe(before)
})

test('the same value of the same year leads to the one that is here', async () => {
	const worded = answer({ product: 'Results report' })
	await expect(publishCoding(as(database, 'irm'), place, worded)).rejects.toMatchObject({
		reason: 'coding_known',
	})
})

test('a correction is the next version, and an old form does not overwrite it', async () => {
	const irm = as(database, 'irm')
	const desk = await findCodingDesk(database.db, irm, place)
	const [stored] = desk.codings
	const corrects = stored?.recordId ?? ''
	const corrected = answer({ corrects, version: 1, value: 'SUBSTANTIAL' })
	expect(await publishCoding(irm, place, corrected)).toEqual({ recordId: corrects, version: 2 })
	const late = answer({ corrects, version: 1, value: 'COMPLETE' })
	await expect(publishCoding(irm, place, late)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	expect((await findCodingDesk(database.db, irm, place)).codings).toMatchObject([
		{ version: 2, value: 'SUBSTANTIAL' },
	])
})

test('a report of a day ahead is refused', async () => {
	await expect(checkCoding(as(database, 'irm'), place, answer({ codedOn: '2027' }))).rejects.toMatchObject({
		reason: 'coded_ahead',
	})
})

test.each(['poc', 'monitor', 'officer', 'admin'] as const)('%s finds no desk for the IRM', async (name) => {
	const asked = publishCoding(as(database, name), place, answer({ value: 'COMPLETE' }))
	await expect(asked).rejects.toMatchObject({ reason: 'not_found' })
	expect(await listCodingPlans(as(database, name))).toEqual([])
})

test('a commitment of another plan is not found', async () => {
	const foreign = { ...place, commitmentId: 'another-plan-1' }
	await expect(checkCoding(as(database, 'irm'), foreign, answer())).rejects.toMatchObject({
		reason: 'not_found',
	})
})

test('a figure for the whole plan keeps its number as published', async () => {
	const whole = { planId: place.planId, commitmentId: null, indicator: 'PLAN_TOTAL' } as const
	const { recordId } = await publishCoding(
		as(database, 'irm'),
		whole,
		answer({ value: 'COMMITMENTS', figure: '15' }),
	)
	const record = await findRecord(as(database, 'irm'), recordId)
	expect(record.content).toMatchObject({ value: 'COMMITMENTS', valueAsPublished: '15', commitmentId: null })
})
