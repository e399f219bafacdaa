import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileProgressUpdates } from '#app/domain/progress-batch/commands.server.ts'
import { PEOPLE, as } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

const PAGE = '/id/tasks/approvals'
const REPORTS = [
	{ milestoneId: 'm1', level: 'NIL' },
	{ milestoneId: 'm2', level: 'NIL' },
] as const
const LEADS: readonly PersonName[] = ['lead', 'otherLead']

let site: SmallSite
const cookies = new Map<string, string>()
const cookie = (who: PersonName) => cookies.get(who) ?? ''
const read = async (path: string, who: PersonName) => {
	const { status, body } = await site.ask(path, { headers: { cookie: cookie(who) } })
	return { status, said: body.toString('utf8') }
}

beforeAll(async () => {
	site = await wholeSite()
	for (const who of Object.keys(PEOPLE) as PersonName[]) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

let boxes: readonly string[] = []
beforeEach(async () => {
	await site.database.db.progressUpdateDraft.deleteMany()
	const checkpoint = await site.database.db.checkpoint.findFirstOrThrow({ where: { code: 'B06' } })
	await site.database.db.checkpoint.update({
		where: { id: checkpoint.id },
		data: { lockedOn: null },
	})
	const milestones = await site.database.db.progressUpdate.findMany({ select: { milestoneId: true } })
	const open = REPORTS.filter((one) => !milestones.some(({ milestoneId }) => milestoneId === one.milestoneId))
	boxes = (await fileProgressUpdates(as(site.database, 'officer'), 'B06', open)).map(
		({ id, version }) => `chosen=${encodeURIComponent(`${id}@${String(version)}`)}`,
	)
})

test('the page is open to leads and to nobody else', async () => {
	for (const path of [PAGE, `${PAGE}/approve`, `${PAGE}/done`])
		for (const who of Object.keys(PEOPLE) as PersonName[])
			expect((await read(path, who)).status, `${who} at ${path}`).toBe(LEADS.includes(who) ? 200 : 403)
	expect((await site.ask(PAGE)).headers.location).toContain('/id/sign-in')
	for (const who of Object.keys(PEOPLE) as PersonName[])
		if (!LEADS.includes(who))
			expect((await press(site, `${PAGE}/approve`, cookie(who), boxes.join('&'))).status, who).toBe(403)
	expect(await site.database.db.progressUpdate.count()).toBe(0)
})

test('nothing chosen, a box of nobody’s, and a report of others publish nothing', async () => {
	const lead = cookie('lead')
	expect((await press(site, `${PAGE}/approve`, lead)).status).toBe(422)
	expect((await press(site, `${PAGE}/approve`, lead, 'chosen=everything')).status).toBe(422)
	const others = await press(site, `${PAGE}/approve`, cookie('otherLead'), boxes.join('&'))
	expect(others.status).toBe(303)
	expect(others.headers.location).toMatch(/\/done\?refused=.*~not_found\..*~not_found$/)
	expect(await site.database.db.progressUpdate.count()).toBe(0)
})

test('what a lead chose is published, and the next page names each with the receipt it leads to', async () => {
	expect((await read(PAGE, 'lead')).said).toContain('Tonggak m1')
	const answer = await press(site, `${PAGE}/approve`, cookie('lead'), boxes.join('&'))
	expect(answer.status).toBe(303)
	const done = await read(String(answer.headers.location), 'lead')
	const acts = await site.database.db.progressUpdate.findMany()
	expect(acts).toHaveLength(2)
	for (const { recordId } of acts) {
		expect(done.said).toContain(recordId)
		expect((await read(`/id/receipts/${recordId}`, 'lead')).status).toBe(200)
	}
	expect(done.said).toContain('Tonggak m1')
	expect((await read(String(answer.headers.location), 'otherLead')).said).not.toContain('Tonggak m1')
})
