import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findOrganization } from '#app/domain/organization/queries.server.ts'
import { addKey, confirmKey, removeKey } from '#app/domain/passkey/commands.server.ts'
import { findKeyDesk } from '#app/domain/passkey/queries.server.ts'
import { KEYS_MOST } from '#app/domain/passkey/rules.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import { SITE, aPersonKey } from '#tests/factories/person-key.ts'
import { PEOPLE, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { softwareAuthenticator } from '#tests/support/software-authenticator.ts'
import type { Said } from '#tests/support/software-authenticator.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await database.db.appointment.createMany({
		data: (['monitor', 'owner', 'otherMonitor'] as const).map((personId) => ({
			...{ id: personId, personId, memberId: 'example', fromOn: '2026-01-01' },
			...{ role: PEOPLE[personId][0], organizationId: PEOPLE[personId][1] },
		})),
	})
	await backAppointments(database)
}, 60_000)
afterEach(() => database.close())

const challenge = randomBytes(32).toString('base64url')
const add = (who: PersonName, answer = softwareAuthenticator(SITE).attest(challenge), organization = 'cso') =>
	addKey(as(database, who), SITE, { organization, nickname: 'telephone', challenge, answer })
const refused = (reason: string) => ({ reason })
const changes = () => database.db.csoAccountChange.findMany({ where: { keyId: { not: null } } })

describe('adding a key', () => {
	test('is an act of the organization that names the public key and the number of the person', async () => {
		const { recordId, id, spki } = await aPersonKey(database)
		const { content } = await findRecord(as(database, 'monitor'), recordId)
		expect(content).toMatchObject({ event: 'KEY_ADDED', keyId: id, publicKey: spki, organizationId: 'cso' })
		expect(JSON.stringify(content)).not.toContain('monitor')
		const page = await findOrganization(as(database, 'poc'), 'cso')
		expect(page.account?.changes.filter(({ event }) => event === 'KEY_ADDED')).toMatchObject([
			{ recordId, isOwn: true },
		])
	})

	test('leaves every key to wait for a second person: the first, and more so a later one', async () => {
		const first = await aPersonKey(database)
		const second = await aPersonKey(database)
		const { own } = await findKeyDesk(as(database, 'monitor'))
		expect(own.map(({ recordId, state, isReset }) => [recordId, state, isReset])).toEqual(
			expect.arrayContaining([
				[first.recordId, 'UNCONFIRMED', false],
				[second.recordId, 'UNCONFIRMED', true],
			]),
		)
	})

	test.each(['admin', 'poc', 'officer', 'otherMonitor', 'monitoringBody', 'irm'] as const)(
		'is not for %s: nobody puts a key among those of an organization that they are not of',
		async (who) => {
			const { leaves } = await countsOf(database)
			await expect(add(who)).rejects.toMatchObject(refused('not_found'))
			expect([await database.db.passkey.count(), (await countsOf(database)).leaves]).toEqual([0, leaves])
		},
	)

	test.each<[string, Said]>([
		['another site', { origin: 'https://renaksi.example' }],
		['another host name', { rpId: 'renaksi.example' }],
		['nobody unlocking it', { flags: 0x41 }],
		['nobody touching it', { flags: 0x44 }],
		['a signature in the place of a key', { type: 'webauthn.get' }],
	])('refuses a key that was made for or by %s', async (_what, said) => {
		const answer = softwareAuthenticator(SITE).attest(challenge, said)
		await expect(add('monitor', answer)).rejects.toMatchObject(refused('key_not_accepted'))
	})

	test('refuses a key that answers another challenge, and bytes that are no key', async () => {
		const other = softwareAuthenticator(SITE).attest(randomBytes(32).toString('base64url'))
		await expect(add('monitor', other)).rejects.toMatchObject(refused('key_not_accepted'))
		const { response, ...envelope } = softwareAuthenticator(SITE).attest(challenge)
		const broken = { ...envelope, response: { ...response, attestationObject: 'AAAA' } }
		await expect(add('monitor', broken)).rejects.toMatchObject(refused('key_not_accepted'))
	})

	test('refuses a key that is known, also one that was removed, and more keys than a person can have', async () => {
		const answer = softwareAuthenticator(SITE).attest(challenge)
		const { recordId } = await add('monitor', answer)
		await expect(add('owner', answer)).rejects.toMatchObject(refused('key_known'))
		await removeKey(as(database, 'monitor'), recordId)
		await expect(add('monitor', answer)).rejects.toMatchObject(refused('key_known'))
		for (let n = 0; n < KEYS_MOST; n += 1) await add('monitor')
		await expect(add('monitor')).rejects.toMatchObject(refused('too_many_keys'))
	})
})

describe('a second person', () => {
	test('sees the keys of colleagues that wait, and never the own among them', async () => {
		const { recordId } = await aPersonKey(database)
		expect((await findKeyDesk(as(database, 'owner'))).waiting.map((key) => key.recordId)).toEqual([recordId])
		expect((await findKeyDesk(as(database, 'monitor'))).waiting).toEqual([])
		for (const who of ['otherMonitor', 'admin', 'poc'] as const)
			expect(await findKeyDesk(as(database, who))).toMatchObject({ own: [], waiting: [] })
	})

	test('confirms it once, in public, as the next version of the same record', async () => {
		const { recordId } = await aPersonKey(database)
		await confirmKey(as(database, 'owner'), recordId)
		expect((await findRecord(as(database, 'poc'), recordId)).content).toMatchObject({
			version: 2,
			event: 'KEY_CONFIRMED',
		})
		const { own } = await findKeyDesk(as(database, 'monitor'))
		expect(own).toMatchObject([{ recordId, state: 'CONFIRMED' }])
		await expect(confirmKey(as(database, 'owner'), recordId)).rejects.toMatchObject(refused('key_confirmed'))
	})

	test.each([
		['monitor', 'same_person'],
		['otherMonitor', 'not_found'],
		['admin', 'not_found'],
		['poc', 'not_found'],
	] as const)('is not %s (%s)', async (who, reason) => {
		const { recordId } = await aPersonKey(database)
		await expect(confirmKey(as(database, who), recordId)).rejects.toMatchObject(refused(reason))
		expect(await changes()).toHaveLength(1)
	})
})

describe('removing a key', () => {
	test('is for its owner alone, and ends it for good', async () => {
		const { recordId } = await aPersonKey(database)
		await expect(removeKey(as(database, 'owner'), recordId)).rejects.toMatchObject(refused('not_found'))
		await removeKey(as(database, 'monitor'), recordId)
		await expect(removeKey(as(database, 'monitor'), recordId)).rejects.toMatchObject(refused('key_removed'))
		await expect(confirmKey(as(database, 'owner'), recordId)).rejects.toMatchObject(refused('key_removed'))
		expect((await findKeyDesk(as(database, 'owner'))).waiting).toEqual([])
	})
})

test('a key that was written past the application is nobody’s: no act stands behind it', async () => {
	const { id } = await aPersonKey(database)
	const stored = await database.db.passkey.findUniqueOrThrow({ where: { id } })
	await database.db.passkey.create({ data: { ...stored, id: 'planted' } })
	await database.db.passkey.update({ where: { id }, data: { personId: 'owner' } })
	for (const who of ['monitor', 'owner'] as const)
		expect(await findKeyDesk(as(database, who))).toMatchObject({ own: [], waiting: [] })
})
