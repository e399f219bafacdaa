import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { publishRemark } from '#app/domain/expectation-remark/commands.server.ts'
import type { RemarkKind } from '#app/domain/expectation-remark/rules.ts'
import type { RemarkAnswer } from '#app/domain/expectation-remark/schema.ts'
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
