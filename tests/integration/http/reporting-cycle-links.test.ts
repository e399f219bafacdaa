import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveUpdateLink } from '#app/domain/update-link/commands.server.ts'
import { UPDATE_LINK_HOURS } from '#app/domain/update-link/rules.ts'
import { KEY } from '#tests/factories/published-claim.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { Answer, SmallSite } from './small-site.ts'

const LINKS = `/en/tasks/${KEY.milestoneId}/${KEY.checkpointCode}/links`
const OFFER = { officerName: 'Officer of the village office', officerEmail: 'village@example.org' }
const ANSWER = {
	level: 'SUBSTANTIAL',
	doneId: 'Portal dibuka.',
	url: 'https://contoh.example/portal',
	kind: 'WEBPAGE',
	title: 'Portal',
}
/** False tokens that one block of addresses may try in a quarter of an hour. */
const FALSE_TRIES = 10

let site: SmallSite
let neighbour = 0

beforeAll(async () => {
	// Behind one proxy, so that each test asks from an address of its own.
	site = await wholeSite({ trustedProxies: 1 })
	const always = { opensOn: '2020-01-01', dueOn: '2020-03-31', lockedOn: null }
	await site.database.db.checkpoint.updateMany({ where: { code: KEY.checkpointCode }, data: always })
}, 120_000)
afterAll(() => site.close())
beforeEach(async () => {
	neighbour += 1
	await site.database.db.updateLink.deleteMany()
	await site.database.db.progressUpdateDraft.deleteMany()
})

type From = { readonly form?: Record<string, string>; readonly address?: string }

/** Somebody without an account, at an address of this test. */
function ask(token: string, { form, address = `203.0.${String(neighbour)}.9` }: From = {}): Promise<Answer> {
	const path = `/en/update-link?token=${token}`
	const headers = { 'x-forwarded-for': address }
	if (form === undefined) return site.ask(path, { headers })
	const type = 'application/x-www-form-urlencoded'
	return site.ask(path, {
		method: 'POST',
		headers: { ...headers, 'content-type': type, 'sec-fetch-site': 'same-origin' },
		body: new URLSearchParams({ token, ...form }).toString(),
	})
}

async function aToken(givenAt = new Date()): Promise<string> {
	return (await giveUpdateLink(as(site.database, 'officer', givenAt), KEY, OFFER)).token
}

const drafts = () =>
	site.database.db.progressUpdateDraft.findMany({
		select: { doneId: true, state: true, submittedById: true },
	})
const aWrongToken = (of = 0) => String(of).padStart(43, 'a')

