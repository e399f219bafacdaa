import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findCall, listCalls } from '#app/domain/application-call/queries.server.ts'
import { findApplication } from '#app/domain/application/queries.server.ts'
import { publishCallVersion } from '#app/domain/call-version/commands.server.ts'
import {
	findCallBase,
	listDoubtedCalls,
	previewCallVersion,
} from '#app/domain/call-version/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { SHIPPED_CALLS } from '#prisma/seed/application-calls.ts'
import { anApplication, storeCall } from '#tests/factories/application.ts'
import { aCallAnswer, aCorrectionAnswer, aWholeCorrectionAnswer } from '#tests/factories/call-version.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const NEW = 'ogp-local-2027'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const admin = (day = '2027-03-15') => as(database, 'admin', new Date(`${day}T02:00:00Z`))
const ledger = () => database.db.ledgerEntry.count()
const publish = () => publishCallVersion(admin(), null, aCallAnswer())
const past = (statement: string) =>
	database.exec(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`)

describe('a call that is published', () => {
	test('stands among the calls, with an act in the log that seals all of it, and a receipt', async () => {
		expect(await publish()).toEqual({ recordId: NEW, version: 1 })
		expect((await listCalls(admin()))[0]).toMatchObject({
			call: { id: NEW, version: 1, year: 2027, lastDay: '2027-03-31', isDemonstration: false },
			standing: 'OPEN',
		})
		const record = await findRecord(admin(), NEW)
		expect(record).toMatchObject({
			matchesEntry: true,
			entry: { kind: 'application-call.published', actorOrganization: 'host', version: 1 },
			content: {
				...{ year: 2027, reasonId: null, closesOn: '2027-03-31' },
				fieldSet: { id: 'ogp-local-2020.1', fields: { length: 4 } },
				stages: [{ textEn: 'Completeness is checked', untilOn: '2027-05' }],
			},
		})
		expect(await findReceipt(admin(), NEW)).toMatchObject({ recordId: NEW, position: record.index })
		await expect(findReceipt(as(database, 'poc'), NEW)).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('brings its own set of fields where none there is fits, named after it', async () => {
		const fields = 'Alasan | Reasons | 2000 | Mengapa? | Why?\nManfaat | Benefit'
		const answer = aCallAnswer({ fieldSetId: 'NEW', fields, fieldsSource: 'OGP, form of 2027' })
		await publishCallVersion(admin(), null, answer)
		expect((await findCall(admin(), NEW)).fieldSet).toMatchObject({
			id: `${NEW}.1`,
			fields: [
				{ code: 'FIELD_1', title: { en: 'Reasons' }, maxCharacters: 2000, warnsFrom: 1900 },
				{ code: 'FIELD_2', help: { en: null, id: null }, maxCharacters: null, warnsFrom: null },
			],
		})
		expect((await findRecord(admin(), NEW)).matchesEntry).toBe(true)
	})

	test('sent again by the same person is the act that it was', async () => {
		const first = await publish()
		const size = await ledger()
		expect(await publish()).toEqual(first)
		expect(await ledger()).toBe(size)
	})
})

describe('another version', () => {
	const extended = (after = 1) => aCorrectionAnswer(after, { extendedTo: '30-4-2027' })

	test('extends a call at once; the one before stays readable, with why', async () => {
		await publish()
		const april = '2027-04-15'
		expect((await findCall(admin(april), NEW)).standing).toBe('CLOSED')
		expect(await publishCallVersion(admin(april), NEW, extended())).toEqual({ recordId: NEW, version: 2 })
		const page = await findCall(admin(april), NEW)
		expect(page).toMatchObject({
			...{ standing: 'OPEN', call: { version: 2, extendedTo: '2027-04-30' } },
			versions: [
				{ version: 2, publishedOn: april, changed: ['EXTENDED'], reason: { en: 'OGP extended the call.' } },
				{ version: 1, publishedOn: '2027-03-15', changed: [], reason: null },
			],
		})
		expect((await findRecord(admin(), NEW, 1)).matchesEntry).toBe(true)
		expect(await findRecord(admin(), NEW)).toMatchObject({ matchesEntry: true, entry: { version: 2 } })
	})

	test('of a call that came with the product is its first act and its second version', async () => {
		const before = await findCall(admin(), 'ogp-local-2023')
		const answer = aCorrectionAnswer(1, { year: '2023', opensOn: '1-11-2023', closesOn: '12-1-2024' })
		await publishCallVersion(admin(), 'ogp-local-2023', answer)
		const { versions } = await findCall(admin(), 'ogp-local-2023')
		expect(versions.map(({ version, publishedOn }) => [version, publishedOn])).toEqual([
			[2, '2027-03-15'],
			[1, null],
		])
		expect(versions[1]?.said.call).toEqual(before.call)
		expect(await findRecord(admin(), 'ogp-local-2023')).toMatchObject({
			matchesEntry: true,
			entry: { version: 2 },
		})
		expect(await listDoubtedCalls(database.db, SHIPPED_CALLS)).toEqual([])
	})

	test('counts for what was begun, which keeps the fields that it answers', async () => {
		const id = await anApplication(database, await storeCall(database))
		const fields = 'Alasan | Reasons'
		const answer = aCorrectionAnswer(1, {
			...{ year: '2026', opensOn: '1-6-2026', closesOn: '14-8-2026', extendedTo: '30-9-2026' },
			...{ stages: '', fieldSetId: 'NEW', fields, fieldsSource: 'OGP' },
		})
		const preview = await previewCallVersion(admin('2026-08-20'), 'open-call', answer)
		expect(preview).toMatchObject({
			...{ applications: { all: 1, written: 1 }, standing: 'OPEN', before: { standing: 'CLOSED' } },
			changed: expect.arrayContaining(['EXTENDED', 'FIELDS']) as unknown,
		})
		expect(await database.db.applicationCallVersion.count({ where: { callId: 'open-call' } })).toBe(1)
		await publishCallVersion(admin('2026-08-20'), 'open-call', answer)
		const own = await findApplication(as(database, 'poc', new Date('2026-08-20T02:00:00Z')), id)
		expect(own).toMatchObject({ standing: 'OPEN', isWritable: true, call: { lastDay: '2026-09-30' } })
		expect(own.fields.map(({ code }) => code)).toContain('REASONS')
		expect((await findCall(admin(), 'open-call')).fieldSet.id).toBe('open-call.2')
	})

	test('written from one that is not the newest any more is refused; sent again it is what it was', async () => {
		await publish()
		await publishCallVersion(admin(), NEW, extended())
		const size = await ledger()
		await publishCallVersion(admin(), NEW, extended())
		const other = aCorrectionAnswer(1, { extendedTo: '1-5-2027' })
		await expect(publishCallVersion(admin(), NEW, other)).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
		await expect(publishCallVersion(admin(), NEW, extended(2))).rejects.toMatchObject({
			reason: 'call_unchanged',
		})
		expect(await ledger()).toBe(size)
	})
})

describe('the form of a call that came with the product', () => {
	test.each(['ogp-local-2020', 'ogp-local-2023'])(
		'%s: sent as it is shown, nothing differs',
		async (callId) => {
			const { typed, call } = await findCallBase(admin(), callId)
			const answer = aWholeCorrectionAnswer(typed)
			await expect(previewCallVersion(admin(), callId, answer)).rejects.toMatchObject({
				reason: 'call_unchanged',
			})
			expect(call).toMatchObject({ id: callId, version: 1 })
		},
	)
})

describe('nothing is published', () => {
	test.each([
		['at the address of another call', { nameEn: 'Other words' }, 'call_known'],
		['with a set of fields that is not there', { code: '2028', fieldSetId: 'none' }, 'not_found'],
	])('%s', async (_what, over, reason) => {
		await publish()
		const size = await ledger()
		const answer = { ...aCallAnswer({ ...over, fieldSetId: 'ogp-local-2020.1' }), ...over }
		await expect(publishCallVersion(admin(), null, answer)).rejects.toMatchObject({ reason })
		await expect(previewCallVersion(admin(), null, answer)).rejects.toMatchObject({ reason })
		expect(await ledger()).toBe(size)
	})

	test('of a call that is not there', async () => {
		await expect(publishCallVersion(admin(), 'none', aCorrectionAnswer(1))).rejects.toMatchObject({
			reason: 'not_found',
		})
	})

	test('by the second of two people who publish the same call at once', async () => {
		const other = { ...admin(), actor: { ...admin().actor, personId: 'another-admin' } }
		const both = await Promise.allSettled([publish(), publishCallVersion(other, null, aCallAnswer())])
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { reason: 'call_known' },
		})
	})

	const others = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'admin')
	test.each(others)('by %s, who does not even see the form', async (who) => {
		const ctx = as(database, who)
		for (const attempt of [
			publishCallVersion(ctx, null, aCallAnswer()),
			previewCallVersion(ctx, 'ogp-local-2020', aCorrectionAnswer(1)),
			findCallBase(ctx, null),
		])
			await expect(attempt).rejects.toMatchObject({ reason: 'not_allowed' })
		expect(await database.db.applicationCallPublication.count()).toBe(0)
	})
})

describe('what is kept', () => {
	test.each([
		[`UPDATE "ApplicationCallVersion" SET "closesOn" = '2027-12-31'`],
		[`DELETE FROM "ApplicationCallVersion"`],
		[`UPDATE "ApplicationCall" SET "isDemonstration" = true`],
		[`DELETE FROM "ApplicationCallPublication"`],
		[`TRUNCATE "ApplicationCallVersion"`],
	])('is refused to whoever asks the database: %s', async (statement) => {
		await publish()
		await expect(database.exec(statement)).rejects.toThrow()
	})

	test.each([
		['its last day', `UPDATE "ApplicationCallVersion" SET "closesOn" = '2027-12-31'`],
		['what its form asks', `UPDATE "ApplicationFieldSet" SET "noteEn" = 'other'`],
		['why', `UPDATE "ApplicationCallPublication" SET "reasonEn" = 'another reason'`],
	])('differs from its act once somebody changed %s past the guard', async (_what, statement) => {
		await publish()
		await past(statement)
		expect((await findRecord(admin(), NEW)).matchesEntry).toBe(false)
	})

	test('is doubted where it has no act: what came with the product and says something else, and what was put past the log', async () => {
		expect(await listDoubtedCalls(database.db, SHIPPED_CALLS)).toEqual([])
		await past(
			`UPDATE "ApplicationCallVersion" SET "closesOn" = '2024-02-12' WHERE "callId" = 'ogp-local-2023'`,
		)
		await storeCall(database)
		expect(await listDoubtedCalls(database.db, SHIPPED_CALLS)).toEqual(
			expect.arrayContaining([
				{ callId: 'ogp-local-2023', version: 1, isShipped: true },
				{ callId: 'open-call', version: 1, isShipped: false },
			]),
		)
	})
})
