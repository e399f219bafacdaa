import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { assignVerification } from '#app/domain/verification-assignment/commands.server.ts'
import { findAssignment } from '#app/domain/verification-assignment/queries.server.ts'
import { listClaimsToVerify } from '#app/domain/verification-queue/queries.server.ts'
import type { QueueFilter } from '#app/domain/verification-queue/schema.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, PEOPLE, as } from '#tests/factories/stored-plan.ts'
import { storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { publishDangerous } from '../withdrawal/dangerous-finding.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			...{ id: personId, personId, organizationId, role },
			...{ memberId: 'example', fromOn: '2020-01-01' },
		})),
	})
}, 60_000)
afterEach(() => database.close())

const waiting = async (filter: QueueFilter = {}, now = MORNING) =>
	(await listClaimsToVerify(as(database, 'monitor', now), filter)).items.map((item) => item.milestoneId)

test('a milestone that nobody reported on waits from the day after its last, by the day the rule set asks for', async () => {
	expect(await waiting({}, new Date('2026-05-31T02:00:00Z'))).toEqual([])
	expect(await waiting({}, new Date('2026-06-01T02:00:00Z'))).toEqual(['m3'])
	const { items } = await listClaimsToVerify(as(database, 'monitor'))
	expect(items).toMatchObject([
		{ claim: null, sinceOn: '2026-05-31', dueOn: '2026-07-30', hasDraft: false, assigned: null },
	])
})

describe('a published claim', () => {
	test.each([
		['claims', 'SUBSTANTIAL', ['m1']],
		['nil', 'SUBSTANTIAL', []],
		['nil', 'NIL', ['m1']],
		['claims', 'NIL', []],
		['silent', 'NIL', ['m3']],
	] as const)('asked for as %s, a report of %s gives %j', async (show, level, ids) => {
		await publishClaim(database, level)
		expect(await waiting({ show })).toEqual(ids)
	})

	test('is off the queue once the organization looked at that version, and back when its finding is withdrawn', async () => {
		const claim = await publishClaim(database)
		const found = { claimRecordId: claim.recordId, claimVersion: claim.version }
		const finding = await publishDangerous(database, { ...found, organizationId: 'other-cso' })
		expect(await waiting({ show: 'claims' })).toEqual(['m1'])
		const own = await publishDangerous(database, {
			...found,
			recordId: 'f0000000-0000-4000-8000-000000000009',
		})
		expect(await waiting({ show: 'claims' })).toEqual([])
		const ctx = as(database, 'monitor')
		ctx.withdrawals.add({ kind: 'withdrawn', recordId: own.recordId, version: 2, day: '2026-07-15' })
		expect(await waiting({ show: 'claims' })).toEqual(['m1'])
		expect(finding.recordId).not.toBe(own.recordId)
	})
})

describe('who is asked to look', () => {
	test('is seen by the organization alone, and can be changed and taken back', async () => {
		const ctx = as(database, 'owner')
		await assignVerification(ctx, 'm3', { person: 'monitor' })
		expect(await waiting({ whose: 'mine' })).toEqual(['m3'])
		expect((await listClaimsToVerify(as(database, 'owner'))).items).toMatchObject([{ assigned: 'OTHER' }])
		expect((await listClaimsToVerify(as(database, 'otherMonitor'))).items).toMatchObject([{ assigned: null }])
		await assignVerification(ctx, 'm3', { person: 'owner' })
		expect(await waiting({ whose: 'mine' })).toEqual([])
		await assignVerification(ctx, 'm3', { person: 'nobody' })
		expect(await waiting({ whose: 'nobody' })).toEqual(['m3'])
		expect(await findAssignment(ctx, 'm3')).toMatchObject({ personId: null })
	})

	test.each([
		['a person of another organization', 'owner', 'm3', 'otherMonitor'],
		['an officer', 'owner', 'm3', 'officer'],
		['a milestone that is not there', 'owner', 'nowhere', 'monitor'],
		['by somebody of the government', 'lead', 'm3', 'monitor'],
		['by the point of contact', 'poc', 'm3', 'monitor'],
		['by the host', 'admin', 'm3', 'monitor'],
	] as const)('is not %s', async (_whom, by, milestone, person) => {
		await expect(assignVerification(as(database, by), milestone, { person })).rejects.toMatchObject({
			reason: 'not_found',
		})
		expect(await database.db.verificationAssignment.count()).toBe(0)
	})
})

test('nobody of the government has a queue', async () => {
	for (const who of ['officer', 'lead', 'poc', 'secretariat', 'admin'] as const)
		expect((await listClaimsToVerify(as(database, who))).total).toBe(0)
})
