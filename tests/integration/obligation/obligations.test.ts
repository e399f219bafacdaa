import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import {
	generateAllObligations,
	generateObligations,
	waiveObligation,
} from '#app/domain/obligation/commands.server.ts'
import { listOwnObligations, listPlanObligations } from '#app/domain/obligation/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
})
afterEach(() => database.close())

const at = (day: string) => ({ db: database.db, now: new Date(`${day}T02:00:00Z`) })
const rows = () => database.db.obligation.findMany({ orderBy: [{ code: 'asc' }, { subject: 'asc' }] })
const shown = async (day: string) =>
	(await listPlanObligations({ ...as(database, 'poc'), now: at(day).now }, 'plan')).obligations.map(
		({ code, subject, dueOn, state }) => [code, subject, dueOn, state].filter(Boolean).join(' '),
	)
const idOf = async (code: string, subject = '') =>
	(await listPlanObligations(as(database, 'poc'), 'plan')).obligations.find(
		(one) => one.code === code && one.subject === subject,
	)?.id ?? ''

test('what a plan owes is worked out from its dates, its checkpoints and the day', async () => {
	expect(await shown('2026-07-15')).toEqual([
		'CHECKPOINT B03 2026-03-31 OVERDUE',
		'CHECKPOINT B06 2026-06-30 OVERDUE',
		'CHECKPOINT B09 2026-09-30 NOT_YET_DUE',
		'SA_MIDTERM 2027-04-01 NOT_YET_DUE',
		'END_OF_PLAN 2028-02-29 NOT_YET_DUE',
		'SA_END 2028-03-31 NOT_YET_DUE',
	])
})

test('a page says the same before and after it is written down, and writing twice changes nothing', async () => {
	const before = await shown('2026-07-15')
	expect(await generateObligations(at('2026-07-15'), 'plan')).toBe(6)
	expect(await generateObligations(at('2026-07-15'), 'plan')).toBe(0)
	expect(await generateAllObligations(at('2026-07-15'))).toBe(0)
	expect(await shown('2026-07-15')).toEqual(before)
	expect(await rows()).toHaveLength(6)
})

test('written down by two at once, each obligation is there once', async () => {
	await Promise.all([
		generateObligations(at('2026-07-15'), 'plan'),
		generateObligations(at('2026-07-15'), 'plan'),
	])
	expect(await rows()).toHaveLength(6)
})

test('a last day that has passed stays, whatever the plan’s dates become', async () => {
	await generateObligations(at('2026-07-15'), 'plan')
	await database.db.checkpoint.updateMany({ where: { code: 'B06' }, data: { dueOn: '2026-12-31' } })
	await database.db.checkpoint.updateMany({ where: { code: 'B09' }, data: { dueOn: '2026-10-31' } })
	await generateObligations(at('2026-07-16'), 'plan')
	expect((await rows()).filter(({ code }) => code === 'CHECKPOINT').map((row) => row.dueOn)).toEqual([
		'2026-03-31',
		'2026-06-30',
		'2026-10-31',
	])
})

test('a checkpoint is done once all it asks for is published, and stays done', async () => {
	await publishClaim(database)
	expect(await shown('2026-07-15')).toContain('CHECKPOINT B06 2026-06-30 OVERDUE')
	await database.db.commitmentInstitution.create({
		data: { commitmentId: 'k2', organizationId: 'agency', isLead: false },
	})
	await database.db.milestone.updateMany({ where: { id: 'm3' }, data: { commitmentId: 'k1', position: 3 } })
	await database.db.progressUpdate.create({
		data: {
			...(await database.db.progressUpdate.findFirstOrThrow()),
			recordId: 'other',
			milestoneId: 'm3',
			challenges: [],
			textStates: {},
		},
	})
	await generateObligations(at('2026-07-16'), 'plan')
	expect(await shown('2026-07-16')).toContain('CHECKPOINT B06 2026-06-30 DONE_LATE')
	await database.db.checkpoint.updateMany({ where: { code: 'B06' }, data: { code: 'B07' } })
	await generateObligations(at('2026-07-17'), 'plan')
	expect(await shown('2026-07-17')).toContain('CHECKPOINT B06 2026-06-30 DONE_LATE')
})

