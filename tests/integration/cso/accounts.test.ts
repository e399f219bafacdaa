import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, wholeSite } from '../withdrawal/whole-site.ts'
import { aToken, cookieFrom, eventsOf, knownToken, open, send, statusOf } from './account-site.ts'

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
	await site.database.db.appointment.updateMany({ where: { personId: 'admin' }, data: { memberId: null } })
}, 120_000)
afterAll(() => site.close())

const NEWCOMER = { displayName: 'A newcomer', locale: 'id' }

describe('an organization from its registration on', () => {
	let organizationId = ''
	let owner = ''

	test('is registered by the host together with the invitation of its first person', async () => {
		const answer = await send(site, 'admin', {
			path: '/en/admin/organizations/new',
			form: {
				kind: 'CSO',
				nameEn: 'Watch of the Waters',
				nameId: 'Pemantau Air',
				member: 'example',
				email: 'Head@Waters.example ',
				locale: 'en',
			},
		})
		expect(answer.status).toBe(303)
		const invitation = await site.database.db.invitation.findFirstOrThrow({
			where: { email: 'head@waters.example' },
		})
		organizationId = invitation.organizationId
		expect(invitation).toMatchObject({ role: 'CSO_OWNER', memberId: 'example', usedAt: null })
		expect(await eventsOf(site, organizationId)).toEqual(['OWNER_INVITED by host'])
		const receipt = await site.ask(answer.headers.location ?? '', {
			headers: { cookie: await cookieOfPerson(site, 'admin') },
		})
		expect(receipt.status).toBe(200)
	})

	test('gets no second first person from the host, neither while one is invited nor afterwards', async () => {
		const again = () =>
			send(site, 'admin', {
				path: `/en/admin/organizations/${organizationId}/invite`,
				form: { email: 'mole@government.example', locale: 'en' },
			})
		const refused = await again()
		expect(refused.status).toBe(409)
		expect(refused.body.toString()).toContain('first_person_known')
	})

	test('whose first invitation is taken back is invited anew, and both are in the record', async () => {
		const first = await site.database.db.invitation.findFirstOrThrow({ where: { organizationId } })
		const path = `/en/admin/invitations/${first.id}/end`
		expect(await statusOf(send(site, 'admin', { path }))).toBe(303)
		expect(await statusOf(send(site, 'admin', { path }))).toBe(410)
		await send(site, 'admin', {
			path: `/en/admin/organizations/${organizationId}/invite`,
			form: { email: 'head@waters.example', locale: 'id' },
		})
		expect(await eventsOf(site, organizationId)).toEqual([
			'OWNER_INVITED by host',
			'INVITATION_ENDED by host',
			'OWNER_INVITED by host',
		])
		await knownToken(site, 'head@waters.example', aToken(1))
	})

	test('lets its first person in, once, for a name and a language', async () => {
		expect((await open(site, aToken(1))).body.toString()).toContain('Watch of the Waters')
		expect(await statusOf(open(site, aToken(1), { displayName: ' ', locale: 'id' }))).toBe(422)
		const answers = await Promise.all([open(site, aToken(1), NEWCOMER), open(site, aToken(1), NEWCOMER)])
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
		const joined = answers.find(({ status }) => status === 303)
		if (!joined) throw new Error('nobody joined')
		owner = await cookieFrom(site, joined)
		expect(await eventsOf(site, organizationId)).toContain(`PERSON_JOINED 1 by ${organizationId}`)
		expect((await open(site, aToken(1))).body.toString()).toContain('invitation_used')
		expect((await site.ask('/en/cso', { headers: { cookie: owner } })).status).toBe(200)
	})

	test('runs itself from then on: its owner invites, and the host does not', async () => {
		const path = `/en/cso/${organizationId}/invite`
		const form = { email: 'eye@waters.example', locale: 'en', role: 'CSO_MONITOR' }
		expect(await statusOf(send(site, owner, { path, form }))).toBe(303)
		expect(await statusOf(send(site, owner, { path, form }))).toBe(409)
		expect(await statusOf(send(site, 'admin', { path, form }))).toBe(403)
		expect(await statusOf(send(site, 'owner', { path, form }))).toBe(404)
		await knownToken(site, 'eye@waters.example', aToken(2))
		const joined = await open(site, aToken(2), NEWCOMER)
		const monitor = await cookieFrom(site, joined)
		expect((await site.ask('/en/verify', { headers: { cookie: monitor } })).status).toBe(200)
		expect((await site.ask('/en/cso', { headers: { cookie: monitor } })).status).toBe(403)
		expect(await eventsOf(site, organizationId)).toContain(`PERSON_JOINED 2 by ${organizationId}`)
	})

	test('ends an appointment at once, and never the last that runs the account', async () => {
		const [head, eye] = await Promise.all(
			['CSO_OWNER', 'CSO_MONITOR'].map((role) =>
				site.database.db.appointment.findFirstOrThrow({ where: { organizationId, role } }),
			),
		)
		const end = (id: string | undefined) => send(site, owner, { path: `/en/cso/people/${id ?? ''}/end` })
		expect(await statusOf(end(head?.id))).toBe(409)
		const link = await site.accounts.linkFor({ email: 'eye@waters.example', locale: 'en' })
		const monitor = await cookieFrom(site, {
			status: 303,
			headers: { location: link },
			body: Buffer.from(''),
		})
		expect((await site.ask('/en/verify', { headers: { cookie: monitor } })).status).toBe(200)
		expect(await statusOf(end(eye?.id))).toBe(303)
		expect((await site.ask('/en/verify', { headers: { cookie: monitor } })).status).toBe(302)
		expect(await statusOf(end(eye?.id))).toBe(409)
		// Whoever opens it again in the database has not given it rights.
		await site.database.db.appointment.update({ where: { id: eye?.id ?? '' }, data: { untilOn: null } })
		expect((await site.ask('/en/verify', { headers: { cookie: monitor } })).status).toBe(302)
	})

	test('says in public whether a second person reads its findings', async () => {
		const path = `/en/cso/${organizationId}/review`
		expect(await statusOf(send(site, owner, { path, form: { choice: 'ON' } }))).toBe(303)
		expect(await statusOf(send(site, owner, { path, form: { choice: 'ON' } }))).toBe(303)
		expect((await eventsOf(site, organizationId)).filter((event) => event.startsWith('REVIEW'))).toEqual([
			`REVIEW_ON by ${organizationId}`,
		])
	})

	test('shows on its page what changed and who did it, without a name or an address', async () => {
		const page = (await site.ask(`/en/organizations/${organizationId}`)).body.toString()
		for (const event of ['OWNER_INVITED', 'PERSON_JOINED', 'APPOINTMENT_ENDED', 'REVIEW_ON'])
			expect(page).toContain(event)
		expect(page).toContain('"backing":"ENDED"')
		expect(page).not.toMatch(/newcomer|waters\.example/i)
	})
})

