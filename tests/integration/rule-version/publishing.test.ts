import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { beginPlanDraft } from '#app/domain/plan-draft/commands.server.ts'
import { findProcessRules } from '#app/domain/process-rules/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { findRuleSetInWords } from '#app/domain/rule-sentence/queries.server.ts'
import { listDoubtedRules, listVersions } from '#app/domain/rule-set/queries.server.ts'
import { publishRuleVersion } from '#app/domain/rule-version/commands.server.ts'
import { findRuleBase, previewRuleVersion } from '#app/domain/rule-version/queries.server.ts'
import { findStanding } from '#app/domain/member-expectation/queries.server.ts'
import { RULE_SETS } from '#prisma/seed/rule-sets.ts'
import { storeLocalRules } from '#tests/factories/local-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { aShippedRuleSet, aVersionAnswer } from '#tests/factories/rule-version.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const BASE = 'rules-local-test'
const NEW = 'rules-local-2027.1'
const more = (over: Readonly<Record<string, string>> = {}) => aVersionAnswer({ forumGapDays: '90', ...over })

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeLocalRules(database)
	await withRules(database, { rules: aShippedRuleSet().rules })
})
afterEach(() => database.close())

const ledger = () => database.db.ledgerEntry.count()
const admin = (day = '2026-07-15') => as(database, 'admin', new Date(`${day}T02:00:00Z`))

describe('a version that is published', () => {
	test('is a row of its own with an act in the log that seals every number, and a receipt', async () => {
		const before = await database.db.ruleSet.findMany({ orderBy: { id: 'asc' } })
		const { recordId } = await publishRuleVersion(admin(), BASE, more())
		expect(recordId).toBe(NEW)
		const after = await database.db.ruleSet.findMany({ orderBy: { id: 'asc' } })
		expect(after.filter(({ id }) => id !== NEW)).toEqual(before)
		const record = await findRecord(admin(), recordId)
		expect(record).toMatchObject({
			matchesEntry: true,
			entry: { kind: 'rule-set.published', actorOrganization: 'host', version: 1 },
			content: { track: 'LOCAL', versionName: '2027.1', process: { forumGapDays: { value: 90 } } },
		})
		expect(await findReceipt(admin(), recordId)).toMatchObject({ recordId, position: record.index })
		await expect(findReceipt(as(database, 'poc'), recordId)).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('counts from its first day for what is not pinned; plans and past days keep theirs', async () => {
		await publishRuleVersion(admin(), BASE, more())
		const on = async (day: string) => (await findProcessRules(database.db, 'LOCAL', day))?.id
		expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual([BASE, NEW])
		const standing = (day: string) => findStanding(admin('2027-02-01'), 'example', day)
		expect((await standing('2026-12-31')).ruleSet.id).toBe(BASE)
		expect((await standing('2027-01-01')).ruleSet.id).toBe(NEW)
		expect((await database.db.actionPlan.findUniqueOrThrow({ where: { id: 'plan' } })).ruleSetId).toBe(
			'rules-national-test',
		)
	})

	test.each([
		['2026-12-31', BASE],
		['2027-01-01', NEW],
	])('is not given to a plan that is begun before it holds: on %s it is %s', async (day, ruleSetId) => {
		await publishRuleVersion(admin(), BASE, more())
		const plan = {
			...{ memberId: 'example', titleId: 'Rencana baru' },
			...{ startsOn: '2027-06-01', endsOn: '2029-05-31', checkpointScheme: 'QUARTERLY' as const },
		}
		const { id } = await beginPlanDraft(as(database, 'secretariat', new Date(`${day}T02:00:00Z`)), plan)
		expect((await database.db.planDraft.findUniqueOrThrow({ where: { id } })).ruleSetId).toBe(ruleSetId)
	})

	test('stands in the list of versions with its source, and on its page with what it changed', async () => {
		await publishRuleVersion(admin(), BASE, more({ sourceUrl: 'https://example.org/keputusan' }))
		const versions = await listVersions(admin())
		expect(versions.find(({ id }) => id === BASE)).toMatchObject({ validUntil: '2026-12-31', origin: null })
		expect(versions.find(({ id }) => id === NEW)).toMatchObject({
			validUntil: null,
			origin: { recordId: NEW, publishedOn: '2026-07-15', sourceUrl: 'https://example.org/keputusan' },
		})
		const page = await findRuleSetInWords(admin(), NEW)
		expect(page.follows?.id).toBe(BASE)
		expect(page.changes).toMatchObject([
			{ before: { name: 'forumGapDays', values: [183] }, after: { values: [90] } },
		])
		expect(await findRuleSetInWords(admin(), BASE)).toMatchObject({ changes: null, follows: null })
	})

	test('sent again by the same person is the act that it was', async () => {
		const first = await publishRuleVersion(admin(), BASE, more())
		const size = await ledger()
		expect(await publishRuleVersion(admin(), BASE, more())).toEqual(first)
		expect(await ledger()).toBe(size)
	})
})

describe('before it is published', () => {
	test('the preview says what changes and what keeps its version, and writes nothing', async () => {
		const size = await ledger()
		const found = await previewRuleVersion(admin(), BASE, more())
		expect(found).toMatchObject({
			...{ track: 'LOCAL', before: { id: BASE }, after: null, today: { id: BASE }, members: 1 },
			changes: [{ is: 'figure', after: { name: 'forumGapDays', values: [90] } }],
			plans: [],
		})
		expect([await ledger(), await database.db.ruleSet.count()]).toEqual([size, 2])
	})

	test('today’s levels are computed by both, and each that differs is named with its reasons', async () => {
		await database.db.member.update({ where: { id: 'example' }, data: { joinedYear: 2025 } })
		await database.exec(
			`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "ActionPlan" SET "status" = 'DRAFT'; COMMIT`,
		)
		const levels = async (over: Readonly<Record<string, string>>) =>
			(await previewRuleVersion(admin(), BASE, aVersionAnswer(over))).levels
		expect(await levels({ inputDays: '21' })).toEqual([])
		const found = await levels({ newMemberMonths: '3' })
		expect(found.find(({ expectation }) => expectation === 'E4_REPORTING')).toMatchObject({
			memberId: 'example',
			before: { level: 'NOT_YET_DUE', reasons: ['NEW_MEMBER'] },
			after: { level: 'NOT_RECORDED', reasons: ['NO_PLAN_HERE'] },
		})
	})

	test('the plans of its track are named with the versions that they keep', async () => {
		await database.exec(
			`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "ActionPlan" SET "ruleSetId" = '${BASE}'; COMMIT`,
		)
		const { plans } = await previewRuleVersion(admin(), BASE, more())
		expect(plans).toMatchObject([{ id: 'plan', ruleSet: { id: BASE } }])
	})
})

describe('nothing is published', () => {
	test.each([
		['of a name that is given', { versionName: '2020.1-test' }, 'rule_version_known'],
		['from the day of another', { validFrom: '1-1-2027', versionName: '2027.2' }, 'rule_day_known'],
		[
			'that changes nothing',
			{ forumGapDays: '90', validFrom: '2-1-2027', versionName: '2027.2' },
			'rules_unchanged',
		],
	])('%s', async (_what, over, reason) => {
		await publishRuleVersion(admin(), BASE, more())
		const size = await ledger()
		await expect(publishRuleVersion(admin(), BASE, more(over))).rejects.toMatchObject({ reason })
		await expect(previewRuleVersion(admin(), BASE, more(over))).rejects.toMatchObject({ reason })
		expect(await ledger()).toBe(size)
	})

	test('from a day that is over: levels of that day were read already', async () => {
		const late = admin('2027-01-02')
		await expect(publishRuleVersion(late, BASE, more())).rejects.toMatchObject({ reason: 'rule_day_past' })
		expect((await publishRuleVersion(admin('2027-01-01'), BASE, more())).recordId).toBe(NEW)
	})

	test('by the second of two people who publish the same name or day at once', async () => {
		const other = { ...admin(), actor: { ...admin().actor, personId: 'another-admin' } }
		const both = await Promise.allSettled([
			publishRuleVersion(admin(), BASE, more()),
			publishRuleVersion(other, BASE, more()),
		])
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { reason: 'rule_version_known' },
		})
		expect(await database.db.ruleSetPublication.count()).toBe(1)
	})

	const others = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'admin')
	test.each(others)('by %s, who does not even see the form', async (who) => {
		const ctx = as(database, who)
		for (const attempt of [
			publishRuleVersion(ctx, BASE, more()),
			previewRuleVersion(ctx, BASE, more()),
			findRuleBase(ctx, BASE),
		])
			await expect(attempt).rejects.toMatchObject({ reason: 'not_allowed' })
		expect(await database.db.ruleSet.count()).toBe(2)
	})
})

