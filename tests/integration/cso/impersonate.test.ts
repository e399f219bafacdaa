import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addressSeal } from '#app/domain/cso-account/view.ts'
import { checkAll } from '#app/domain/integrity/queries.server.ts'
import { openAccounts } from '#app/http/session.server.ts'
import { sendCsoLetters } from '#app/jobs/cso-letters.server.ts'
import { openLog } from '#app/log.server.ts'
import type { Letter } from '#app/mail.server.ts'
import { siteMap } from '#tests/architecture/site-map.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import { aToken, open } from './account-site.ts'

// Every way to become a monitor without the organization: through each route of these rooms with every account of
// government and of the host, and with SQL as the application's own login. Each is refused, or gives no rights, or shows.

let site: SmallSite
const cookies = new Map<PersonName, string>()
const ATTACKERS = ['admin', 'poc', 'secretariat', 'lead', 'officer', 'irm'] as const

beforeAll(async () => {
	site = await wholeSite()
	for (const who of [...ATTACKERS, 'monitor', 'owner'] as const)
		cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const sql = (text: string, ...values: unknown[]) => site.database.db.$executeRawUnsafe(text, ...values)
const asked = async (path: string, who: PersonName) =>
	(await site.ask(path, { headers: { cookie: cookies.get(who) ?? '' } })).status
/** What only monitors may open. */
const verifies = async (who: PersonName) => (await asked('/en/verify', who)) === 200
let reading = 0
/** The page as it is made now: a page that is kept says so after the next whole check, or the next act. */
const pageOf = async (organizationId: string) =>
	(await site.ask(`/en/organizations/${organizationId}?reading=${String((reading += 1))}`)).body.toString()

async function faults(): Promise<readonly string[]> {
	const { database, publicLog: log, files, withdrawals } = site
	const world = { db: database.db, log, files, withdrawals, now: new Date() }
	const { findings } = await checkAll(world, { kept: { readLeaves: async () => new Uint8Array() } })
	return findings.map(({ fault, detail, recordId }) => `${fault} ${detail ?? recordId ?? ''}`)
}

async function accounts() {
	const { db } = site.database
	const [appointments, invitations, acts, people] = await Promise.all([
		db.appointment.findMany({ orderBy: { id: 'asc' } }),
		db.invitation.findMany({ orderBy: { id: 'asc' } }),
		db.csoAccountChange.count(),
		db.person.findMany({ orderBy: { id: 'asc' } }),
	])
	return { appointments, invitations, acts, people }
}

describe('through the routes of these rooms', () => {
	const rooms = siteMap().filter(({ file }) =>
		/routes\/(workspace\/cso|admin\/cso|workspace\/hand-over|workspace\/people)/.test(file),
	)
	const place = (url: string) =>
		url
			.replace(':lang', 'en')
			.replace(':organizationId', 'cso')
			.replace(':appointmentId', 'monitor')
			.replace(':invitationId', 'any')
			.replace(':memberId', 'example')
			.replace(':handOverId', 'any')
	const FORMS = [
		{ email: 'mole@government.example', locale: 'en', role: 'CSO_OWNER' },
		{ email: 'mole@government.example', locale: 'en' },
		{ choice: 'ON' },
		{ endsOn: '2026-08-01' },
		{ person: 'owner', effectiveOn: '2026-08-01' },
		{},
	]

	test('the rooms are the ones of the site map', () => {
		expect(rooms.length).toBeGreaterThanOrEqual(9)
	})

	test.each(ATTACKERS)(
		'%s changes nothing of who acts for civil society',
		async (who) => {
			const before = await accounts()
			const cookie = cookies.get(who) ?? ''
			for (const { url } of rooms) {
				for (const path of [place(url), `${place(url)}?_data=${encodeURIComponent(url.slice(1))}`]) {
					for (const form of FORMS) {
						const { status } = await press(site, path, cookie, new URLSearchParams(form).toString())
						// A form that is not taken is no way in either; a redirect only ever leads to a page for reading.
						expect([302, 400, 403, 404, 405, 409, 410, 422], `${path} ${String(status)}`).toContain(status)
					}
				}
			}
			expect(await accounts()).toEqual(before)
		},
		60_000,
	)

	test.each(ATTACKERS.filter((who) => who !== 'admin'))('%s does not read them', async (who) => {
		for (const { url } of rooms.filter(({ file }) => !/hand-over|people/.test(file)))
			expect([302, 403, 404, 405]).toContain(await asked(place(url), who))
	})

	test('the host neither ends, nor invites, nor sets anything of an organization that runs itself', async () => {
		const cookie = cookies.get('admin') ?? ''
		const form = new URLSearchParams({ email: 'mole@government.example', locale: 'en' }).toString()
		const first = await press(site, '/en/admin/organizations/cso/invite', cookie, form)
		expect(first.body.toString()).toContain('first_person_known')
		expect((await press(site, '/en/cso/people/monitor/end', cookie)).status).toBe(403)
	})
})

describe('with SQL as the application’s login', () => {
	beforeEach(async () => {
		await sql(`DELETE FROM "Appointment" WHERE "id" LIKE 'forged%'`)
	})

	const forge = (id: string, personId: string) =>
		sql(
			`INSERT INTO "Appointment" ("id", "personId", "organizationId", "memberId", "role", "fromOn")
			 VALUES ($1, $2, 'cso', 'example', 'CSO_MONITOR', '2020-01-01')`,
			id,
			personId,
		)

	test('an appointment that is inserted gives no rights, and shows', async () => {
		await forge('forged-1', 'poc')
		expect(await verifies('poc')).toBe(false)
		expect(await pageOf('cso')).toContain('WITHOUT_ACT')
		expect(await faults()).toContain('account_without_act cso: forged-1')
	})

	test.each([
		['person', `"personId" = 'poc'`, 'poc'],
		['role', `"role" = 'CSO_OWNER'`, 'monitor'],
		['organization', `"organizationId" = 'other-cso'`, 'monitor'],
		['member', `"memberId" = NULL`, 'monitor'],
	] as const)('an appointment whose %s is rewritten gives no rights, and shows', async (_what, set, who) => {
		await sql(`UPDATE "Appointment" SET ${set} WHERE "id" = 'monitor'`)
		expect(await asked('/en/verify', who)).not.toBe(200)
		expect((await faults()).filter((line) => line.startsWith('account_without_act'))).toHaveLength(1)
		await sql(
			`UPDATE "Appointment" SET "personId" = 'monitor', "role" = 'CSO_MONITOR', "organizationId" = 'cso',
			 "memberId" = 'example' WHERE "id" = 'monitor'`,
		)
		// Whoever was there before goes on; a session that found no rights has ended.
		cookies.set('monitor', await cookieOfPerson(site, 'monitor'))
		expect(await verifies('monitor')).toBe(true)
	})

	test('an address that is rewritten gets no letter and ends the session, and shows', async () => {
		const letters: Letter[] = []
		const mail = { send: async (letter: Letter) => void letters.push(letter), close: () => {} }
		const { db } = site.database
		const secret = 's'.repeat(40)
		const door = openAccounts({ db, baseUrl: 'http://localhost:4210', secret, mail, log: openLog('silent') })
		const ask = async (email: string) => {
			const request = new Request('http://localhost:4210/', { headers: { 'x-ogp-client-ip': '192.0.2.1' } })
			await door.mailLink({ email, next: null, request })
			await door.close()
			return letters.splice(0).length
		}
		expect(await ask('monitor@example.org')).toBe(1)
		await sql(`UPDATE "Person" SET "email" = 'mole@government.example' WHERE "id" = 'monitor'`)
		expect(await ask('mole@government.example')).toBe(0)
		expect(await verifies('monitor')).toBe(false)
		expect(await pageOf('cso')).toContain('OTHER_ADDRESS')
		expect(await faults()).toContain('account_other_address cso: monitor')
		await sql(`UPDATE "Person" SET "email" = 'monitor@example.org' WHERE "id" = 'monitor'`)
		cookies.set('monitor', await cookieOfPerson(site, 'monitor'))
	})

	test('an invitation that is inserted opens nothing', async () => {
		await sql(
			`INSERT INTO "Invitation" ("id", "organizationId", "role", "memberId", "email", "tokenHash", "invitedById", "createdAt", "expiresAt")
			 VALUES ('forged', 'cso', 'CSO_OWNER', 'example', 'mole@government.example', $1, 'owner', now(), now() + interval '1 day')`,
			createHash('sha256').update(aToken(90)).digest('hex'),
		)
		expect((await open(site, aToken(90))).status).toBe(404)
		const answer = await open(site, aToken(90), { displayName: 'Mole', locale: 'en' })
		expect(answer.status).toBe(404)
	})

	test('an invitation whose address is rewritten opens nothing', async () => {
		const form = { email: 'true@cso.example', locale: 'en', role: 'CSO_MONITOR' }
		const body = new URLSearchParams(form).toString()
		expect((await press(site, '/en/cso/cso/invite', cookies.get('owner') ?? '', body)).status).toBe(303)
		await sql(
			`UPDATE "Invitation" SET "email" = 'mole@government.example', "tokenHash" = $1 WHERE "email" = 'true@cso.example'`,
			createHash('sha256').update(aToken(91)).digest('hex'),
		)
		expect((await open(site, aToken(91))).status).toBe(404)
	})

	test.each([false, true])(
		'an act that is inserted (with a leaf of something else: %s) gives no rights, and shows',
		async (hasLeaf) => {
			const [recordId, salt] = [randomUUID(), randomBytes(32)]
			await forge(`forged-${recordId}`, 'lead')
			await sql(
				`INSERT INTO "CsoAccountChange" ("recordId", "version", "organizationId", "event", "role", "memberId", "appointmentId",
			 "personNumber", "personId", "addressSeal", "actorOrganizationId", "submittedById", "publishedOn", "publishedAt", "salt", "privateSalt")
			 VALUES ($1, 1, 'cso', 'PERSON_JOINED', 'CSO_MONITOR', 'example', $2, 9, 'lead', $3, 'cso', 'lead', '2026-01-01', now(), $4, $4)`,
				recordId,
				`forged-${recordId}`,
				addressSeal(salt, 'lead@example.org'),
				salt,
			)
			if (hasLeaf) {
				await sql(
					`INSERT INTO "LedgerEntry" ("index", "recordId", "version", "kind", "entry", "leafHash")
				 SELECT max("index") + 1000, $1, 1, 'cso-account.changed', (SELECT "entry" FROM "LedgerEntry" WHERE "kind" = 'cso-account.changed' LIMIT 1), '\\x00' FROM "LedgerEntry"`,
					recordId,
				)
			}
			expect(await verifies('lead')).toBe(false)
			expect(await pageOf('cso')).toContain('WITHOUT_ACT')
			const found = await faults()
			expect(found).toContain(`account_without_act cso: forged-${recordId}`)
			expect(found.some((line) => line.endsWith(recordId) && !line.startsWith('account'))).toBe(true)
		},
	)

	test.each(['UPDATE "CsoAccountChange" SET "personId" = \'poc\'', 'DELETE FROM "CsoAccountChange"'])(
		'an act is neither changed nor removed: %s',
		async (statement) => {
			await expect(sql(statement)).rejects.toThrow()
		},
	)

	test('a session that is rewritten to be a monitor’s is nobody’s', async () => {
		const secretariat = await cookieOfPerson(site, 'secretariat')
		await sql(
			`UPDATE "AuthSession" SET "userId" = 'monitor' WHERE "id" = (SELECT "id" FROM "AuthSession" WHERE "userId" = 'secretariat' ORDER BY "createdAt" DESC LIMIT 1)`,
		)
		const answer = await site.ask('/en/verify', { headers: { cookie: secretariat } })
		expect(answer.status).toBe(302)
	})

	test('a session that is inserted for a monitor opens nothing without the key that signs cookies', async () => {
		await sql(
			`INSERT INTO "AuthSession" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt", "userAgent")
			 VALUES ('forged', 'forged-token', 'monitor', now() + interval '1 day', now(), now(), '')`,
		)
		const name = (cookies.get('monitor') ?? '').split('=')[0] ?? ''
		const answer = await site.ask('/en/verify', { headers: { cookie: `${name}=forged-token` } })
		expect(answer.status).toBe(302)
	})

	test.each([
		[`UPDATE "AuthToken" SET "value" = replace("value", 'irm@example.org', 'monitor@example.org')`],
		[
			`UPDATE "AuthUser" SET "email" = CASE "id" WHEN 'monitor' THEN 'irm@example.org' ELSE 'gone@example.org' END WHERE "id" IN ('monitor', 'irm')`,
		],
	])('an own sign-in link does not become a monitor’s: %s', async (statement) => {
		const link = new URL(await site.accounts.linkFor({ email: 'irm@example.org', locale: 'en' }))
		// One after the other, so that no two rows have the same address in between.
		if (statement.includes('AuthUser'))
			await sql(`UPDATE "AuthUser" SET "email" = 'gone@example.org' WHERE "id" = 'irm'`)
		await sql(statement.replace(`WHERE "id" IN ('monitor', 'irm')`, `WHERE "id" = 'monitor'`))
		const token = link.searchParams.get('token') ?? ''
		const request = new Request(link, { headers: { 'x-ogp-client-ip': '198.51.100.9' } })
		expect(await site.accounts.signIn(token, request)).toBeNull()
		await sql(`UPDATE "AuthUser" SET "email" = "id" || '@example.org' WHERE "id" = 'monitor'`)
		await sql(`UPDATE "AuthUser" SET "email" = "id" || '@example.org' WHERE "id" = 'irm'`)
	})
})

describe('what nobody can prevent who writes both act and leaf', () => {
	test('is in the log, on the organization’s page, and in a letter to all its people', async () => {
		await sql(
			`INSERT INTO "Appointment" ("id", "personId", "organizationId", "memberId", "role", "fromOn")
			 VALUES ('written', 'irm', 'cso', 'example', 'CSO_MONITOR', '2026-01-01')`,
		)
		await backAppointments(site.database)
		expect(await pageOf('cso')).toContain('written-joined')
		const letters: Letter[] = []
		const world = {
			ctx: { db: site.database.db, now: new Date('2026-01-02T00:00:00Z'), withdrawals: site.withdrawals },
			mail: { send: async (letter: Letter) => void letters.push(letter) },
			log: openLog('silent'),
			baseUrl: 'http://localhost:4210',
		}
		await sendCsoLetters(world)
		const about = letters.filter(({ text }) => text.includes('written-joined'))
		expect(about.map(({ to }) => to)).toEqual(
			expect.arrayContaining(['owner@example.org', 'monitor@example.org']),
		)
		letters.length = 0
		await sendCsoLetters(world)
		expect(letters).toEqual([])
	})
})
