import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { giveStepUp, vouchFor } from '#app/domain/second-step/commands.server.ts'
import { listColleagues } from '#app/domain/second-step/queries.server.ts'
import { stepKeeper } from '#app/http/step-keeper.server.ts'
import { PEOPLE, MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const HOUR_MS = 3_600_000
const keeper = stepKeeper('s'.repeat(64))
const later = (hours: number) => new Date(MORNING.getTime() + hours * HOUR_MS)

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			id: personId,
			personId,
			organizationId,
			memberId: 'example',
			role,
			fromOn: '2020-01-01',
		})),
	})
})
afterEach(() => database.close())

async function withSteps(...people: readonly PersonName[]): Promise<void> {
	await database.db.secondStep.createMany({
		data: people.map((personId) => ({
			personId,
			secret: keeper.seal('A'.repeat(32), personId),
			begunAt: MORNING,
			confirmedAt: MORNING,
		})),
	})
}

const has = async (personId: PersonName) =>
	(await database.db.secondStep.count({ where: { personId } })) === 1

test('two colleagues end a second step, and one alone does not, however often', async () => {
	await withSteps('lead', 'poc', 'secretariat')
	expect(await vouchFor(as(database, 'poc'), 'lead')).toBe(false)
	expect(await vouchFor(as(database, 'poc'), 'lead')).toBe(false)
	expect(await has('lead')).toBe(true)
	expect(await vouchFor(as(database, 'secretariat'), 'lead')).toBe(true)
	expect(await has('lead')).toBe(false)
	expect(await database.db.secondStepVouch.count()).toBe(0)
	await expect(vouchFor(as(database, 'poc'), 'lead')).rejects.toMatchObject({ reason: 'not_found' })
})

test('two at the same moment are two', async () => {
	await withSteps('lead', 'poc', 'secretariat')
	const both = await Promise.all([
		vouchFor(as(database, 'poc'), 'lead'),
		vouchFor(as(database, 'secretariat'), 'lead'),
	])
	expect(both.filter(Boolean)).toHaveLength(1)
	expect(await has('lead')).toBe(false)
})

test('what one said three days ago does not count any more', async () => {
	await withSteps('lead', 'poc', 'secretariat')
	await vouchFor(as(database, 'poc'), 'lead')
	expect(await vouchFor(as(database, 'secretariat', later(73)), 'lead')).toBe(false)
	expect(await vouchFor(as(database, 'poc', later(74)), 'lead')).toBe(true)
})

test('nobody vouches for themselves, for other organizations, or without a second step of their own', async () => {
	await withSteps('lead', 'owner', 'monitor', 'poc', 'admin', 'otherMonitor')
	const refused = (who: PersonName, whom: PersonName) =>
		expect(vouchFor(as(database, who), whom)).rejects.toMatchObject({ reason: 'not_found' })
	await refused('lead', 'lead')
	// Government and whoever runs the site have no say about civil society, nor has another organization.
	for (const who of ['poc', 'admin', 'otherMonitor'] as const) await refused(who, 'owner')
	await refused('owner', 'lead')
	await expect(vouchFor(as(database, 'officer'), 'lead')).rejects.toMatchObject({
		reason: 'second_step_missing',
	})
	expect(await listColleagues(as(database, 'monitor'))).toMatchObject([{ personId: 'owner', vouches: 0 }])
})

test('of people of civil society the log says it, with the organization and no name', async () => {
	await withSteps('owner', 'monitor')
	const colleague = { id: 'third', organizationId: 'cso', displayName: 'Third', email: 'third@example.org' }
	await database.db.person.create({ data: colleague })
	const third = { ...as(database, 'monitor'), actor: { ...as(database, 'monitor').actor, personId: 'third' } }
	await database.db.secondStep.create({
		data: { personId: 'third', secret: 'sealed', begunAt: MORNING, confirmedAt: MORNING },
	})
	await vouchFor(third, 'owner')
	const before = await database.db.ledgerEntry.count()
	expect(await vouchFor(as(database, 'monitor'), 'owner')).toBe(true)
	expect(await database.db.ledgerEntry.count()).toBe(before + 1)
	const [act] = await database.db.csoAccountChange.findMany({ where: { event: 'SECOND_STEP_ENDED' } })
	expect(act).toMatchObject({ organizationId: 'cso', personId: 'owner', submittedById: 'monitor' })
})

test('whoever owes a second step does not give it up, and whoever chose it does', async () => {
	await withSteps('lead', 'officer')
	await giveStepUp(as(database, 'officer'))
	expect(await has('officer')).toBe(false)
	await database.db.organization.update({ where: { id: 'agency' }, data: { isDemonstration: false } })
	await expect(giveStepUp(as(database, 'lead'))).rejects.toMatchObject({ reason: 'second_step_owed' })
	expect(await has('lead')).toBe(true)
})
