import { openAccounts } from '#app/http/session.server.ts'
import { openLog } from '#app/log.server.ts'
import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import { openSite } from './open-site.ts'
import { cookieIn, strangerFrom, tokenFor, withCookie } from './sign-in.ts'

// Whatever ends a session ends it at the very next request, in every shape:
//   npm run t:sessions -- [--quick] [--json]

const options = readOptions({ rounds: 20, quick: 3 })
const failures: string[] = []
const counts = { ended: 0, stillOpen: 0 }
const open = await openSite((line) => progress(options, line))
const { database, accounts } = open.site
const { db } = database
const OFFICER = 'petugas.dinkes@contoh.example'
const LEAD = 'pimpinan.dinkes@contoh.example'
const SHAPES = ['/en/tasks', '/en/tasks?_data=routes%2Fworkspace%2Ftasks', '/en/sessions', '/id/notices']
const MINUTE_MS = 60_000

type Ending = { readonly email: string; readonly end: (cookie: string, personId: string) => Promise<unknown> }
const back = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS)
const lastSeen = (minutes: number) => (_cookie: string, userId: string) =>
	db.authSession.updateMany({ where: { userId }, data: { updatedAt: back(minutes) } })

const ENDINGS: Readonly<Record<string, Ending>> = {
	'signing out': { email: OFFICER, end: (cookie) => withCookie(open, cookie).send('/en/sign-out', {}) },
	'ending all sessions': {
		email: OFFICER,
		end: (cookie) => withCookie(open, cookie).send('/en/sessions/end-all', {}),
	},
	'ending the others elsewhere': {
		email: OFFICER,
		end: async () => withCookie(open, await signedIn(OFFICER)).send('/en/sessions/end-others', {}),
	},
	'a role that ends': { email: OFFICER, end: (_cookie, personId) => during(personId, '2020-01-02') },
	'two idle hours': { email: OFFICER, end: lastSeen(121) },
	'half an idle hour of somebody who decides': { email: LEAD, end: lastSeen(31) },
	'twelve hours': {
		email: OFFICER,
		end: (_cookie, userId) => db.authSession.updateMany({ where: { userId }, data: { expiresAt: back(0) } }),
	},
	'another person written into its row': {
		email: OFFICER,
		end: async (_cookie, userId) => {
			const other = await db.person.findUniqueOrThrow({ where: { email: LEAD } })
			await signedIn(LEAD)
			return db.authSession.updateMany({ where: { userId }, data: { userId: other.id } })
		},
	},
}

try {
	for (const [name, ending] of Object.entries(ENDINGS))
		for (let round = 0; round < options.rounds; round += 1) await tryEnding(name, ending)
	await tryCookie()
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
report({ suite: 'sessions', figures: counts, failures: [...new Set(failures)] }, options)

async function signedIn(email: string): Promise<string> {
	const stranger = strangerFrom(
		open,
		`10.9.${String(counts.ended & 255)}.${String((counts.ended >> 8) & 255)}`,
	)
	const cookie = cookieIn(await stranger.send('/en/sign-in/link', { token: await tokenFor(open, email) }))
	if (cookie === null) throw new Error(`${email} could not sign in`)
	return cookie
}

async function tryEnding(name: string, { email, end }: Ending): Promise<void> {
	const cookie = await signedIn(email)
	const { id } = await db.person.findUniqueOrThrow({ where: { email } })
	if ((await withCookie(open, cookie).read('/en/tasks')).status !== 200)
		failures.push(`${name}: was not open before`)
	await end(cookie, id)
	const shape = SHAPES[counts.ended % SHAPES.length] ?? '/en/tasks'
	const answer = await withCookie(open, cookie).read(shape)
	const to = answer.location ?? String(answer.headers['x-remix-redirect'] ?? '')
	counts.ended += 1
	if (!to.includes('/sign-in')) {
		counts.stillOpen += 1
		failures.push(`after ${name}, ${shape} answered ${String(answer.status)}`)
	}
	await during(id, null)
}

function during(personId: string, untilOn: string | null) {
	return db.appointment.updateMany({ where: { personId }, data: { untilOn } })
}

/** Over https the cookie is bound to this host, unseen by scripts, and not sent from other sites' forms. */
async function tryCookie(): Promise<void> {
	const mail = { send: async () => {}, close: () => {} }
	const secure = openAccounts({
		...{ db, mail, log: openLog('silent') },
		...{ baseUrl: 'https://renaksi.example', secret: 's'.repeat(40) },
	})
	const link = new URL(await secure.linkFor({ email: OFFICER, locale: 'en' }))
	const request = new Request(link, { headers: { 'x-ogp-client-ip': '127.0.0.1' } })
	const headers = await secure.signIn(link.searchParams.get('token') ?? '', request)
	const [cookie = ''] = headers?.getSetCookie() ?? []
	for (const part of [/^__Host-/, /; ?Secure/i, /; ?HttpOnly/i, /; ?SameSite=Lax/i, /; ?Path=\//i])
		if (!part.test(cookie)) failures.push(`the cookie lacks ${String(part)}`)
	if (/; ?Domain=/i.test(cookie)) failures.push('the cookie names a domain')
	await accounts.close()
}
