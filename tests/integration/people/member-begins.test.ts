import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aToken, cookieFrom, knownToken, open, send, statusOf } from '../cso/account-site.ts'
import type { SmallSite } from '../http/small-site.ts'
import { takeSecondStep } from '../second-step/taken-step.ts'
import { cookieOfPerson, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
	await site.database.db.appointment.updateMany({ where: { personId: 'admin' }, data: { memberId: null } })
}, 120_000)
afterAll(() => site.close())

const MEMBER = {
	...{ level: 'LOCAL', localType: 'CITY', participationMode: 'OGP_LOCAL_MEMBER' },
	...{ nameEn: 'New City', nameId: 'Kota Baru', countryCode: 'ID', timeZone: 'Asia/Makassar' },
	source: 'https://example.org/members',
}
const FIRST = { nameEn: 'Secretariat', nameId: 'Sekretariat', email: 'Head@City.example ', locale: 'id' }
const JUDGES = ['monitor', 'owner', 'monitoringBody', 'irm', 'admin'] as const
const NEWCOMER = { displayName: 'A newcomer', locale: 'id' }
const read = async (path: string, cookie: string) => {
	const { status, body } = await site.ask(path, { headers: { cookie } })
	return { status, text: body.toString() }
}
const invitationOf = (email: string) => site.database.db.invitation.findFirstOrThrow({ where: { email } })
const leaves = () => site.database.db.ledgerEntry.count()

