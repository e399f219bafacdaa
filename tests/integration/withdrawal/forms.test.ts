import { existsSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PEOPLE } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { FILE, FILE_SHA256, SAID, publishDangerous } from './dangerous-finding.ts'
import { cookieOfPerson, press, wholeSite } from './whole-site.ts'

const RECORD = 'f0000000-0000-4000-8000-000000000001'
const PAGE = `/en/withdrawals/${RECORD}`
const OWN: readonly PersonName[] = ['monitor', 'owner']
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !OWN.includes(who))

let site: SmallSite
const cookies = new Map<string, string>()
const cookie = (who: PersonName) => cookies.get(who) ?? ''
const read = (path: string, who: PersonName) => site.ask(path, { headers: { cookie: cookie(who) } })

beforeAll(async () => {
	site = await wholeSite()
	await publishDangerous(site.database)
	const stored = join(site.files.incoming, 'photo')
	writeFileSync(stored, FILE)
	await site.files.put(stored, FILE_SHA256)
	for (const who of Object.keys(PEOPLE) as PersonName[]) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

describe('the page that withdraws', () => {
	test('is open to the finding’s own organization and to nobody else', async () => {
		for (const who of OWN) expect((await read(`${PAGE}/withdraw`, who)).status, who).toBe(200)
		for (const who of OTHERS) {
			const { status } = await read(`${PAGE}/withdraw`, who)
			expect(status, who).toBe(who === 'otherMonitor' ? 404 : 403)
		}
		expect((await site.ask(`${PAGE}/withdraw`)).headers.location).toContain('/en/sign-in')
	})

	test('withdraws for nobody else, not from another site, and not with a field too many', async () => {
		for (const who of OTHERS) {
			const { status } = await press(site, `${PAGE}/withdraw`, cookie(who))
			expect(status, who).toBe(403)
		}
		expect((await press(site, `${PAGE}/withdraw`, '')).status).toBe(302)
		const forged = await site.ask(`${PAGE}/withdraw`, {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'sec-fetch-site': 'cross-site',
				cookie: cookie('monitor'),
			},
		})
		expect(forged.status).toBe(403)
		expect((await press(site, `${PAGE}/withdraw`, cookie('monitor'), 'organizationId=agency')).status).toBe(
			422,
		)
		expect(await site.database.db.withdrawal.count()).toBe(0)
		expect(site.withdrawals.withdrawn().size).toBe(0)
	})

	test('withdraws at one click; the same form sent again leads to the same page', async () => {
		for (const who of ['monitor', 'monitor', 'owner'] as const) {
			const answer = await press(site, `${PAGE}/withdraw`, cookie(who))
			expect([answer.status, answer.headers.location]).toEqual([303, PAGE])
		}
		expect(await site.database.db.withdrawal.count()).toBe(1)
		const done = (await read(PAGE, 'owner')).body.toString('utf8')
		expect(done).toContain('NOT_REQUESTED')
		expect(done).not.toContain(SAID.rationaleEn)
		expect((await read(`${PAGE}/withdraw`, 'monitor')).headers.location).toBe(PAGE)
		for (const who of OTHERS) expect((await read(PAGE, who)).status).toBe(who === 'otherMonitor' ? 404 : 403)
	})
})

describe('the removal', () => {
	test('needs one who asks and another who confirms, and takes the file from the store', async () => {
		expect((await press(site, `${PAGE}/confirm-removal`, cookie('owner'))).status).toBe(409)
		expect((await press(site, `${PAGE}/request-removal`, cookie('otherMonitor'))).status).toBe(404)
		expect((await press(site, `${PAGE}/request-removal`, cookie('monitor'))).headers.location).toBe(PAGE)
		expect((await press(site, `${PAGE}/confirm-removal`, cookie('monitor'))).status).toBe(403)
		expect((await press(site, `${PAGE}/confirm-removal`, cookie('otherMonitor'))).status).toBe(404)
		expect((await press(site, `${PAGE}/confirm-removal`, cookie('admin'))).status).toBe(403)
		expect(await site.files.has(FILE_SHA256)).toBe(true)

		const answer = await press(site, `${PAGE}/confirm-removal`, cookie('owner'))
		expect([answer.status, answer.headers.location]).toEqual([303, PAGE])
		expect(await site.files.has(FILE_SHA256)).toBe(false)
		expect(existsSync(join(site.files.incoming, '..', 'files', FILE_SHA256.slice(0, 2), FILE_SHA256))).toBe(
			false,
		)
		expect(await site.database.db.verification.count()).toBe(0)
		expect((await read(PAGE, 'monitor')).body.toString('utf8')).toContain('REMOVED')
		expect((await press(site, `${PAGE}/confirm-removal`, cookie('owner'))).status).toBe(303)
	})
})
