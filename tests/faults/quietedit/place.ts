import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROLES } from '#app/access/policy.ts'
import type { Actor, Role } from '#app/access/policy.ts'
import { configFrom } from '#app/config.server.ts'
import { askControl } from '#app/control.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import type { Context } from '#app/domain/context.ts'
import type { Finding } from '#app/domain/integrity/rules.ts'
import type { Site } from '#app/start.server.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'
import { onServer, urlOf } from '#tests/support/template-database.ts'
import { freePort } from '#tests/support/free-port.ts'
import { visitorOf } from '../support/visitor.ts'
import type { Visitor } from '../support/visitor.ts'

/** Somebody with an account, at a browser of their own. */
export type Person = {
	readonly personId: string
	readonly role: Role
	readonly organizationId: string
	readonly actor: Actor
	/** Signs in anew where the session has ended. */
	readonly visitor: () => Promise<Visitor>
	readonly leave: () => void
}

/** A whole site with the demonstration, in this process: what is asked of it comes over its port. */
export type Place = {
	readonly site: Site
	readonly port: number
	readonly public: Visitor
	readonly people: readonly Person[]
	/** The world of a command that a person gives. */
	readonly as: (person: Person | null) => Context
	/** What `npm run fsck` finds, asked of the running server. */
	readonly fsck: () => Promise<readonly Finding[]>
	readonly close: () => Promise<void>
}

/** People that the demonstration lacks: a desk of the IRM, and the point of contact of another member. */
const FURTHER: readonly (readonly [id: string, role: Role, hasMember: boolean])[] = [
	['quiet-irm', 'IRM', false],
	['quiet-other-poc', 'POC', true],
	['quiet-other-lead', 'INSTITUTION_LEAD', true],
]

/** Starts it on an empty folder, embedded or on a new database of the server that is named. */
export async function openPlace(server: string | null): Promise<Place> {
	process.env.NODE_ENV = 'production'
	const dataDir = mkdtempSync(join(tmpdir(), 'renaksi-quietedit-'))
	const port = await freePort()
	const name = `quietedit_${String(process.pid)}_${String(port)}`
	if (server !== null) await onServer(server, `CREATE DATABASE "${name}"`)
	const config = configFrom({
		NODE_ENV: 'production',
		LOG_LEVEL: 'silent',
		DATA_DIR: dataDir,
		DATABASE_URL: server === null ? undefined : urlOf(server, name),
		HOST: '127.0.0.1',
		PORT: String(port),
		BASE_URL: `http://localhost:${String(port)}`,
	})
	const lock = lockDataFolder(dataDir)
	const { startSite } = await import('#app/start.server.ts')
	const site = await startSite(config, { clock: () => new Date(), say: () => {} })
	await addPeople(site)
	const withdrawals = openWithdrawals(dataDir)
	const people = await peopleOf(site, port)
	const reader = visitorOf(port)
	return {
		site,
		port,
		public: reader,
		people,
		as: (person) => ({
			db: site.database.db,
			actor: person === null ? { personId: null, appointments: [] } : person.actor,
			now: new Date(),
			requestId: 'quietedit',
			withdrawals,
		}),
		fsck: async () => {
			const answer = await askControl(dataDir, { command: 'fsck', witnesses: [] })
			if (!answer?.ok) throw new Error(`the server does not check: ${answer?.error ?? 'no answer'}`)
			return (answer.result as { findings: readonly Finding[] }).findings
		},
		close: async () => {
			reader.leave()
			for (const person of people) person.leave()
			await site.close()
			lock.release()
			if (server !== null) await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
			rmSync(dataDir, { recursive: true, force: true })
		},
	}
}

async function addPeople({ database: { db } }: Site): Promise<void> {
	const organization = await db.organization.findFirstOrThrow({
		where: { kind: 'HOST' },
		select: { id: true },
	})
	const member = await db.member.findFirstOrThrow({ where: { isDemonstration: false, level: 'NATIONAL' } })
	for (const [id, role, hasMember] of FURTHER) {
		const person = { id, email: `${id}@example.org`, displayName: id, organizationId: organization.id }
		await db.person.create({ data: person })
		await db.appointment.create({
			data: {
				...{ id, role, personId: id, organizationId: organization.id },
				...{ memberId: hasMember ? member.id : null, fromOn: '2020-01-01' },
			},
		})
	}
}

async function peopleOf({ database: { db }, accounts }: Site, port: number): Promise<readonly Person[]> {
	const further = FURTHER.map(([id]) => id)
	const appointments = await db.appointment.findMany({
		where: { OR: [{ organization: { isDemonstration: true } }, { id: { in: further } }] },
		include: { person: { select: { email: true } } },
		orderBy: [{ role: 'asc' }, { personId: 'asc' }],
	})
	return appointments.map(({ personId, organizationId, memberId, role: code, person }) => {
		const role = ROLES.find((one) => one === code)
		if (!role) throw new Error(`no role ${code}`)
		let known: Visitor | null = null
		async function signIn(): Promise<Visitor> {
			const link = await accounts.linkFor({ email: person.email, locale: 'en' })
			const headers = await accounts.signIn(
				new URL(link).searchParams.get('token') ?? '',
				new Request(link, { headers: { 'x-ogp-client-ip': '127.0.0.1' } }),
			)
			const cookie = headers?.getSetCookie()[0]?.split(';')[0]
			if (!cookie) throw new Error(`the link of a ${role} did not sign in`)
			return visitorOf(port, cookie)
		}
		return {
			...{ personId, role, organizationId },
			actor: { personId, appointments: [{ role, organizationId, memberId }] },
			visitor: async () => {
				if (known && (await known.get('/en/notices')).status === 200) return known
				known?.leave()
				known = await signIn()
				return known
			},
			leave: () => known?.leave(),
		}
	})
}