test('an imported plan owes nothing here: its acts are elsewhere', async () => {
	await database.db.actionPlan.create({
		data: { id: 'imported', memberId: 'example', ruleSetId: (await ruleSet()).id, status: 'ENDED' },
	})
	const [version] = await database.db.actionPlanVersion.findMany()
	if (!version) throw new Error('no plan')
	await database.db.actionPlanVersion.create({
		data: { ...version, otherLanguages: {}, actionPlanId: 'imported', importedById: 'host' },
	})
	const { isKeptHere, obligations } = await listPlanObligations(as(database, 'poc'), 'imported')
	expect({ isKeptHere, obligations }).toEqual({ isKeptHere: false, obligations: [] })
	await generateAllObligations(at('2026-07-15'))
	expect((await rows()).every(({ actionPlanId }) => actionPlanId === 'plan')).toBe(true)
})

const ruleSet = () => database.db.ruleSet.findFirstOrThrow()
const REASON = { reasonEn: 'The reports were published on paper.', reasonId: undefined }

test('the point of contact waives with a reason, and that is an act everyone can read', async () => {
	const id = await idOf('CHECKPOINT', 'B03')
	const act = await waiveObligation(as(database, 'poc'), { planId: 'plan', id }, REASON)
	expect(act).toEqual({ recordId: id, version: 1 })
	const { obligations } = await listPlanObligations(as(database, 'poc'), 'plan')
	expect(obligations.find((one) => one.id === id)).toMatchObject({
		state: 'WAIVED',
		waiver: { recordId: id, reason: { en: REASON.reasonEn, id: null } },
	})
	const record = await findRecord(as(database, 'poc'), id)
	expect(record.matchesEntry).toBe(true)
	expect(record.content).toMatchObject({ kind: 'obligation.waived', code: 'CHECKPOINT', subject: 'B03' })
})

test('the same form sent five times at once is one act with one receipt; another reason comes too late', async () => {
	const id = await idOf('SA_END')
	const waive = (reason = REASON) => waiveObligation(as(database, 'poc'), { planId: 'plan', id }, reason)
	const receipts = await Promise.all(Array.from({ length: 5 }, () => waive()))
	expect(receipts).toEqual(Array(5).fill({ recordId: id, version: 1 }))
	const other = { ...REASON, reasonEn: 'Nobody asked for it.' }
	await expect(waive(other)).rejects.toMatchObject({ reason: 'obligation_waived' })
	expect(await database.db.obligationWaiver.count()).toBe(1)
})

test('what was done cannot be waived', async () => {
	await generateObligations(at('2026-07-15'), 'plan')
	const id = await idOf('SA_END')
	await database.db.obligation.update({ where: { id }, data: { doneOn: '2026-07-14' } })
	await expect(waiveObligation(as(database, 'poc'), { planId: 'plan', id }, REASON)).rejects.toMatchObject({
		reason: 'obligation_done',
	})
})

test.each(['secretariat', 'lead', 'officer', 'monitor', 'owner', 'admin'] as const)(
	'%s waives nothing, and nothing is appended',
	async (who) => {
		const id = await idOf('SA_END')
		const leaves = await database.db.ledgerEntry.count()
		await expect(waiveObligation(as(database, who), { planId: 'plan', id }, REASON)).rejects.toMatchObject({
			reason: 'not_allowed',
		})
		expect(await database.db.ledgerEntry.count()).toBe(leaves)
	},
)

test('who runs no plan has no obligations to look after', async () => {
	expect(await listOwnObligations(as(database, 'poc'))).toHaveLength(6)
	expect(await listOwnObligations(as(database, 'secretariat'))).toHaveLength(6)
	expect(await listOwnObligations(as(database, 'monitor'))).toEqual([])
})