describe('a member from its first day on', () => {
	let poc = ''
	let officer = ''

	test('is added by the host of the whole site, once, and everyone can read its page at once', async () => {
		const before = (await site.ask('/en/members')).body.toString()
		expect(before).not.toContain('New City')
		const add = () => send(site, 'admin', { path: '/en/admin/members/new', form: MEMBER })
		expect(await statusOf(add())).toBe(303)
		expect(await statusOf(add())).toBe(409)
		expect((await site.ask('/en/members')).body.toString()).toContain('New City')
		expect((await site.ask('/id/members/new-city')).body.toString()).toContain('Kota Baru')
	})

	test('is not even asked for of the host of one member only', async () => {
		const rights = site.database.db.appointment
		await rights.updateMany({ where: { personId: 'admin' }, data: { memberId: 'example' } })
		const page = await read('/en/admin/members/new', await cookieOfPerson(site, 'admin'))
		await rights.updateMany({ where: { personId: 'admin' }, data: { memberId: null } })
		expect(page.status).toBe(403)
	})

	test('gets its first point of contact together with the office, without an act', async () => {
		const size = await leaves()
		const path = '/en/admin/members/new-city/invite'
		expect(await statusOf(send(site, 'admin', { path, form: { email: 'x', locale: 'id' } }))).toBe(422)
		expect(await statusOf(send(site, 'admin', { path, form: FIRST }))).toBe(303)
		expect(await invitationOf('head@city.example')).toMatchObject({ role: 'POC', memberId: 'new-city' })
		const { office: _none, ...again } = { ...FIRST, office: '' }
		expect(await statusOf(send(site, 'admin', { path, form: again }))).toBe(422)
		const { organizationId } = await invitationOf('head@city.example')
		const second = { office: organizationId, email: 'second@city.example', locale: 'id' }
		const refused = await send(site, 'admin', { path, form: second })
		expect([refused.status, refused.body.toString().includes('poc_known')]).toEqual([409, true])
		expect(await leaves()).toBe(size)
	})

	test('its point of contact comes in by the letter, once, and is told that nothing of it is public', async () => {
		await knownToken(site, 'head@city.example', aToken(1))
		const page = (await open(site, aToken(1))).body.toString()
		expect(page).toContain('The host')
		expect(page).toContain('"isPublic":false')
		const answers = await Promise.all([open(site, aToken(1), NEWCOMER), open(site, aToken(1), NEWCOMER)])
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
		const joined = answers.find(({ status }) => status === 303)
		if (!joined) throw new Error('nobody joined')
		expect(joined.headers.location).toContain(encodeURIComponent('/id/tasks'))
		poc = await cookieFrom(site, joined)
		expect((await site.ask('/en/people', { headers: { cookie: poc } })).headers.location).toMatch(
			/second-step\/set-up/,
		)
		await takeSecondStep(site, 'head@city.example')
		expect((await read('/en/people', poc)).text).toContain('A newcomer')
		expect((await read('/en/poc', poc)).status).toBe(200)
	})

	test('is not the host’s to staff any more, and the host sees an office and no name', async () => {
		const { organizationId } = await invitationOf('head@city.example')
		const form = { office: organizationId, email: 'mole@host.example', locale: 'id' }
		expect(await statusOf(send(site, 'admin', { path: '/en/admin/members/new-city/invite', form }))).toBe(409)
		const { text } = await read('/en/admin/members', await cookieOfPerson(site, 'admin'))
		expect(text).toContain('Secretariat')
		expect(text).not.toMatch(/newcomer|city\.example|example\.org/i)
		const list = `/en/people/organizations/${organizationId}/invite`
		expect(await statusOf(send(site, 'admin', { path: list, form: { ...form, role: 'SECRETARIAT' } }))).toBe(
			403,
		)
	})

	test('registers an institution and invites its people, who come in and find their tasks', async () => {
		const form = { nameEn: 'Water Office', nameId: 'Dinas Air' }
		const path = '/en/people/members/new-city/institutions/new'
		expect(await statusOf(send(site, poc, { path, form }))).toBe(303)
		const { id } = await site.database.db.organization.findFirstOrThrow({ where: { nameEn: 'Water Office' } })
		expect((await site.ask(`/en/organizations/${id}`)).status).toBe(200)
		const invite = (email: string, role: string) =>
			send(site, poc, { path: `/en/people/organizations/${id}/invite`, form: { email, role, locale: 'en' } })
		expect(await statusOf(invite('officer@city.example', 'IMPLEMENTER'))).toBe(303)
		expect(await statusOf(invite('officer@city.example', 'IMPLEMENTER'))).toBe(409)
		expect(await statusOf(invite('officer@city.example', 'SECRETARIAT'))).toBe(403)
		await knownToken(site, 'officer@city.example', aToken(2))
		officer = await cookieFrom(site, await open(site, aToken(2), NEWCOMER))
		expect((await read('/en/tasks', officer)).status).toBe(200)
		expect((await read('/en/people', officer)).status).toBe(403)
		expect(await statusOf(invite('officer@city.example', 'IMPLEMENTER'))).toBe(409)
	})

	test('ends an appointment on a day, and never that of its last point of contact', async () => {
		const of = (role: string) =>
			site.database.db.appointment.findFirstOrThrow({ where: { memberId: 'new-city', role } })
		const end = async (role: string, endsOn: string) =>
			statusOf(
				send(site, poc, { path: `/en/people/appointments/${(await of(role)).id}/end`, form: { endsOn } }),
			)
		const today = (await of('IMPLEMENTER')).fromOn
		expect(await end('POC', today)).toBe(409)
		expect(await end('IMPLEMENTER', '2020-01-01')).toBe(422)
		expect(await end('IMPLEMENTER', today)).toBe(303)
		expect((await read('/en/tasks', officer)).status).toBe(302)
		expect(await end('IMPLEMENTER', today)).toBe(404)
		expect((await read('/en/people', poc)).text).toContain('"standing":"OVER"')
	})

	test('gets another first point of contact from the host once nobody is in office any more', async () => {
		const { id, organizationId } = await site.database.db.appointment.findFirstOrThrow({
			where: { memberId: 'new-city', role: 'POC' },
		})
		await site.database.db.appointment.update({ where: { id }, data: { untilOn: '2020-01-01' } })
		const form = { office: organizationId, email: 'next@city.example', locale: 'id' }
		const path = '/en/admin/members/new-city/invite'
		expect(await statusOf(send(site, 'admin', { path, form }))).toBe(303)
		const { id: invitationId } = await invitationOf('next@city.example')
		const back = `/en/people/invitations/${invitationId}/end`
		expect(await statusOf(send(site, 'poc', { path: back }))).toBe(404)
		expect(await statusOf(send(site, 'admin', { path: back }))).toBe(303)
		expect(await statusOf(send(site, 'admin', { path: back }))).toBe(410)
		await knownToken(site, 'next@city.example', aToken(3))
		expect((await open(site, aToken(3), NEWCOMER)).body.toString()).toContain('invitation_ended')
	})
})

