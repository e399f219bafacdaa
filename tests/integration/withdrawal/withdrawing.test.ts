import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { countRecord, findActInPlan, listLatestActs } from '#app/domain/plan-record/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { LeafEntry } from '#app/domain/record/schema.ts'
import { beginVerification, publishVerification } from '#app/domain/verification/commands.server.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { findOwnFinding, listOwnFindings } from '#app/domain/withdrawal/queries.server.ts'
import { NO_INTEREST, aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { SAID, publishDangerous } from './dangerous-finding.ts'

const OWN: readonly PersonName[] = ['monitor', 'owner']
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !OWN.includes(who))

let database: Database
let recordId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	recordId = (await publishDangerous(database)).recordId
})
afterEach(() => database.close())

const anyone = () => as(database, 'poc')
const leaves = async () =>
	(await database.db.ledgerEntry.findMany({ where: { recordId }, orderBy: { version: 'asc' } })).map((row) =>
		LeafEntry.parse(JSON.parse(Buffer.from(row.entry).toString('utf8'))),
	)

describe('an organization in danger', () => {
	test.each(OWN)('withdraws its finding at once, by its %s alone', async (who) => {
		const before = await countsOf(database)
		const done = await withdrawFinding(as(database, who), recordId)

		expect(done).toEqual({ recordId, version: 2 })
		expect(await database.db.withdrawal.findMany()).toMatchObject([
			{
				recordId,
				version: 2,
				commitmentId: 'k1',
				milestoneId: 'm1',
				organizationId: 'cso',
				requestedById: who,
			},
		])
		expect(await countsOf(database)).toEqual({ ...before, leaves: before.leaves + 1 })
		expect(as(database, who).withdrawals.withdrawn().get(recordId)).toMatchObject({
			version: 2,
			day: '2026-07-15',
		})
	})

	test('leaves no trace of itself in the log: neither leaf names it, nor can the two be told to be of one author', async () => {
		await withdrawFinding(as(database, 'monitor'), recordId)
		const [first, second] = await leaves()
		expect(first?.actorOrganization).toMatch(/^cso-[0-9a-f]{16}$/)
		expect(second).toMatchObject({ kind: 'verification.withdrawn', version: 2, day: '2026-07-15' })
		expect(second?.actorOrganization).toMatch(/^cso-[0-9a-f]{16}$/)
		expect(second?.actorOrganization).not.toBe(first?.actorOrganization)
		const record = await findRecord(anyone(), recordId)
		expect(record).toMatchObject({ matchesEntry: true, content: { kind: 'verification.withdrawn' } })
		expect(JSON.stringify(record)).not.toMatch(/"cso"|monitor|The cso/)
	})

	test('hides every version of the finding', async () => {
		await publishDangerous(database, { recordId, version: 2 })
		await withdrawFinding(as(database, 'monitor'), recordId)
		for (const version of [1, 2])
			await expect(findRecord(anyone(), recordId, version)).rejects.toMatchObject({ reason: 'withdrawn' })
		const { version, kind } = (await leaves())[2] ?? {}
		expect({ version, kind }).toEqual({ version: 3, kind: 'verification.withdrawn' })
	})

	test('is no longer counted, and the commitment says that a finding was withdrawn and when', async () => {
		await publishClaim(database)
		const before = planFigures(await findPlanRecord(anyone(), 'plan'), '2026-07-15')
		expect(before).toMatchObject({
			verifications: 1,
			coverage: { count: 1 },
			divergenceCounts: { GOVERNMENT_HIGHER: 1, UNVERIFIED: 0 },
		})
		await withdrawFinding(as(database, 'monitor'), recordId)
		const after = await findPlanRecord(anyone(), 'plan')
		expect(planFigures(after, '2026-07-15')).toMatchObject({
			verifications: 0,
			coverage: { count: 0 },
			divergenceCounts: { GOVERNMENT_HIGHER: 0, UNVERIFIED: 1 },
		})
		const [place] = await database.db.ledgerEntry.findMany({ where: { recordId, version: 2 } })
		expect(after.commitments[0]?.withdrawals).toEqual([
			{
				recordId,
				version: 2,
				commitmentId: 'k1',
				milestoneId: 'm1',
				publishedOn: '2026-07-15',
				ledgerIndex: place?.index,
			},
		])
		expect(JSON.stringify(after)).not.toContain(SAID.rationaleEn)
		expect((await countRecord(anyone())).verifications).toBe(0)
		expect(JSON.stringify(await listLatestActs(anyone(), 10))).not.toMatch(/The cso|verification/)
	})

	test('is not given away by a page that had the act in hand before', async () => {
		const record = await findRecord(anyone(), recordId)
		await withdrawFinding(as(database, 'monitor'), recordId)
		await expect(findActInPlan(anyone(), record)).rejects.toMatchObject({ reason: 'withdrawn' })
		const { organizationName, planId } = await findActInPlan(anyone(), await findRecord(anyone(), recordId))
		expect({ organizationName, planId }).toEqual({ organizationName: null, planId: 'plan' })
	})

	test('loses the drafts that would have followed, and only those', async () => {
		const claim = await publishClaim(database)
		const follower = await aCompleteFinding(database, claim.recordId)
		expect(follower.id).toBe(recordId)
		const colleagues = await aCompleteFinding(database, claim.recordId, { who: 'owner' })
		await declareInterests(as(database, 'monitor'), { milestoneId: 'm3' }, NO_INTEREST)
		const elsewhere = await beginVerification(as(database, 'monitor'), { milestoneId: 'm3' })
		await withdrawFinding(as(database, 'monitor'), recordId)
		const left = (await database.db.verificationDraft.findMany()).map((draft) => draft.id)
		expect(left).toEqual([elsewhere.id])
		await expect(publishVerification(as(database, 'owner'), colleagues.id, colleagues)).rejects.toMatchObject(
			{
				reason: 'not_found',
			},
		)
	})

	test('begins a record of its own with its next finding at the same place', async () => {
		await withdrawFinding(as(database, 'monitor'), recordId)
		const claim = await publishClaim(database)
		const { id, version } = await aCompleteFinding(database, claim.recordId)
		expect(id).not.toBe(recordId)
		const published = await publishVerification(as(database, 'monitor'), id, { version })
		expect(published).toEqual({ recordId: id, version: 1 })
		expect((await findRecord(anyone(), id)).content.kind).toBe('verification.published')
	})

	test('sees that it withdrew, and has its receipts still; nobody else has', async () => {
		await withdrawFinding(as(database, 'monitor'), recordId)
		const own = as(database, 'owner')
		expect(await listOwnFindings(own)).toMatchObject([
			{ recordId, withdrawal: { on: '2026-07-15', isLost: false, removal: { state: 'NOT_REQUESTED' } } },
		])
		expect(await findReceipt(own, recordId)).toMatchObject({ version: 2, kind: 'verification.withdrawn' })
		expect(await findReceipt(own, recordId, 1)).toMatchObject({ version: 1, kind: 'verification.published' })
		for (const who of OTHERS) {
			const ctx = as(database, who)
			expect(await listOwnFindings(ctx), who).toEqual([])
			await expect(findOwnFinding(ctx, recordId)).rejects.toMatchObject({ reason: 'not_found' })
			await expect(findReceipt(ctx, recordId, 1)).rejects.toMatchObject({ reason: 'not_found' })
		}
	})

	test('is told where an older leaf keeps its name', async () => {
		const old = await publishDangerous(database, { recordId: 'old', milestoneId: 'm2', isOld: true })
		expect(await findOwnFinding(as(database, 'monitor'), old.recordId)).toMatchObject({ isNamedInLog: true })
		expect(await findOwnFinding(as(database, 'monitor'), recordId)).toMatchObject({ isNamedInLog: false })
		await withdrawFinding(as(database, 'monitor'), old.recordId)
		await expect(findRecord(anyone(), old.recordId, 1)).rejects.toMatchObject({ reason: 'withdrawn' })
	})
})