describe('an invitation', () => {
	const invite = (email: string, role = 'CSO_MONITOR') =>
		send(site, 'owner', { path: '/en/cso/cso/invite', form: { email, locale: 'en', role } })

	test.each(['officer', 'lead', 'poc', 'secretariat'])(
		'is not given to the %s of the same member: nobody reports and judges',
		async (who) => {
			const answer = await invite(`${who}@example.org`)
			expect(answer.status).toBe(409)
			expect(answer.body.toString()).toContain('judge_and_judged')
		},
	)

	test('is not taken up by who became an officer of the member meanwhile', async () => {
		await invite('later@example.org')
		await knownToken(site, 'later@example.org', aToken(3))
		const person = { id: 'later', organizationId: 'agency', displayName: 'Later', email: 'later@example.org' }
		await site.database.db.person.create({ data: person })
		await site.database.db.appointment.create({
			data: {
				...{ id: 'later', personId: 'later', organizationId: 'agency', memberId: 'example' },
				...{ role: 'IMPLEMENTER', fromOn: '2020-01-01' },
			},
		})
		expect(await statusOf(open(site, aToken(3), {}))).toBe(409)
		const invitation = await site.database.db.invitation.findFirst({ where: { email: 'later@example.org' } })
		expect(invitation?.usedAt).toBeNull()
	})

	test('that is too old or taken back says so', async () => {
		await invite('old@example.org')
		await knownToken(site, 'old@example.org', aToken(4))
		const where = { email: 'old@example.org' }
		await site.database.db.invitation.updateMany({ where, data: { expiresAt: new Date(0) } })
		expect((await open(site, aToken(4))).body.toString()).toContain('invitation_expired')
		await invite('back@example.org')
		await knownToken(site, 'back@example.org', aToken(5))
		const { id } = await site.database.db.invitation.findFirstOrThrow({
			where: { email: 'back@example.org' },
		})
		expect(await statusOf(send(site, 'owner', { path: `/en/cso/invitations/${id}/end` }))).toBe(303)
		expect((await open(site, aToken(5))).body.toString()).toContain('invitation_ended')
		expect((await open(site, aToken(6))).status).toBe(404)
	})

	test('to a role that the organization has not is not given', async () => {
		expect(await statusOf(invite('body@example.org', 'MONITORING_BODY'))).toBe(404)
		expect(await statusOf(invite('body@example.org', 'POC'))).toBe(422)
	})

	test('of the Monitoring Body comes from its own people', async () => {
		const form = { email: 'second@body.example', locale: 'en', role: 'MONITORING_BODY' }
		expect(await statusOf(send(site, 'monitoringBody', { path: '/en/cso/body/invite', form }))).toBe(303)
		await knownToken(site, 'second@body.example', aToken(7))
		expect(await statusOf(open(site, aToken(7), NEWCOMER))).toBe(303)
	})
})
