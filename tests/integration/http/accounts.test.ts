import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { sessionSeal } from '#app/http/session-seal.ts'
import { openAccounts } from '#app/http/session.server.ts'
import type { Accounts } from '#app/http/session.server.ts'
import { openLog } from '#app/log.server.ts'
import type { Letter } from '#app/mail.server.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { anAppointedPerson, cookieOf, requestFrom, tokenIn } from './people.ts'

let database: Database
let accounts: Accounts
let letters: Letter[]

beforeAll(async () => {
	database = await freshDatabase()
})

beforeEach(async () => {
	letters = []
	accounts = accountsAt('http://localhost:4210')
	await anAppointedPerson(database, { id: 'officer' })
})

afterEach(async () => {
	await accounts.close()
	await database.db.authUser.deleteMany()
	await database.db.authToken.deleteMany()
	await database.db.appointment.deleteMany()
	await database.db.person.deleteMany()
})

afterAll(() => database.close())

function accountsAt(baseUrl: string): Accounts {
	return openAccounts({
		db: database.db,
		baseUrl,
		secret: 's'.repeat(40),
		mail: { send: async (letter) => void letters.push(letter), close: () => {} },
		log: openLog('silent'),
	})
}

async function askFor(email: string, address = '203.0.113.9') {
	const answer = await accounts.mailLink({ email, next: null, request: requestFrom(address) })
	await accounts.close()
	return answer
}

const today = new Date('2026-11-21T05:00:00Z')

describe('a link to sign in', () => {
	test('is answered alike for people and for unknown addresses, and only people get mail, in their language', async () => {
		expect(await askFor('officer@contoh.example')).toBe('accepted')
		expect(await askFor('nobody@contoh.example')).toBe('accepted')
		expect(letters.map((letter) => letter.to)).toEqual(['officer@contoh.example'])
		expect(letters[0]?.subject).toBe('Tautan masuk Anda untuk Renaksi')
		expect(letters[0]?.text).toContain('http://localhost:4210/id/sign-in/link?token=')
	})

	test('finds people however they write their address', async () => {
		await askFor('  Officer@Contoh.example ')
		expect(letters).toHaveLength(1)
	})

	test('is not in the database: only its hash is', async () => {
		const token = tokenIn(await accounts.linkFor({ email: 'officer@contoh.example', locale: 'en' }))
		expect(token.length).toBeGreaterThan(20)
		expect(JSON.stringify(await database.db.authToken.findMany())).not.toContain(token)
	})

	test('works once', async () => {
		const token = tokenIn(await accounts.linkFor({ email: 'officer@contoh.example', locale: 'en' }))
		expect(await accounts.signIn(token, requestFrom('203.0.113.9'))).not.toBeNull()
		expect(await accounts.signIn(token, requestFrom('203.0.113.9'))).toBeNull()
	})

	test('does not work after its time, and lasts a quarter of an hour when it was mailed', async () => {
		await askFor('officer@contoh.example')
		const [row] = await database.db.authToken.findMany()
		const minutes = ((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)) / 60_000
		expect(Math.round(minutes)).toBe(15)
		await database.db.authToken.updateMany({ data: { expiresAt: new Date('2020-01-01') } })
		const token = /token=(\w+)/.exec(letters[0]?.text ?? '')?.[1] ?? ''
		expect(await accounts.signIn(token, requestFrom('203.0.113.9'))).toBeNull()
	})

	test('is given to people with an account only: nobody signs up', async () => {
		await askFor('nobody@contoh.example')
		expect(await database.db.authUser.count()).toBe(0)
	})
})

