import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnSession } from '#app/domain/own-session/view.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

let site: SmallSite

beforeAll(async () => {
	site = await wholeSite()
}, 120_000)
afterAll(() => site.close())

function read(cookie: string) {
	return site.ask('/en/sessions', { headers: { cookie } })
}

async function sessionsOf(personId: string): Promise<readonly string[]> {
	const rows = await site.database.db.authSession.findMany({
		where: { userId: personId },
		orderBy: { id: 'asc' },
	})
	return rows.map(({ id }) => id)
}

/** What the page is made from. */
async function shownTo(cookie: string) {
	const page = (await read(cookie)).body.toString()
	const shown = JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1)) as Record<
		string,
		{ sessions?: readonly OwnSession[] }
	>
	return shown[':lang/sessions']?.sessions ?? []
}

test('a person sees own sessions, the one of the page first, and ends another: it is nobody’s at the next request', async () => {
	const [one, two] = [await cookieOfPerson(site, 'officer'), await cookieOfPerson(site, 'officer')]
	await cookieOfPerson(site, 'monitor')
	const shown = await shownTo(two)
	expect(shown.map(({ isThis }) => isThis)).toEqual([true, false])
	const other = shown[1]?.id ?? ''
	expect(await press(site, `/en/sessions/${other}/end`, two)).toMatchObject({
		status: 303,
		headers: { location: '/en/sessions' },
	})
	expect((await read(one)).headers.location).toMatch(/^\/en\/sign-in/)
	expect((await read(two)).status).toBe(200)
	expect(await sessionsOf('monitor')).toHaveLength(1)
	expect((await press(site, '/en/sessions/end-all', two)).headers.location).toBe('/en/sign-in')
})

test('somebody else’s session is not there, whoever names it', async () => {
	const [officer, monitor] = [await cookieOfPerson(site, 'officer'), await cookieOfPerson(site, 'monitor')]
	const [theirs = ''] = await sessionsOf('monitor')
	const before = await sessionsOf('monitor')
	const refused = await press(site, `/en/sessions/${theirs}/end`, officer)
	const missing = await press(site, `/en/sessions/${'a'.repeat(32)}/end`, officer)
	expect([refused.status, missing.status]).toEqual([404, 404])
	for (const odd of ['%00', '..', "'--", 'a'.repeat(400)])
		expect((await press(site, `/en/sessions/${odd}/end`, officer)).status).toBeLessThan(500)
	expect(await sessionsOf('monitor')).toEqual(before)
	expect((await read(monitor)).status).toBe(200)
})

test('all others, and then all, are ended by one button each, also when it is pressed twice', async () => {
	const [one, two, three] = [
		await cookieOfPerson(site, 'lead'),
		await cookieOfPerson(site, 'lead'),
		await cookieOfPerson(site, 'lead'),
	]
	await press(site, '/id/sessions/end-others', three)
	expect((await press(site, '/id/sessions/end-others', three)).status).toBe(303)
	expect((await read(one)).status).toBe(302)
	expect((await read(two)).status).toBe(302)
	expect(await shownTo(three)).toMatchObject([{ isThis: true }])
	await press(site, '/id/sessions/end-all', three)
	expect((await press(site, '/id/sessions/end-all', three)).headers.location).toMatch(/^\/id\/sign-in/)
	expect(await sessionsOf('lead')).toEqual([])
})