describe('who may not', () => {
	test('nobody else withdraws a finding, whatever their role, and nothing is hidden', async () => {
		const before = await countsOf(database)
		for (const who of OTHERS) {
			await expect(withdrawFinding(as(database, who), recordId), who).rejects.toMatchObject({
				reason: 'not_allowed',
			})
		}
		expect(await countsOf(database)).toEqual(before)
		expect(anyone().withdrawals.withdrawn().size).toBe(0)
		expect((await findRecord(anyone(), recordId)).content.kind).toBe('verification.published')
	})

	test('of a withdrawn finding the others learn nothing by trying to withdraw it', async () => {
		await withdrawFinding(as(database, 'monitor'), recordId)
		for (const who of OTHERS) {
			await expect(withdrawFinding(as(database, who), recordId), who).rejects.toMatchObject({
				reason: 'not_found',
			})
		}
	})

	test('a monitor who also works for the government of that member does not', async () => {
		const monitor = as(database, 'monitor')
		const office = { role: 'POC', organizationId: 'secretariat', memberId: 'example' } as const
		const both = {
			...monitor,
			actor: { ...monitor.actor, appointments: [...monitor.actor.appointments, office] },
		}
		await expect(withdrawFinding(both, recordId)).rejects.toMatchObject({ reason: 'not_allowed' })
	})

	test('what is not a finding is not withdrawn', async () => {
		const claim = await publishClaim(database)
		for (const id of ['plan', 'k1', claim.recordId, 'nothing'])
			await expect(withdrawFinding(as(database, 'monitor'), id)).rejects.toMatchObject({
				reason: 'not_found',
			})
	})

	test('a form sent once more withdraws nothing once more', async () => {
		await withdrawFinding(as(database, 'monitor'), recordId)
		const before = await countsOf(database)
		for (const who of OWN)
			await expect(withdrawFinding(as(database, who), recordId)).rejects.toMatchObject({
				reason: 'withdrawn',
			})
		expect(await countsOf(database)).toEqual(before)
		expect(await database.db.withdrawal.count()).toBe(1)
	})

	test('of two people who withdraw at the same moment one does', async () => {
		const both = await Promise.allSettled(OWN.map((who) => withdrawFinding(as(database, who), recordId)))
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { reason: 'withdrawn' } })
		expect(await database.db.withdrawal.count()).toBe(1)
	})
})
