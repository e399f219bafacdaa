import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { appointFirstAdmin } from '#app/domain/first-admin/commands.server.ts'
import { letterTextOf } from '#app/http/letter-text.ts'
import { OPERATOR } from '#prisma/with-database.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
const place = mkdtempSync(join(tmpdir(), 'renaksi-admin-'))
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	return () => database.close()
})
afterAll(() => rmSync(place, { recursive: true }))

const operator = () => ({ ...as(database, 'admin'), actor: OPERATOR })
const answer = { email: 'head@host.example', locale: 'en' } as const

test('the first person who runs a site is appointed by whoever runs its machine, for all of it', async () => {
	expect(await appointFirstAdmin(operator(), answer)).toEqual({ email: 'head@host.example', locale: 'en' })
	const appointment = await database.db.appointment.findFirstOrThrow({ include: { person: true } })
	expect(appointment).toMatchObject({
		role: 'INSTANCE_ADMIN',
		organizationId: 'host',
		memberId: null,
		fromOn: '2026-07-15',
		untilOn: null,
		person: { email: 'head@host.example', displayName: 'head@host.example', organizationId: 'host' },
	})
})

test('asked twice at once, one is appointed', async () => {
	const asked = ['a@host.example', 'b@host.example'].map((email) =>
		appointFirstAdmin(operator(), { ...answer, email }),
	)
	const outcomes = await Promise.allSettled(asked)
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
	expect(await database.db.appointment.count({ where: { role: 'INSTANCE_ADMIN' } })).toBe(1)
})

test('somebody who runs the site ends this way in, until nobody does any more', async () => {
	await appointFirstAdmin(operator(), answer)
	await expect(
		appointFirstAdmin(operator(), { ...answer, email: 'second@host.example' }),
	).rejects.toMatchObject({
		reason: 'admin_known',
	})
	await database.db.appointment.updateMany({ data: { untilOn: '2026-07-14' } })
	await expect(appointFirstAdmin(operator(), answer)).resolves.toMatchObject({ email: 'head@host.example' })
})

test.each(['monitor', 'poc', 'monitoringBody'] as const)(
	'the address of a %s does not become that of the site’s host',
	async (name) => {
		const email = `${name.toLowerCase()}@example.org`
		await expect(appointFirstAdmin(operator(), { ...answer, email })).rejects.toMatchObject({
			reason: 'address_known',
		})
		expect(await database.db.appointment.count({ where: { role: 'INSTANCE_ADMIN' } })).toBe(0)
	},
)

test.each(['admin', 'poc', 'owner'] as const)(
	'nobody with an account can ask, not even a %s',
	async (name) => {
		await expect(appointFirstAdmin(as(database, name), answer)).rejects.toMatchObject({
			reason: 'not_allowed',
		})
	},
)

test('the command itself: a new site gets its first person once, and the link is in the outbox and nowhere else', async () => {
	const run = (...argv: string[]) =>
		spawnSync(process.execPath, ['--import', 'tsx', 'prisma/admin-first.ts', ...argv], {
			env: {
				PATH: process.env.PATH ?? '',
				NODE_ENV: 'test',
				DATA_DIR: join(place, 'data'),
				SEED: 'reference',
			},
			encoding: 'utf8',
			timeout: 60_000,
		})
	expect(run('--email', 'nobody')).toMatchObject({ status: 2 })
	const first = run('--email', 'Head@Host.example', '--name', 'Head', '--lang', 'en', '--json')
	expect(first.status, first.stderr).toBe(0)
	expect(JSON.parse(first.stdout)).toMatchObject({ email: 'head@host.example', sent: 'outbox' })
	expect(first.stdout).not.toContain('token=')
	const outbox = join(place, 'data', 'outbox')
	const [file = ''] = readdirSync(outbox)
	const letter = letterTextOf(readFileSync(join(outbox, file), 'utf8'))
	expect(letter.text).toMatch(/\/en\/sign-in\/link\?token=[\w.%-]{40,}/)
	const second = run('--email', 'second@host.example')
	expect(second.status).toBe(1)
	expect(second.stdout).toContain('Somebody runs this site already')
	expect(readdirSync(outbox)).toHaveLength(1)
}, 120_000)
