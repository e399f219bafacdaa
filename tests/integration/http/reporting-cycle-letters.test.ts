import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendReminders } from '#app/jobs/reminders.server.ts'
import { openMail } from '#app/mail.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { PEOPLE, as } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { Answer, SmallSite } from './small-site.ts'

const BASE = 'http://localhost:4210'
const NOT_A_TOKEN = '0'.repeat(32)

let site: SmallSite
let letters: Letter[]

beforeAll(async () => {
	site = await wholeSite()
	await withRules(site.database, { cycle: LOCAL_CYCLE })
}, 120_000)
afterAll(() => site.close())
beforeEach(async () => {
	const { db } = site.database
	letters = []
	await db.noticeChoice.deleteMany()
	await db.notice.deleteMany()
	await db.overdueAcknowledgement.deleteMany()
	await db.person.updateMany({ data: { superiorId: null } })
})

const intoHands = { send: async (letter: Letter) => void letters.push(letter) }

/** Sends what is due on a day: into this test's hands, or into the site's own folder. */
async function lettersOn(day: string, mail: Pick<Mail, 'send'> = intoHands) {
	const ctx = { ...as(site.database, 'admin'), now: new Date(`${day}T02:00:00Z`) }
	await sendReminders({ ctx, mail, log: { error: () => {} }, baseUrl: BASE })
}

const to = (who: PersonName) => letters.filter((letter) => letter.to === `${who.toLowerCase()}@example.org`)
const choices = () =>
	site.database.db.noticeChoice.findMany({
		where: { personId: { in: ['officer', 'colleague'] } },
		select: { personId: true, hasReminders: true, hasDigest: true },
		orderBy: { personId: 'asc' },
	})

