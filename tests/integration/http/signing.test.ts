import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signingChallenge } from '#app/ledger/signing-challenge.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { SITE } from '#tests/factories/person-key.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { softwareAuthenticator } from '#tests/support/software-authenticator.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { Answer, SmallSite } from './small-site.ts'

const PEOPLE = ['monitor', 'owner', 'otherMonitor', 'admin', 'poc'] as const

let site: SmallSite
const cookies = new Map<PersonName, string>()
const key = softwareAuthenticator(SITE)
beforeAll(async () => {
	site = await wholeSite()
	await storeFinding(site.database)
	await storeFinding(site.database, { recordId: 'finding-2', milestoneId: 'm2' })
	for (const who of PEOPLE) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const read = (path: string, who: PersonName) =>
	site.ask(path, { headers: { cookie: cookies.get(who) ?? '' } })
const send = (path: string, form: Record<string, string>, who: PersonName = 'monitor') =>
	press(site, path, cookies.get(who) ?? '', new URLSearchParams(form).toString())
const begin = async (path: string, form: Record<string, string> = {}, who: PersonName = 'monitor') =>
	(await send(path, form, who)).headers.location ?? ''
const beginKey = (who?: PersonName) =>
	begin('/en/keys/new', { nickname: 'telephone', organization: 'cso' }, who)
const asked = (path: string) => Buffer.from(path.split('/').at(-1) ?? '', 'hex').toString('base64url')
const entryOf = async (recordId: string) => {
	const leaf = await site.database.db.ledgerEntry.findFirstOrThrow({ where: { recordId } })
	return Buffer.from(signingChallenge(leaf.entry)).toString('base64url')
}
const answered = (said: object) => ({ answer: JSON.stringify(said) })
const why = ({ status, body }: Answer) =>
	[status, /"reason":"(\w+)"/.exec(body.toString())?.[1] ?? null] as const

describe('adding a key', () => {
	test.each(['admin', 'poc'] as const)('is not for %s', async (who) => {
		for (const path of ['/en/keys', '/en/keys/new']) expect((await read(path, who)).status).toBe(403)
		const form = { nickname: 'mole', organization: 'cso' }
		expect((await send('/en/keys/new', form, who)).status).toBe(403)
		expect(await site.database.db.authToken.count({ where: { identifier: { contains: 'key' } } })).toBe(0)
	})

	test('is not for the organization of somebody else', async () => {
		const form = { nickname: 'mole', organization: 'cso' }
		expect((await send('/en/keys/new', form, 'otherMonitor')).status).toBe(404)
	})

	test('asks for a name, and keeps what was typed', async () => {
		const nameless = await send('/en/keys/new', { nickname: ' ', organization: 'cso' })
		expect(nameless.status).toBe(422)
		expect(nameless.body.toString()).toContain('key.name.required')
	})

	test.each([
		['without an answer, as a browser without scripts sends it', {}, 'key.answer.missing'],
		['with an answer that is no JSON', { answer: 'press' }, 'key.answer.malformed'],
		['with an answer that is no key', { answer: '{"id":"a"}' }, 'key.answer.malformed'],
	])('%s says so, and the request stays open', async (_what, form, sentence) => {
		const path = await beginKey()
		const answer = await send(path, form)
		expect(answer.status).toBe(422)
		expect(answer.body.toString()).toContain(sentence)
		expect((await read(path, 'monitor')).status).toBe(200)
	})

	test('with the answer of somebody else’s request, or of an older one, is refused', async () => {
		const older = await beginKey()
		const newer = await beginKey()
		expect(why(await send(older, answered(key.attest(asked(older)))))).toEqual([410, 'challenge_expired'])
		expect((await read(newer, 'owner')).status).toBe(410)
		const other = await send(newer, answered(key.attest(asked(newer))), 'owner')
		expect(why(other)[1]).toBe('challenge_expired')
		expect(await site.database.db.passkey.count()).toBe(0)
	})

	test('is over after the minutes of the configuration', async () => {
		const path = await beginKey()
		await site.database.db.authToken.updateMany({
			where: { id: path.split('/').at(-1) ?? '' },
			data: { expiresAt: new Date(Date.now() - 1) },
		})
		expect((await read(path, 'monitor')).status).toBe(410)
		const late = await send(path, answered(key.attest(asked(path))))
		expect(why(late)[1]).toBe('challenge_expired')
	})

	test('takes an answer that is wrong once, and no second one', async () => {
		const path = await beginKey()
		const wrong = await send(path, answered(key.attest(asked(path), { flags: 0x41 })))
		expect(why(wrong)).toEqual([409, 'key_not_accepted'])
		const right = await send(path, answered(key.attest(asked(path))))
		expect(why(right)[1]).toBe('challenge_expired')
	})

	test('with the right one leads to the receipt, and the same answer is not taken twice', async () => {
		const path = await beginKey()
		const form = answered(key.attest(asked(path)))
		const answers = await Promise.all([send(path, form), send(path, form)])
		const added = answers.find(({ status }) => status === 303)
		expect(answers.map(({ status }) => status).sort()).not.toEqual([303, 303])
		expect((await read(added?.headers.location ?? '', 'monitor')).status).toBe(200)
		expect(await site.database.db.passkey.count()).toBe(1)
	})
})

describe('signing', () => {
	test('is offered on the receipt to whoever published the finding, and to no colleague', async () => {
		expect((await read('/en/receipts/finding-1', 'monitor')).body.toString()).toContain('"isToSign":true')
		expect((await read('/en/receipts/finding-1', 'owner')).body.toString()).toContain('"isToSign":false')
		expect((await read('/en/sign/finding-1', 'owner')).status).toBe(403)
		expect((await read('/en/sign/finding-1', 'otherMonitor')).status).toBe(403)
		expect((await read('/en/sign/nothing', 'monitor')).status).toBe(404)
		expect((await read('/en/records/finding-1', 'monitor')).body.toString()).toContain('"signatures":[]')
	})

	test('says in both languages what is signed, and asks for user verification', async () => {
		for (const locale of ['en', 'id'])
			expect((await read(`/${locale}/sign/finding-1`, 'monitor')).body.toString()).toContain('contentHash')
		const path = await begin('/en/sign/finding-1')
		const page = (await read(path, 'monitor')).body.toString()
		expect(page).toContain(`"challenge":"${await entryOf('finding-1')}"`)
		expect(page).toContain('"userVerification":"required"')
		expect(page).toContain('"rpId":"localhost"')
	})

	test('with a key that is not one’s own is refused in words', async () => {
		const path = await begin('/en/sign/finding-1')
		const stranger = softwareAuthenticator(SITE).assert(await entryOf('finding-1'))
		expect(why(await send(path, answered(stranger)))).toEqual([409, 'key_unknown'])
	})

	test('leads to the receipt of the signature, and everyone reads that it was given', async () => {
		const path = await begin('/id/sign/finding-1')
		const said = answered(key.assert(await entryOf('finding-1')))
		const signed = await send(path, said)
		expect(signed.status).toBe(303)
		expect((await read(signed.headers.location ?? '', 'monitor')).status).toBe(200)
		expect((await site.ask('/en/records/finding-1')).body.toString()).toContain('"isKeyConfirmed":false')

		const again = await send(path, said)
		expect(why(again)[1]).toBe('challenge_expired')
		const replayed = await send(await begin('/en/sign/finding-1'), said)
		expect(why(replayed)).toEqual([409, 'signature_known'])
		const elsewhere = await send(await begin('/en/sign/finding-2'), said)
		expect(why(elsewhere)).toEqual([409, 'signature_wrong'])
	})

	test('a colleague confirms the key, once, and the record says so from then on', async () => {
		const { recordId } = await site.database.db.csoAccountChange.findFirstOrThrow({
			where: { event: 'KEY_ADDED' },
		})
		const path = `/en/keys/${recordId}/confirm`
		expect((await read(path, 'owner')).status).toBe(200)
		expect((await read(path, 'monitor')).status).toBe(404)
		expect((await send(path, {}, 'monitor')).status).toBe(403)
		expect((await send(path, {}, 'admin')).status).toBe(403)
		expect((await send(path, {}, 'owner')).status).toBe(303)
		expect(why(await send(path, {}, 'owner'))).toEqual([409, 'key_confirmed'])
		expect((await site.ask('/en/records/finding-1')).body.toString()).toContain('"isKeyConfirmed":true')
		expect((await site.ask('/en/organizations/cso')).body.toString()).toContain('KEY_CONFIRMED')
	})

	test('a removed key signs nothing more, and what it signed stays', async () => {
		const { recordId } = await site.database.db.csoAccountChange.findFirstOrThrow({
			where: { event: 'KEY_ADDED' },
		})
		expect((await send(`/en/keys/${recordId}/remove`, {})).status).toBe(303)
		const path = await begin('/en/sign/finding-2')
		expect(why(await send(path, answered(key.assert(await entryOf('finding-2')))))).toEqual([
			409,
			'key_removed',
		])
		expect((await site.ask('/en/records/finding-1')).body.toString()).toContain('"isKeyConfirmed":true')
	})
})
