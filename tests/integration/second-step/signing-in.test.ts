import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginStep, confirmStep } from '#app/domain/second-step/commands.server.ts'
import type { PaperCodes } from '#app/domain/second-step/view.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
}, 120_000)
afterAll(() => site.close())

const read = (path: string, cookie: string) => site.ask(path, { headers: { cookie } })
const typed = (code: string) => new URLSearchParams({ code }).toString()

/** What the app of a person shows so many periods after now. */
async function codeOf(personId: string, later = 0): Promise<string> {
	const { secret } = await site.database.db.secondStep.findUniqueOrThrow({ where: { personId } })
	const opened = site.accounts.stepKeeper.open(secret, personId) ?? ''
	const timestamp = new Date().getTime() + later * 30_000
	return new TOTP({ secret: Secret.fromBase32(opened), digits: 6, period: 30 }).generate({ timestamp })
}

/** Somebody sets a second step up, in a session that ends with it. */
async function setUp(personId: PersonName): Promise<PaperCodes> {
	const keeper = site.accounts.stepKeeper
	const ctx = as(site.database, personId, new Date())
	await beginStep(ctx, keeper)
	return confirmStep(ctx, keeper, { code: await codeOf(personId), sessionId: 'none' })
}

async function sessionsOf(userId: string): Promise<number> {
	return site.database.db.authSession.count({ where: { userId } })
}

describe('whoever sets a second step up', () => {
	test('begins, shows a code, gets codes on paper once, and keeps this session alone', async () => {
		const [other, cookie] = [await cookieOfPerson(site, 'officer'), await cookieOfPerson(site, 'officer')]
		expect((await read('/en/second-step', cookie)).status).toBe(200)
		const begun = await press(site, '/en/second-step/begin?next=/en/notices', cookie)
		expect(begun.headers.location).toBe('/en/second-step/set-up?next=%2Fen%2Fnotices')
		expect((await read('/en/second-step/set-up', cookie)).body.toString()).toContain('otpauth://totp/Renaksi')
		const wrong = await press(site, '/en/second-step/set-up', cookie, typed('000000'))
		expect([wrong.status, (await read('/en/tasks', other)).status]).toEqual([422, 200])
		const done = await press(site, '/en/second-step/set-up', cookie, typed(await codeOf('officer')))
		expect(done.status).toBe(200)
		expect(done.body.toString().match(/[2-9A-HJ-NP-Z]{16}/g)).toHaveLength(9)
		expect((await read('/en/tasks', cookie)).status).toBe(200)
		expect((await read('/en/tasks', other)).headers.location).toMatch(/^\/en\/sign-in/)
		const again = await press(site, '/en/second-step/begin', cookie)
		expect(again.status).toBe(409)
	})

	test('is asked for a code in every new session, before anything else', async () => {
		const cookie = await cookieOfPerson(site, 'officer')
		for (const path of ['/en/tasks', '/en/sessions', '/en/second-step', '/en/second-step/colleagues'])
			expect((await read(path, cookie)).headers.location).toBe(
				`/en/second-step/check?next=${encodeURIComponent(path)}`,
			)
		expect((await press(site, '/en/sessions/end-all', cookie)).headers.location).toMatch(/second-step\/check/)
		expect(await sessionsOf('officer')).toBe(2)
		const next = await codeOf('officer', 1)
		expect((await press(site, '/en/second-step/check', cookie, typed('999999'))).status).toBe(422)
		const taken = await press(site, '/en/second-step/check?next=/en/notices', cookie, typed(next))
		expect([taken.status, taken.headers.location]).toEqual([303, '/en/notices'])
		expect((await read('/en/tasks', cookie)).status).toBe(200)
		const another = await cookieOfPerson(site, 'officer')
		expect((await press(site, '/en/second-step/check', another, typed(next))).status).toBe(422)
	})

	test('after ten wrong codes tries no more for a while, and nobody else is limited by that', async () => {
		const paper = await setUp('colleague')
		const [cookie, other] = [
			await cookieOfPerson(site, 'colleague'),
			await cookieOfPerson(site, 'otherOfficer'),
		]
		const tried = []
		for (let at = 0; at < 12; at += 1)
			tried.push((await press(site, '/en/second-step/check', cookie, typed('123456'))).status)
		expect(tried).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
		const right = await press(site, '/en/second-step/check', cookie, typed(paper.spare[0] ?? ''))
		expect(right.status).toBe(429)
		expect((await read('/en/tasks', other)).status).toBe(200)
	})
})

