import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { confirmKey, removeKey } from '#app/domain/passkey/commands.server.ts'
import type { KeySignature } from '#app/domain/passkey/schema.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { signAct } from '#app/domain/signature/commands.server.ts'
import { findSigning, listSignatures } from '#app/domain/signature/queries.server.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { SITE, aPersonKey, challengeFor } from '#tests/factories/person-key.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { softwareAuthenticator } from '#tests/support/software-authenticator.ts'
import type { Said, SoftwareAuthenticator } from '#tests/support/software-authenticator.ts'

const FINDING = { recordId: 'finding-1', version: 1 }

let database: Database
let key: SoftwareAuthenticator & { readonly recordId: string }
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeFinding(database)
	key = await aPersonKey(database)
}, 60_000)
afterEach(() => database.close())

const monitor = () => as(database, 'monitor')
const sign = (answer: KeySignature, who: PersonName = 'monitor', act = FINDING) =>
	signAct(as(database, who), SITE, { ...act, answer })
const refused = (reason: string) => ({ reason })
const signatureOfFinding = async () => {
	const { commitments } = await findPlanRecord(as(database, 'poc'), 'plan')
	return commitments.flatMap(({ milestones }) => milestones).flatMap((m) => m.verifications)[0]?.signature
}

describe('a signature under an own finding', () => {
	test('is an act with all that it takes to check it, and the finding says so', async () => {
		expect(await signatureOfFinding()).toBeUndefined()
		const { recordId } = await sign(key.assert(await challengeFor(monitor(), 'finding-1')))
		const { content, entry } = await findRecord(as(database, 'poc'), recordId)
		expect(content).toMatchObject({
			kind: 'signature.published',
			signedRecordId: 'finding-1',
			signedVersion: 1,
			keyId: key.id,
			publicKey: key.spki,
			isKeyConfirmed: false,
		})
		// The log itself names neither the person nor the organization.
		expect(JSON.stringify(entry)).not.toMatch(/"cso"|monitor/)
		expect(await signatureOfFinding()).toMatchObject({ recordId, keyId: key.id, isKeyConfirmed: false })
	})

	test('is marked until a second person confirms the key, and no longer', async () => {
		await sign(key.assert(await challengeFor(monitor(), 'finding-1')))
		await confirmKey(as(database, 'owner'), key.recordId)
		expect(await signatureOfFinding()).toMatchObject({ isKeyConfirmed: true })
		expect(await listSignatures(database.db, FINDING)).toMatchObject([{ isKeyConfirmed: true }])
	})

	test('is given once with each key; a second key may sign too', async () => {
		const challenge = await challengeFor(monitor(), 'finding-1')
		const first = key.assert(challenge)
		await sign(first)
		await expect(sign(first)).rejects.toMatchObject(refused('signature_known'))
		await expect(sign(key.assert(challenge))).rejects.toMatchObject(refused('signature_known'))
		expect((await findSigning(monitor(), 'finding-1')).freeKeys).toEqual([])
		await sign((await aPersonKey(database)).assert(challenge))
		expect(await listSignatures(database.db, FINDING)).toHaveLength(2)
	})

	test('is one act however often it is sent at the same moment', async () => {
		const answer = key.assert(await challengeFor(monitor(), 'finding-1'))
		const { leaves } = await countsOf(database)
		const sent = await Promise.allSettled([1, 2, 3].map(() => sign(answer)))
		expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
		expect((await countsOf(database)).leaves).toBe(leaves + 1)
	})

	test('does not carry over to the next version of the finding', async () => {
		await sign(key.assert(await challengeFor(monitor(), 'finding-1')))
		await storeFinding(database, { version: 2, verifiedLevel: 'SUBSTANTIAL' })
		expect(await signatureOfFinding()).toBeUndefined()
		expect((await findSigning(monitor(), 'finding-1')).freeKeys).toMatchObject([{ id: key.id }])
	})

	test('is hidden with a finding that is withdrawn for safety', async () => {
		const { recordId } = await sign(key.assert(await challengeFor(monitor(), 'finding-1')))
		await withdrawFinding(monitor(), 'finding-1')
		await expect(findRecord(as(database, 'poc'), recordId)).rejects.toMatchObject(refused('withdrawn'))
		await expect(findSigning(monitor(), 'finding-1')).rejects.toMatchObject(refused('withdrawn'))
	})
})

