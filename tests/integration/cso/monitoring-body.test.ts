import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAll } from '#app/domain/integrity/queries.server.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, wholeSite } from '../withdrawal/whole-site.ts'

// The host could otherwise appoint its own people to the body that assesses the plan, and nobody would see it.

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
}, 120_000)
afterAll(() => site.close())

test('an appointment to the Monitoring Body that is inserted gives no rights, and shows', async () => {
	await site.database.db.appointment.create({
		data: {
			...{ id: 'forged', personId: 'irm', organizationId: 'body', memberId: 'example' },
			...{ role: 'MONITORING_BODY', fromOn: '2020-01-01' },
		},
	})
	const statusFor = async (who: 'irm' | 'monitoringBody') => {
		const cookie = await cookieOfPerson(site, who)
		return (await site.ask('/en/cso', { headers: { cookie } })).status
	}
	expect([await statusFor('irm'), await statusFor('monitoringBody')]).toEqual([403, 200])
	expect((await site.ask('/en/organizations/body')).body.toString()).toContain('WITHOUT_ACT')
	const { database, publicLog: log, files, withdrawals } = site
	const world = { db: database.db, log, files, withdrawals, now: new Date() }
	const { findings } = await checkAll(world, { kept: { readLeaves: async () => new Uint8Array() } })
	expect(findings.map(({ fault, detail }) => `${fault} ${detail ?? ''}`)).toContain(
		'account_without_act body: forged',
	)
})