/** What a mail program sends for its reader: no cookie, no origin, and the form of RFC 8058. */
function pressForReader(path: string, multipart = false): Promise<Answer> {
	const boundary = 'letter'
	const form = 'List-Unsubscribe=One-Click'
	const parts = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`
	const type = multipart ? `multipart/form-data; boundary=${boundary}` : 'application/x-www-form-urlencoded'
	return site.ask(path, {
		method: 'POST',
		headers: { 'content-type': type, 'user-agent': 'mail program' },
		body: multipart ? parts : form,
	})
}

/** The path of the header line that ends the letters a person gets. */
function endOf(who: PersonName): string {
	const line = to(who)[0]?.headers?.['List-Unsubscribe'] ?? ''
	return /^<http:\/\/localhost:4210(\/\w\w\/letters\/[0-9a-f]{32}\/end\/reminders)>$/.exec(line)?.[1] ?? ''
}

describe('ending letters with one click', () => {
	const BOTH = [
		{ personId: 'colleague', hasReminders: true, hasDigest: true },
		{ personId: 'officer', hasReminders: true, hasDigest: true },
	]
	const ENDED = [BOTH[0], { ...BOTH[1], hasReminders: false }]
	beforeEach(() => lettersOn('2026-06-23'))

	test.each([
		['a form of pairs', false],
		['a form of parts', true],
	])('needs the token and nothing else, sent as %s, and does nothing twice', async (_how, multipart) => {
		for (let click = 0; click < 3; click += 1) {
			const answer = await pressForReader(endOf('officer'), multipart)
			expect([answer.status, answer.headers.location]).toEqual([200, undefined])
			expect(await choices()).toEqual(ENDED)
		}
		const before = letters.length
		await lettersOn('2026-06-29')
		expect(to('officer')).toHaveLength(1)
		expect(letters.length).toBeGreaterThan(before)
	})

	test('is not done by whoever only looks at the link', async () => {
		for (const method of ['GET', 'HEAD'])
			expect((await site.ask(endOf('officer'), { method })).status).toBe(200)
		expect(await choices()).toEqual(BOTH)
	})

	test('ends the kind that the letter is of, and no other', async () => {
		await pressForReader(endOf('officer').replace('reminders', 'digest'))
		expect(await choices()).toEqual([BOTH[0], { ...BOTH[1], hasDigest: false }])
	})

	test('with a wrong token is answered alike and changes nothing', async () => {
		const known = await pressForReader(endOf('officer').replace('reminders', 'digest'))
		const before = await site.database.db.noticeChoice.findMany()
		const wrong = await pressForReader(`/en/letters/${NOT_A_TOKEN}/end/digest`)
		expect([wrong.status, known.status]).toEqual([200, 200])
		expect(await site.database.db.noticeChoice.findMany()).toEqual(before)
		for (const path of [
			`${NOT_A_TOKEN}x/end/reminders`,
			`${NOT_A_TOKEN}/end/everything`,
			'officer/end/reminders',
		])
			expect((await pressForReader(`/en/letters/${path}`)).status).toBe(404)
	})

	test('from a page of another site, in the name of whoever is signed in, is refused', async () => {
		const forged = await site.ask(endOf('officer'), {
			method: 'POST',
			headers: { 'sec-fetch-site': 'cross-site', cookie: await cookieOfPerson(site, 'officer') },
		})
		expect(forged.status).toBe(403)
		expect(await choices()).toEqual(BOTH)
	})
})

describe('who is written to when something stays overdue', () => {
	const superiorOf = async (who: PersonName) =>
		(await site.database.db.person.findUniqueOrThrow({ where: { id: who } })).superiorId
	const name = async (who: PersonName, superior: string) =>
		press(site, '/en/notices/superior', await cookieOfPerson(site, who), `superior=${superior}`)
	const overdue = () => to('lead').filter(({ text }) => text.includes('/acknowledge/'))

	test('is chosen by each person among the people of the own organization', async () => {
		const page = await site.ask('/en/notices', { headers: { cookie: await cookieOfPerson(site, 'officer') } })
		expect(page.status).toBe(200)
		const shown = page.body.toString()
		expect(shown).toMatch(/"id":"lead"/)
		expect(shown).not.toMatch(/"id":"(monitor|otherLead|poc|officer)"/)
		const named = await name('officer', 'lead')
		expect([named.status, named.headers.location]).toEqual([303, '/en/notices'])
		expect(await superiorOf('officer')).toBe('lead')
		for (const wrong of ['monitor', 'otherLead', 'officer', 'nobody'])
			expect((await name('officer', wrong)).status, wrong).toBe(404)
		expect(await superiorOf('officer')).toBe('lead')
		expect((await name('officer', '')).status).toBe(303)
		expect(await superiorOf('officer')).toBeNull()
		expect((await press(site, '/en/notices/superior', '', 'superior=lead')).status).toBe(302)
	})

	test('gets a letter each week until the button in it is pressed, and then no more', async () => {
		await name('officer', 'lead')
		for (const day of ['2026-07-01', '2026-07-03', '2026-07-08']) await lettersOn(day)
		expect(overdue()).toHaveLength(2)
		const [, path = ''] =
			/http:\/\/localhost:4210(\/\S+\/acknowledge\/2026-07-08)/.exec(overdue()[1]?.text ?? '') ?? []
		expect((await site.ask(path)).status).toBe(200)
		expect((await pressForReader(path.replace(/[0-9a-f]{32}/, NOT_A_TOKEN))).status).toBe(200)
		await lettersOn('2026-07-15')
		expect(overdue()).toHaveLength(3)
		for (let click = 0; click < 2; click += 1) expect((await pressForReader(path)).status).toBe(200)
		for (const day of ['2026-07-22', '2026-07-29', '2026-08-05']) await lettersOn(day)
		expect(overdue()).toHaveLength(3)
	})
})

describe('the letters that wait for the operator', () => {
	const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'admin')

	test('are read by the administrator alone, without the links that act for their readers', async () => {
		const dataDir = join(site.files.incoming, '..')
		const mail = openMail({ smtpUrl: null, mailFrom: 'renaksi@contoh.example', dataDir })
		await lettersOn('2026-06-23', mail)
		mail.close()
		const [file = ''] = readdirSync(join(dataDir, 'outbox'))
		const letter = `/en/admin/outbox/${file.replace('.eml', '')}`
		for (const path of ['/en/admin/outbox', letter]) {
			for (const who of OTHERS) {
				const refused = await site.ask(path, { headers: { cookie: await cookieOfPerson(site, who) } })
				expect(refused.status, who).toBe(403)
				expect(refused.body.toString(), who).not.toContain('@example.org')
			}
			const nobody = await site.ask(path)
			expect([nobody.status, nobody.headers.location]).toEqual([
				302,
				`/en/sign-in?next=${encodeURIComponent(path)}`,
			])
		}
		const cookie = await cookieOfPerson(site, 'admin')
		const list = await site.ask('/en/admin/outbox', { headers: { cookie } })
		expect([list.status, list.headers['cache-control']]).toEqual([200, 'no-store'])
		expect(list.body.toString()).toContain('officer@example.org')
		const shown = await site.ask(letter, { headers: { cookie } })
		expect(shown.status).toBe(200)
		expect(shown.body.toString()).not.toMatch(/letters\/[0-9a-f]{32}/)
		for (const wrong of ['none', '..%2F..%2Fkeys%2Fledger.key', NOT_A_TOKEN])
			expect((await site.ask(`/en/admin/outbox/${wrong}`, { headers: { cookie } })).status).toBe(404)
	})
})