describe('what is not signed', () => {
	test.each(['owner', 'otherMonitor', 'poc', 'officer', 'admin'] as const)(
		'for %s: what somebody else published',
		async (who) => {
			const answer = key.assert(await challengeFor(monitor(), 'finding-1'))
			await expect(sign(answer, who)).rejects.toMatchObject(refused('act_of_another'))
			expect(await database.db.actSignature.count()).toBe(0)
		},
	)

	test('with a key that is not there, is a colleague’s, was removed, or has no act behind it', async () => {
		const challenge = await challengeFor(monitor(), 'finding-1')
		const unknown = softwareAuthenticator(SITE).assert(challenge)
		await expect(sign(unknown)).rejects.toMatchObject(refused('key_unknown'))
		const colleagues = (await aPersonKey(database, 'owner')).assert(challenge)
		await expect(sign(colleagues)).rejects.toMatchObject(refused('key_unknown'))
		const planted = softwareAuthenticator(SITE)
		const stored = await database.db.passkey.findUniqueOrThrow({ where: { id: key.id } })
		await database.db.passkey.create({ data: { ...stored, id: planted.id } })
		await expect(sign(planted.assert(challenge))).rejects.toMatchObject(refused('key_unknown'))
		await removeKey(monitor(), key.recordId)
		await expect(sign(key.assert(challenge))).rejects.toMatchObject(refused('key_removed'))
	})

	test('an act of a kind that no person signs, and one that is not there', async () => {
		const answer = key.assert('AAAA')
		const ofKey = sign(answer, 'monitor', { recordId: key.recordId, version: 1 })
		await expect(ofKey).rejects.toMatchObject(refused('act_not_signed'))
		const nothing = sign(answer, 'monitor', { recordId: 'nothing', version: 1 })
		await expect(nothing).rejects.toMatchObject(refused('not_found'))
	})

	test.each<[string, Said]>([
		['another site', { origin: 'https://renaksi.example' }],
		['another host name', { rpId: 'renaksi.example' }],
		['nobody unlocking the key', { flags: 0x01 }],
		['nobody touching the key', { flags: 0x04 }],
		['the making of a key', { type: 'webauthn.create' }],
	])('by %s', async (_what, said) => {
		const answer = key.assert(await challengeFor(monitor(), 'finding-1'), said)
		await expect(sign(answer)).rejects.toMatchObject(refused('signature_wrong'))
	})

	test('with a signature under another act, or a counter that did not move on', async () => {
		await storeFinding(database, { recordId: 'finding-2', milestoneId: 'm2' })
		const under1 = key.assert(await challengeFor(monitor(), 'finding-1'))
		const second = { recordId: 'finding-2', version: 1 }
		await expect(sign(under1, 'monitor', second)).rejects.toMatchObject(refused('signature_wrong'))
		await sign(under1)
		const stale = key.assert(await challengeFor(monitor(), 'finding-2'), { counter: 1 })
		await expect(sign(stale, 'monitor', second)).rejects.toMatchObject(refused('signature_replayed'))
		await sign(key.assert(await challengeFor(monitor(), 'finding-2')), 'monitor', second)
	})

	test('where a single byte of what the key said is another', async () => {
		const answer = key.assert(await challengeFor(monitor(), 'finding-1'))
		for (const part of ['authenticatorData', 'clientDataJSON', 'signature'] as const) {
			const bytes = Buffer.from(answer.response[part], 'base64url')
			const step = part === 'clientDataJSON' ? 11 : 1
			for (let at = 0; at < bytes.length; at += step) {
				const mutated = Buffer.from(bytes)
				mutated[at] = (bytes[at] ?? 0) ^ 1
				const response = { ...answer.response, [part]: mutated.toString('base64url') }
				await expect(sign({ ...answer, response }), `${part} ${String(at)}`).rejects.toMatchObject({
					reason: 'signature_wrong',
				})
			}
		}
		expect(await database.db.actSignature.count()).toBe(0)
	}, 60_000)
})