describe('codes on paper', () => {
	test('each is taken once, however it is grouped', async () => {
		const { spare } = await setUp('monitor')
		const [first = ''] = spare
		const shown = first.match(/.{4}/g)?.join(' - ').toLowerCase() ?? ''
		const [one, two] = [await cookieOfPerson(site, 'monitor'), await cookieOfPerson(site, 'monitor')]
		expect((await press(site, '/en/second-step/check', one, typed(shown))).status).toBe(303)
		expect((await press(site, '/en/second-step/check', two, typed(first))).status).toBe(422)
	})

	test('the one for emergencies is answered like a wrong one, ends every session and locks the account', async () => {
		const { emergency, spare } = await setUp('otherMonitor')
		const [open, forced] = [
			await cookieOfPerson(site, 'otherMonitor'),
			await cookieOfPerson(site, 'otherMonitor'),
		]
		expect((await press(site, '/en/second-step/check', open, typed(spare[0] ?? ''))).status).toBe(303)
		const wrong = await press(site, '/en/second-step/check', forced, typed('WRONGWRONGWRONG2'))
		const locked = await press(site, '/en/second-step/check', forced, typed(emergency))
		const bare = (body: Buffer, code: string) =>
			body
				.toString()
				.replaceAll(code, '')
				.replace(/"nonce[^,]*/g, '')
		expect(locked.status).toBe(wrong.status)
		expect(bare(locked.body, emergency)).toBe(bare(wrong.body, 'WRONGWRONGWRONG2'))
		expect((await read('/en/tasks', open)).headers.location).toMatch(/^\/en\/sign-in/)
		const after = await cookieOfPerson(site, 'otherMonitor')
		for (const code of [await codeOf('otherMonitor', 1), spare[1] ?? '', emergency])
			expect((await press(site, '/en/second-step/check', after, typed(code))).status).toBe(422)
		expect((await read('/en/tasks', after)).headers.location).toMatch(/second-step\/check/)
	})
})

describe('a role that decides for others', () => {
	test('outside a demonstration leads to setting a second step up before anything else', async () => {
		await site.database.db.organization.update({
			where: { id: 'secretariat' },
			data: { isDemonstration: false },
		})
		const cookie = await cookieOfPerson(site, 'poc')
		expect((await read('/id/poc', cookie)).headers.location).toBe('/id/second-step/set-up?next=%2Fid%2Fpoc')
		expect((await read('/id/second-step/set-up', cookie)).status).toBe(200)
		await press(site, '/id/second-step/begin', cookie)
		const done = await press(site, '/id/second-step/set-up', cookie, typed(await codeOf('poc')))
		expect(done.status).toBe(200)
		expect((await read('/id/poc', cookie)).status).toBe(200)
		expect((await press(site, '/id/second-step/end', cookie)).status).toBe(409)
	})

	test('what changes the record asks for a code of the last five minutes, and leads back to the button', async () => {
		const { spare } = await setUp('lead')
		const cookie = await cookieOfPerson(site, 'lead')
		await press(site, '/en/second-step/check', cookie, typed(spare[0] ?? ''))
		expect((await press(site, '/en/second-step/paper', cookie)).status).toBe(200)
		const old = new Date(new Date().getTime() - 6 * 60_000)
		const { id } = await site.database.db.authSession.findFirstOrThrow({ where: { userId: 'lead' } })
		const stamp = site.accounts.stepKeeper.stamp({ sessionId: id, personId: 'lead', at: old })
		const data = { secondStepAt: old, secondStepSeal: stamp }
		await site.database.db.authSession.update({ where: { id }, data })
		expect((await read('/en/tasks', cookie)).status).toBe(200)
		const asked = await press(site, '/en/second-step/paper', cookie)
		expect(asked.headers.location).toBe('/en/second-step/check?next=%2Fen%2Fsecond-step%2Fpaper')
		const form = await press(site, '/en/tasks/approvals/approve', cookie, 'chosen=d1%401&chosen=d2%401')
		expect([form.status, form.body.toString()]).toEqual([409, expect.stringContaining('confirm_again')])
	})

	test('whoever writes into the database that the step was taken has gained nothing', async () => {
		const cookie = await cookieOfPerson(site, 'lead')
		const [secondStepAt, secondStepSeal] = [new Date(), 'x'.repeat(43)]
		await site.database.db.authSession.updateMany({
			where: { userId: 'lead' },
			data: { secondStepAt, secondStepSeal },
		})
		expect((await read('/en/tasks', cookie)).headers.location).toMatch(/second-step\/check/)
	})
})