describe('who invites whom', () => {
	const invite = (who: string, office: string, form: Record<string, string>) =>
		statusOf(
			send(site, who, {
				path: `/en/people/organizations/${office}/invite`,
				form: { email: `${who}.new@example.org`, locale: 'en', ...form },
			}),
		)

	test.each([
		['poc', 'agency', 'INSTITUTION_LEAD', 303],
		['secretariat', 'secretariat', 'SECRETARIAT', 303],
		['lead', 'agency', 'IMPLEMENTER', 303],
		['lead', 'agency', 'INSTITUTION_LEAD', 403],
		['lead', 'other-agency', 'IMPLEMENTER', 404],
		['lead', 'secretariat', 'SECRETARIAT', 404],
		['poc', 'agency', 'SECRETARIAT', 403],
		['officer', 'agency', 'IMPLEMENTER', 403],
		['owner', 'agency', 'IMPLEMENTER', 403],
		['admin', 'agency', 'IMPLEMENTER', 403],
	] as const)('%s into %s as %s: %s', async (who, office, role, status) => {
		expect(await invite(who, office, { role })).toBe(status)
	})

	test.each(['poc', 'secretariat', 'lead', 'admin'] as const)(
		'%s makes nobody of civil society, of the body, of the IRM or of the host, nor a point of contact',
		async (who) => {
			const before = await site.database.db.invitation.count()
			const attempts = [
				...['CSO_OWNER', 'CSO_MONITOR'].map((role) => ['cso', role] as const),
				...(['body', 'irm', 'host', 'secretariat'] as const).map(
					(office) => [office, 'SECRETARIAT'] as const,
				),
				...['MONITORING_BODY', 'IRM', 'INSTANCE_ADMIN', 'POC'].map((role) => ['agency', role] as const),
			]
			const taken = who === 'poc' || who === 'secretariat' ? ['secretariat'] : []
			for (const [office, role] of attempts.filter(([office]) => !taken.includes(office)))
				expect([403, 404, 422], `${office} ${role}`).toContain(await invite(who, office, { role }))
			expect(await site.database.db.invitation.count()).toBe(before)
		},
	)

	test.each(JUDGES)(
		'the address of %s is invited like any other, so that nobody learns whose it is, and does not come in',
		async (who) => {
			const email = `${who.toLowerCase()}@example.org`
			expect(await invite('poc', 'agency', { role: 'IMPLEMENTER', email })).toBe(303)
			const token = aToken(20 + JUDGES.indexOf(who))
			await knownToken(site, email, token)
			const answer = await open(site, token, {})
			expect(answer.status).toBe(409)
			expect(answer.body.toString()).toMatch(who === 'admin' ? /host_and_judged/ : /judge_and_judged/)
			expect((await invitationOf(email)).usedAt).toBeNull()
			const held = await site.database.db.appointment.findMany({ where: { personId: who } })
			expect(held).toHaveLength(1)
		},
	)

	test('an invitation whose role or organization is rewritten to one of judges opens nothing', async () => {
		await invite('poc', 'agency', { role: 'IMPLEMENTER', email: 'turned@example.org' })
		await knownToken(site, 'turned@example.org', aToken(40))
		const turn = (data: { role?: string; organizationId?: string }) =>
			site.database.db.invitation.updateMany({ where: { email: 'turned@example.org' }, data })
		await turn({ role: 'CSO_MONITOR', organizationId: 'cso' })
		expect(await statusOf(open(site, aToken(40), NEWCOMER))).toBe(404)
		await turn({ role: 'IMPLEMENTER' })
		expect(await statusOf(open(site, aToken(40), NEWCOMER))).toBe(404)
		await turn({ role: 'INSTANCE_ADMIN', organizationId: 'host' })
		expect(await statusOf(open(site, aToken(40), NEWCOMER))).toBe(404)
	})

	test('only the host of the whole site adds a member, and no other country twice', async () => {
		const form = { ...MEMBER, level: 'NATIONAL', nameEn: 'Atlantis', countryCode: 'AQ', joinedYear: '2020' }
		const add = (who: string, given: object = {}) =>
			statusOf(send(site, who, { path: '/en/admin/members/new', form: { ...form, ...given } }))
		expect(await add('poc')).toBe(403)
		expect(await add('admin')).toBe(303)
		expect(await site.database.db.member.findUniqueOrThrow({ where: { id: 'atlantis' } })).toMatchObject({
			...{ localType: null, participationMode: null, joinedYear: 2020, isDemonstration: false },
		})
		expect(await add('admin', { slug: 'atlantis-again' })).toBe(409)
		await site.database.db.appointment.updateMany({
			where: { personId: 'admin' },
			data: { memberId: 'example' },
		})
		expect(await add('admin', { countryCode: 'AX', slug: 'another' })).toBe(403)
		const foreign = { path: '/en/admin/members/new-city/invite', form: FIRST }
		expect(await statusOf(send(site, 'admin', foreign))).toBe(404)
	})
})
