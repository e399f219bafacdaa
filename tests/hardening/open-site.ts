import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '#app/access/policy.ts'
import { ensureBuilt } from '#app/build.server.ts'
import { configFrom } from '#app/config.server.ts'
import type { Site } from '#app/start.server.ts'
import { freePort } from '../support/free-port.ts'
import { routeLines } from '../support/route-lines.ts'
import type { RouteLine } from '../support/route-lines.ts'
import { accountsOf, appointHost } from '../support/seeded-site.ts'
import { visitorOf } from '../faults/support/visitor.ts'
import type { Answer, Asked } from '../faults/support/visitor.ts'

export type Actor = {
	readonly name: string
	readonly cookie: string | null
	/** Null: nobody, or somebody whose session or role is over. */
	readonly role: Role | null
	readonly personId: string | null
	readonly organizationId: string | null
}

export type OpenSite = {
	readonly site: Site
	readonly port: number
	/** The folder of what the site keeps, letters included. */
	readonly dataDir: string
	readonly lines: readonly RouteLine[]
	/** Nobody, everyone whose access is over, and two people of each role where there are two. */
	readonly actors: readonly Actor[]
	/** One request, from an address of its own: what one client may ask limits no cell of a table. */
	readonly ask: (actor: Actor, path: string, asked: Asked) => Promise<Answer>
	readonly close: () => Promise<void>
}

/** The built site in this process, with the demonstration and its people. */
export async function openSite(say: (line: string) => void): Promise<OpenSite> {
	process.env.NODE_ENV = 'production'
	const dataDir = mkdtempSync(join(tmpdir(), 'renaksi-hardening-'))
	const port = await freePort()
	const config = configFrom({
		NODE_ENV: 'production',
		LOG_LEVEL: 'silent',
		DATA_DIR: dataDir,
		PORT: String(port),
		TRUSTED_PROXIES: '1',
	})
	await ensureBuilt(say)
	const { startSite } = await import('#app/start.server.ts')
	const site = await startSite(config, { clock: () => new Date(), say })
	const visitors = new Map<string | null, ReturnType<typeof visitorOf>>()
	const visitorFor = (cookie: string | null) => {
		const known = visitors.get(cookie) ?? visitorOf(port, cookie)
		visitors.set(cookie, known)
		return known
	}
	let asked = 0
	return {
		site,
		port,
		dataDir,
		lines: await routeLines(),
		actors: await actorsOf(site),
		ask: ({ cookie }, path, { method, headers, body }) => {
			asked += 1
			const from = `10.${String(asked >> 16)}.${String((asked >> 8) & 255)}.${String(asked & 255)}`
			return visitorFor(cookie).ask(path, {
				method,
				headers: { 'X-Forwarded-For': from, ...headers },
				...(body ? { body } : {}),
			})
		},
		close: async () => {
			for (const visitor of visitors.values()) visitor.leave()
			await site.close()
			rmSync(dataDir, { recursive: true, force: true })
		},
	}
}

const TWO = 2

/** Whoever runs the site outside the demonstration: their role asks for a second step, and they have only a letter. */
const HOST = 'pengelola@host.example'
/** The actor who still has to take the second step. */
export const HALF = 'letter without a second step'

async function actorsOf(site: Site): Promise<readonly Actor[]> {
	await appointHost(site, HOST)
	const cookies = await accountsOf(site)
	const held = await site.database.db.appointment.findMany({
		where: { organization: { isDemonstration: true } },
		orderBy: [{ role: 'asc' }, { personId: 'asc' }],
	})
	const people = Object.entries(cookies).flatMap(([role, ones]) =>
		ones.slice(0, TWO).map((cookie, at): Actor => {
			const { personId = null, organizationId = null } = held.filter((one) => one.role === role)[at] ?? {}
			return { name: `${role} ${String(at + 1)}`, cookie, role: role as Role, personId, organizationId }
		}),
	)
	const nobody = { role: null, personId: null, organizationId: null }
	const over = await appointmentOver(site)
	const half = await cookieOf(site, HOST)
	return [
		{ name: 'public', cookie: null, ...nobody },
		{ name: 'made-up session', cookie: 'ogp.session_token=made-up.signature', ...nobody },
		{ name: 'role that is over', cookie: over, ...nobody },
		{ name: HALF, cookie: half, ...nobody },
		...people,
	]
}

/** Somebody who is signed in and whose only role ended since. */
async function appointmentOver(site: Site): Promise<string> {
	const { db } = site.database
	const held = await db.appointment.findFirstOrThrow({
		where: { role: 'IMPLEMENTER', organization: { isDemonstration: true } },
		orderBy: { personId: 'desc' },
		include: { person: { select: { email: true } } },
	})
	const cookie = await cookieOf(site, held.person.email)
	await db.appointment.updateMany({ where: { personId: held.personId }, data: { untilOn: '2020-01-01' } })
	return cookie
}

async function cookieOf({ accounts }: Site, email: string): Promise<string> {
	const link = await accounts.linkFor({ email, locale: 'en' })
	const token = new URL(link).searchParams.get('token') ?? ''
	const request = new Request(link, { headers: { 'x-ogp-client-ip': '127.0.0.1' } })
	return (await accounts.signIn(token, request))?.getSetCookie()[0]?.split(';')[0] ?? ''
}
