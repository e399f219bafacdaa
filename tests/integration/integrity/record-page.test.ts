import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import * as root from '#app/root.tsx'
import * as recordJson from '#app/routes/log/record-json.ts'
import * as record from '#app/routes/public/record.tsx'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { smallSite } from '../http/small-site.ts'
import type { SmallSite } from '../http/small-site.ts'
import { publishFinding } from './recorded.ts'

let site: SmallSite
let number = 0
let recordId = ''

beforeAll(async () => {
	site = await smallSite({
		routes: {
			':lang/records/:recordId': record,
			'records/:file': recordJson,
			':lang/notice': { loader: root.loader, default: () => null },
		},
	})
	await storePlan(site.database)
})
afterAll(() => site.close())

beforeEach(async () => {
	number += 1
	recordId = `finding-${String(number)}`
	await publishFinding(site, { recordId })
	expect((await site.ask(page())).status).toBe(200)
})

const page = () => `/en/records/${recordId}`

function tamper(statements: string): Promise<void> {
	return site.database.exec(`BEGIN; SET LOCAL session_replication_role = replica; ${statements}; COMMIT`)
}

/** What the loaders of a page gave to it. */
async function shown(path = page()) {
	const { status, headers, body } = await site.ask(path)
	const data: unknown = JSON.parse(body.toString().replace(/^.*<\/title>/s, ''))
	return { status, headers, data: Object.values(data as object)[0] as Record<string, unknown> }
}

async function ready() {
	const { status, body } = await site.ask('/readyz')
	return { httpStatus: status, ...(JSON.parse(body.toString()) as Record<string, unknown>) }
}

describe('the record as JSON', () => {
	const fetched = async () =>
		JSON.parse((await site.ask(`/records/${recordId}.json`)).body.toString()) as Record<string, unknown>

	test('gives what is stored with the entry that was signed, and says that they do not fit', async () => {
		const { entry } = await fetched()
		await tamper(`UPDATE "Verification" SET "rationaleEn" = 'x' WHERE "recordId" = '${recordId}'`)
		expect(await fetched()).toMatchObject({ entry, matchesEntry: false, content: { rationaleEn: 'x' } })
	})

	test('gives the signed entry also where the database has another one, as long as the act is what it was', async () => {
		const before = await fetched()
		const redate = (from: string, to: string) =>
			tamper(
				`UPDATE "LedgerEntry" SET "entry" = convert_to(replace(convert_from("entry", 'UTF8'), '${from}', '${to}'), 'UTF8') WHERE "recordId" = '${recordId}'`,
			)
		await redate('2026', '2025')
		expect(await fetched()).toEqual(before)
		await redate('2025', '2026')
	})
})

describe('the page of a record', () => {
	test('is made anew for every reader, and says nothing where nothing is wrong', async () => {
		const { headers, data } = await shown()
		expect(headers['cache-control']).toBe('no-store')
		expect(data).toMatchObject({ standing: 'as_sealed', findings: [], plan: { id: 'plan' } })
		expect(await ready()).toMatchObject({ httpStatus: 200, log: 'ok', integrity: 'ok', differingRecords: 0 })
	})

	test('says at the first look that the text is another one; the site knows it from then on, and until it is put right', async () => {
		const before = await site.ask('/en/notice')
		await tamper(`UPDATE "Verification" SET "rationaleEn" = 'x' WHERE "recordId" = '${recordId}'`)
		const { status, data } = await shown()
		expect(status).toBe(200)
		expect(data).toMatchObject({
			standing: 'differs',
			findings: [{ fault: 'content_differs', recordId }],
			record: { content: { rationaleEn: 'x' } },
		})
		expect(await ready()).toMatchObject({
			httpStatus: 503,
			status: 'not_ready',
			integrity: 'failing',
			differingRecords: 1,
		})
		const after = await site.ask('/en/notice')
		expect(after.headers.etag).not.toBe(before.headers.etag)
		expect([before, after].map(({ body }) => /"notice":(null|\{[^}]*\})/.exec(body.toString())?.[1])).toEqual(
			['null', '{"records":1}'],
		)

		await tamper(`UPDATE "Verification" SET "rationaleEn" = 'We saw it.' WHERE "recordId" = '${recordId}'`)
		expect((await shown()).data).toMatchObject({ standing: 'as_sealed', findings: [] })
		expect(await ready()).toMatchObject({ httpStatus: 200, differingRecords: 0 })
	})

	test.each([
		['a level that is none', `UPDATE "Verification" SET "verifiedLevel" = 'GREAT'`, 'differs'],
		['rows that are gone', `DELETE FROM "Verification"`, 'missing'],
		['an entry that is gone', `DELETE FROM "LedgerEntry"`, 'not_logged'],
		['an entry that says nothing', `UPDATE "LedgerEntry" SET "entry" = '\\xff'`, 'differs'],
	])('stands, and says so, with %s', async (_what, statement, standing) => {
		await tamper(`${statement} WHERE "recordId" = '${recordId}'`)
		const { status, data } = await shown()
		expect([status, data.standing]).toEqual([200, standing])
		await tamper(
			`DELETE FROM "Verification" WHERE "recordId" = '${recordId}'; DELETE FROM "Evidence" WHERE "recordId" = '${recordId}'`,
		)
	})

	test('of a record of which nothing is left is not there', async () => {
		await tamper(
			['Verification', 'Evidence', 'LedgerEntry']
				.map((table) => `DELETE FROM "${table}" WHERE "recordId" = '${recordId}'`)
				.join(';'),
		)
		expect((await site.ask(page())).status).toBe(404)
	})

	test('of a withdrawn finding says that it was withdrawn, and nothing of it', async () => {
		await withdrawFinding({ ...as(site.database, 'monitor'), withdrawals: site.withdrawals }, recordId)
		const first = await shown(`${page()}?version=1`)
		expect([first.status, first.data.standing]).toEqual([410, 'withdrawn'])
		expect(JSON.stringify(first.data)).not.toMatch(/We saw it|"cso"|The cso/)
		expect(await shown()).toMatchObject({
			status: 200,
			data: { standing: 'withdrawn', record: { kind: 'verification.withdrawn' }, plan: { id: 'plan' } },
		})
	})
})