describe('what is kept', () => {
	test.each([
		[`UPDATE "RuleSet" SET "noteEn" = 'other'`],
		[`DELETE FROM "RuleSet" WHERE "id" = '${BASE}'`],
		[`TRUNCATE "RuleSet" CASCADE`],
		[`UPDATE "RuleSetPublication" SET "source" = 'other'`],
		[`DELETE FROM "RuleSetPublication"`],
	])('is refused to whoever asks the database: %s', async (statement) => {
		await publishRuleVersion(admin(), BASE, more())
		await expect(database.exec(statement)).rejects.toThrow()
	})

	test.each([
		[
			'a number',
			`UPDATE "RuleSet" SET "process" = jsonb_set("process", '{forumGapDays,value}', '900') WHERE "id" = '${NEW}'`,
		],
		['its first day', `UPDATE "RuleSet" SET "validFrom" = '2025-01-01' WHERE "id" = '${NEW}'`],
		['its note', `UPDATE "RuleSet" SET "noteId" = 'lain' WHERE "id" = '${NEW}'`],
		['its source', `UPDATE "RuleSetPublication" SET "source" = 'another decision'`],
	])('differs from its act once somebody changed %s past the guard', async (_what, statement) => {
		await publishRuleVersion(admin(), BASE, more())
		await database.exec(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`)
		expect((await findRecord(admin(), NEW)).matchesEntry).toBe(false)
	})

	test('is doubted where it has no act: a row put past the log, and other numbers in what came with the product', async () => {
		const shipped = RULE_SETS[1]
		if (!shipped) throw new Error('no rules of local members')
		const { rules, cycle, process, verification, ...row } = shipped
		const stored = {
			...{ rules: rules ?? {}, cycle: cycle ?? {} },
			...{ process: process ?? {}, verification: verification ?? {} },
		}
		await database.db.ruleSet.create({ data: { ...row, ...stored } })
		const doubted = () => listDoubtedRules(database.db, RULE_SETS)
		const ofTests = ['rules-national-test', BASE].map((ruleSetId) => ({ ruleSetId, isShipped: false }))
		expect(await doubted()).toEqual(expect.arrayContaining(ofTests))
		expect(await doubted()).toHaveLength(2)
		await publishRuleVersion(admin(), BASE, more())
		expect(await doubted()).toHaveLength(2)
		await database.exec(
			`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "RuleSet" SET "verification" = jsonb_set("verification", '{replyDays,value}', '900') WHERE "id" = '${row.id}'; COMMIT`,
		)
		expect(await doubted()).toContainEqual({ ruleSetId: row.id, isShipped: true })
	})
})