describe('a link to one report', () => {
	test('is given by the institution’s own people only', async () => {
		const body = new URLSearchParams(OFFER).toString()
		const statuses: Partial<Record<PersonName, number>> = {}
		for (const who of ['officer', 'lead', 'otherOfficer', 'monitor', 'poc', 'admin'] as const)
			statuses[who] = (await press(site, LINKS, await cookieOfPerson(site, who), body)).status
		expect(statuses).toEqual({
			officer: 200,
			lead: 200,
			otherOfficer: 404,
			monitor: 403,
			poc: 403,
			admin: 403,
		})
		expect(await site.database.db.updateLink.count()).toBe(2)
	})

	test('is answered once without an account, and is not used up by looking at it', async () => {
		const token = await aToken()
		for (let look = 0; look < 3; look += 1) {
			const page = await ask(token)
			expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
			expect(page.body.toString()).toContain(OFFER.officerName)
		}
		const sent = await ask(token, { form: ANSWER })
		expect([sent.status, sent.headers.location]).toEqual([303, '/en/update-link/sent'])
		expect(await drafts()).toMatchObject([
			{ doneId: 'Portal dibuka.', state: 'SUBMITTED', submittedById: expect.stringMatching(/^update-link:/) },
		])
	})

	test('that was used opens nothing: the same form again changes nothing', async () => {
		const token = await aToken()
		await ask(token, { form: ANSWER })
		const before = await drafts()
		expect((await ask(token)).status).toBe(404)
		expect((await ask(token, { form: { ...ANSWER, doneId: 'Lain.' } })).status).toBe(404)
		expect(await drafts()).toEqual(before)
	})

	test('five times at once is taken once', async () => {
		const token = await aToken()
		const answers = await Promise.all(Array.from({ length: 5 }, () => ask(token, { form: ANSWER })))
		expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
		expect(answers.filter(({ status }) => status === 404)).toHaveLength(4)
		expect(await drafts()).toHaveLength(1)
	})

	test('is too old after its hours, and not a minute before', async () => {
		const hours = (number: number) => new Date(Date.now() - number * 3_600_000)
		const old = await aToken(hours(UPDATE_LINK_HOURS))
		expect((await ask(old)).status).toBe(404)
		expect((await ask(old, { form: ANSWER })).status).toBe(404)
		expect(await drafts()).toEqual([])
		expect((await ask(await aToken(hours(UPDATE_LINK_HOURS - 0.02)))).status).toBe(200)
	})

	test('that was taken back opens nothing; a wrong one looks the same', async () => {
		const token = await aToken()
		const { id } = await site.database.db.updateLink.findFirstOrThrow()
		const revoke = async (who: PersonName) =>
			(await press(site, `/en/update-links/${id}/revoke`, await cookieOfPerson(site, who))).status
		expect([await revoke('otherLead'), await revoke('poc')]).toEqual([404, 403])
		expect((await ask(token)).status).toBe(200)
		expect([await revoke('lead'), await revoke('lead')]).toEqual([303, 303])
		const [taken, wrong] = [await ask(token), await ask(aWrongToken())]
		expect([taken.status, wrong.status]).toEqual([404, 404])
		expect(taken.body.toString().replace(token, '')).toBe(wrong.body.toString().replace(aWrongToken(), ''))
	})

	test('stays unused where the form is faulty', async () => {
		const token = await aToken()
		expect((await ask(token, { form: { ...ANSWER, doneId: '' } })).status).toBe(422)
		expect((await ask(token, { form: { ...ANSWER, organizationId: 'other-agency' } })).status).toBe(422)
		expect((await ask(token, { form: ANSWER })).status).toBe(303)
	})

	test('is the one in the address: a token beside it in the form is neither tried nor used up', async () => {
		const beside = await aToken()
		const token = await aToken()
		expect((await ask(token, { form: { ...ANSWER, token: beside } })).status).toBe(303)
		expect((await ask(token)).status).toBe(404)
		expect(await site.database.db.updateLink.count({ where: { usedAt: { not: null } } })).toBe(1)
		expect((await ask(beside)).status).toBe(200)
	})
})

describe('guessing tokens', () => {
	test('ends after ten from one block of addresses, also for a true one, and troubles no other', async () => {
		const token = await aToken()
		for (let tried = 0; tried < FALSE_TRIES; tried += 1)
			expect((await ask(aWrongToken(tried), { address: `198.18.5.${String(tried + 1)}` })).status).toBe(404)
		expect((await ask(token, { address: '198.18.5.200' })).status).toBe(404)
		expect((await ask(token, { form: ANSWER, address: '198.18.5.200' })).status).toBe(404)
		expect(await drafts()).toEqual([])
		expect((await ask(token, { form: ANSWER, address: '198.18.6.1' })).status).toBe(303)
	})

	test('with what cannot be a token tells nothing and counts for nothing', async () => {
		const token = await aToken()
		for (const wrong of ['', 'x', `${token}x`, '%00', "'%20OR%201=1"])
			expect([404, 400]).toContain((await ask(wrong)).status)
		for (let look = 0; look < 2 * FALSE_TRIES; look += 1) expect((await ask(token)).status).toBe(200)
	})
})