describe('a session', () => {
	test('names the person and the appointments in force', async () => {
		const cookie = await cookieOf({ accounts }, 'officer@contoh.example')
		const { person, actor } = await accounts.sessionOf(requestFrom('203.0.113.9', cookie), today)
		expect(person).toMatchObject({ id: 'officer', isDemonstration: true, locale: 'id' })
		expect(actor.appointments).toEqual([{ role: 'IMPLEMENTER', organizationId: 'agency', memberId: null }])
	})

	test.each([
		['2026-11-20', false, 'ended yesterday'],
		['2026-11-21', true, 'ends today'],
	])('of somebody whose appointment is until %s: %s, because it %s', async (untilOn, holds) => {
		const cookie = await cookieOf({ accounts }, 'officer@contoh.example')
		await database.db.appointment.updateMany({ data: { untilOn } })
		const { person } = await accounts.sessionOf(requestFrom('203.0.113.9', cookie), today)
		expect(person !== null).toBe(holds)
	})

	test('is over at the very next request after signing out', async () => {
		const cookie = await cookieOf({ accounts }, 'officer@contoh.example')
		const cleared = await accounts.signOut(requestFrom('203.0.113.9', cookie))
		expect(cleared.getSetCookie().join()).toMatch(/Max-Age=0/)
		expect(await accounts.sessionOf(requestFrom('203.0.113.9', cookie), today)).toEqual(accounts.nobody)
	})

	test.each([
		['IMPLEMENTER', 119, true],
		['IMPLEMENTER', 121, false],
		['POC', 29, true],
		['POC', 31, false],
	] as const)('of the role %s, unused for %i minutes, goes on: %s', async (role, minutes, goesOn) => {
		const { email } = await anAppointedPerson(database, { id: 'second', role })
		const cookie = await cookieOf({ accounts }, email)
		const later = new Date(
			(await database.db.authSession.findFirstOrThrow()).updatedAt.getTime() + minutes * 60_000,
		)
		const { person } = await accounts.sessionOf(requestFrom('203.0.113.9', cookie), later)
		expect(person !== null).toBe(goesOn)
		expect(await database.db.authSession.count()).toBe(goesOn ? 1 : 0)
	})

	test('ends after twelve hours', async () => {
		await cookieOf({ accounts }, 'officer@contoh.example')
		const { createdAt, expiresAt } = await database.db.authSession.findFirstOrThrow()
		expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 3_600_000)).toBe(12)
	})

	test.each([
		['a made-up cookie', 'ogp.session_token=abc.def'],
		['no cookie', ''],
	])('of %s is nobody', async (_what, cookie) => {
		expect(await accounts.sessionOf(requestFrom('203.0.113.9', cookie), today)).toEqual(accounts.nobody)
	})

	test('keeps neither the address nor the browser of the person', async () => {
		await cookieOf({ accounts }, 'officer@contoh.example')
		const [session] = await database.db.authSession.findMany()
		expect(session?.ipAddress ?? '').toBe('')
		// In the place of the browser's name: whose session it is, sealed with the key beside the database.
		const bound = { token: session?.token ?? '', personId: 'officer' }
		expect(session?.userAgent).toBe(sessionSeal('s'.repeat(40), bound))
	})

	test.each([
		['https://record.example', /^__Host-ogp\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
		['http://localhost:4210', /^ogp\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/],
	])('at %s has a cookie no script and no other host reads', async (baseUrl, form) => {
		accounts = accountsAt(baseUrl)
		const token = tokenIn(await accounts.linkFor({ email: 'officer@contoh.example', locale: 'en' }))
		const headers = await accounts.signIn(token, requestFrom('203.0.113.9'))
		expect(headers?.getSetCookie()[0]).toMatch(form)
	})
})

describe('guessing', () => {
	test('of tokens stops after ten from one block of addresses, and troubles no other', async () => {
		const link = await accounts.linkFor({ email: 'officer@contoh.example', locale: 'en' })
		for (let tried = 0; tried < 30; tried += 1)
			await accounts.signIn(`guess${tried}`, requestFrom(`203.0.113.${tried}`))
		expect(await accounts.signIn(tokenIn(link), requestFrom('203.0.113.200'))).toBeNull()
		expect(await accounts.signIn(tokenIn(link), requestFrom('198.51.100.1'))).not.toBeNull()
	})

	test('of addresses is told to wait after twenty, and only there', async () => {
		const answers = []
		for (let tried = 0; tried < 22; tried += 1) answers.push(await askFor(`x${tried}@contoh.example`))
		expect(answers.filter((answer) => answer === 'limited')).toHaveLength(2)
		expect(await askFor('officer@contoh.example', '198.51.100.1')).toBe('accepted')
		expect(letters).toHaveLength(1)
	})

	test('in the name of one account fills no mailbox: five letters in a quarter of an hour', async () => {
		for (let tried = 0; tried < 8; tried += 1) {
			expect(await askFor('officer@contoh.example', `198.51.${tried}.1`)).toBe('accepted')
		}
		expect(letters).toHaveLength(5)
	})
})
