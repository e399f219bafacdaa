import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { correctRemark, publishRemark } from '#app/domain/expectation-remark/commands.server.ts'
import type { RemarkKind } from '#app/domain/expectation-remark/rules.ts'
import type { RemarkAnswer, RemarkCorrection } from '#app/domain/expectation-remark/schema.ts'
import { remarksOf } from '#app/domain/expectation-remark/view.ts'
import { findStanding } from '#app/domain/member-expectation/queries.server.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { storeLocalRules } from '#tests/factories/local-rules.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const COMMENT = 'expectation-comment.published'
const DISSENT = 'expectation-dissent.published'
const TODAY = '2026-07-15'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeLocalRules(database)
})
afterEach(() => database.close())

const levelOf = async (expectation: string) => {
	const { expectations } = await findStanding(as(database, 'poc'), 'example', TODAY)
	return expectations.find(({ code }) => code === expectation)?.level
}

const answer = async (over: Partial<RemarkAnswer> = {}): Promise<RemarkAnswer> => ({
	recordId: randomUUID(),
	expectation: 'E4_REPORTING',
	seenLevel: await levelOf('E4_REPORTING'),
	textId: 'Laporan kami terbit di situs lain.',
	...over,
})

const publish = (who: PersonName, kind: RemarkKind, said: RemarkAnswer, memberId = 'example') =>
	publishRemark(as(database, who), { kind, memberId, answer: said })

const remarks = async () => remarksOf(await findRegisters(database, 'example'), TODAY)

describe('what is said beside a level', () => {
	test('names the level as the site computed it, is in the log, and changes no level', async () => {
		const before = await levelOf('E4_REPORTING')
		const { recordId } = await publish('poc', COMMENT, await answer())
		const [remark] = await remarks()
		expect(remark).toMatchObject({
			recordId,
			kind: COMMENT,
			expectation: 'E4_REPORTING',
			level: before,
			asOfOn: TODAY,
			organizationId: 'secretariat',
			text: { id: 'Laporan kami terbit di situs lain.', en: null },
		})
		const entry = await database.db.ledgerEntry.findFirst({ where: { recordId } })
		expect(entry?.kind).toBe(COMMENT)
		expect(await levelOf('E4_REPORTING')).toBe(before)
	})

	test.each([['monitor'], ['owner'], ['monitoringBody']] as const)(
		'can be dissent of the %s',
		async (who) => {
			await publish(who, DISSENT, await answer())
			expect(await remarks()).toHaveLength(1)
		},
	)

	test.each([
		['monitor', COMMENT],
		['secretariat', COMMENT],
		['admin', COMMENT],
		['poc', DISSENT],
		['officer', DISSENT],
		['irm', DISSENT],
	] as const)('is not for the %s as %s', async (who, kind) => {
		await expect(publish(who, kind, await answer())).rejects.toThrow('not_allowed')
		expect(await remarks()).toEqual([])
	})

	test.each([
		['poc', COMMENT],
		['monitor', DISSENT],
	] as const)('is not for the %s of another member', async (who, kind) => {
		await database.db.member.create({
			data: {
				id: 'elsewhere',
				level: 'LOCAL',
				countryCode: 'ID',
				nameEn: 'Elsewhere',
				nameId: 'Tempat lain',
				timeZone: 'Asia/Jakarta',
				notes: [],
				source: 'test',
			},
		})
		await expect(publish(who, kind, await answer(), 'elsewhere')).rejects.toThrow('not_allowed')
	})

	test('is one act, however often and however fast its form is sent', async () => {
		const said = await answer()
		const sent = await Promise.all([1, 2, 3].map(() => publish('poc', COMMENT, said)))
		expect(new Set(sent.map(({ recordId }) => recordId))).toEqual(new Set([said.recordId]))
		expect(await database.db.memberAct.count({ where: { kind: COMMENT } })).toBe(1)
	})

	test('is not taken under the number of another act', async () => {
		const said = await answer()
		await publish('poc', COMMENT, said)
		await expect(publish('monitor', DISSENT, said)).rejects.toThrow('not_found')
		await expect(publish('poc', COMMENT, { ...said, textId: 'Lain.' })).rejects.toThrow('not_found')
	})

	test.each([['MET'], [undefined]] as const)(
		'is asked again where the level seen was %s and is another now',
		async (seenLevel) => {
			await expect(publish('poc', COMMENT, await answer({ seenLevel }))).rejects.toThrow('changed_meanwhile')
			expect(await remarks()).toEqual([])
		},
	)
})

describe('whoever dissents from the level of what they promise too', () => {
	test.each([
		['no institution of the plan', null, []],
		['named among those that answer for a commitment', 'cso', [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }]],
	] as const)('is said to be, where the organization is %s', async (_what, organizationId, interests) => {
		if (organizationId)
			await database.db.commitmentInstitution.create({
				data: { commitmentId: 'k1', organizationId, isLead: false },
			})
		await publish('monitor', DISSENT, await answer())
		expect(await remarks()).toMatchObject([{ interests }])
	})

	test('a comment of the government on its own level is not asked whether it is independent', async () => {
		await publish('poc', COMMENT, await answer())
		expect(await remarks()).toMatchObject([{ interests: null }])
	})
})

describe('a remark is corrected by those who made it', () => {
	const correction = (over: Partial<RemarkCorrection> = {}): RemarkCorrection => ({
		seen: 1,
		textId: 'Laporan kami terbit di situs kementerian.',
		reason: 'Nama situs keliru.',
		...over,
	})
	const correct = (who: PersonName, recordId: string, said: RemarkCorrection) =>
		correctRemark(as(database, who), { memberId: 'example', recordId, answer: said })

	test('as the next version with its reason, beside the level that it was made beside', async () => {
		const { recordId } = await publish('poc', COMMENT, await answer())
		const [before] = await remarks()
		await correct('poc', recordId, correction())
		await correct('poc', recordId, correction())
		expect(await remarks()).toMatchObject([
			{
				recordId,
				version: 2,
				level: before?.level,
				reason: 'Nama situs keliru.',
				text: { id: 'Laporan kami terbit di situs kementerian.', en: null },
			},
		])
		expect(await database.db.ledgerEntry.count({ where: { recordId } })).toBe(2)
	})

	test('as published in error: it stands beside no level any more, and stays in the log', async () => {
		const { recordId } = await publish('monitor', DISSENT, await answer())
		await correct('owner', recordId, correction({ isRetracted: 'on' }))
		expect(await remarks()).toEqual([])
		expect(await database.db.ledgerEntry.count({ where: { recordId } })).toBe(2)
	})

	test.each([
		['poc', 'not_allowed'],
		['otherMonitor', 'not_allowed'],
		['admin', 'not_allowed'],
	] as const)('and not by the %s', async (who, reason) => {
		const { recordId } = await publish('monitor', DISSENT, await answer())
		await expect(correct(who, recordId, correction())).rejects.toThrow(reason)
	})

	test('a version that somebody else corrected meanwhile is not written over', async () => {
		const { recordId } = await publish('monitor', DISSENT, await answer())
		await correct('owner', recordId, correction())
		await expect(correct('monitor', recordId, correction({ textId: 'Lain.' }))).rejects.toThrow(
			'changed_meanwhile',
		)
	})

	test('what is no remark is not found', async () => {
		await expect(correct('poc', 'm1', correction())).rejects.toThrow('not_found')
	})
})
