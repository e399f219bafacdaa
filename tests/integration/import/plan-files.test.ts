import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PEOPLE, countsOf } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cellAt, typed, withCells } from '#tests/factories/changed-workbook.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import { sendFile } from './send-file.ts'

const WRITERS: readonly PersonName[] = ['poc', 'secretariat']

let site: SmallSite
const cookies = new Map<string, string>()
const cookie = (who: PersonName) => cookies.get(who) ?? ''
const read = (path: string, who: PersonName) => site.ask(path, { headers: { cookie: cookie(who) } })

beforeAll(async () => {
	site = await wholeSite()
	for (const who of Object.keys(PEOPLE) as PersonName[]) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const previews = () => site.database.db.importPreview.count()

async function changedPlan(
	cells: Readonly<Record<string, string>>,
	sheet = 'Commitments',
): Promise<Uint8Array> {
	const { body } = await site.ask('/files/plans/plan/plan.xlsx?lang=en')
	const placed = Object.entries(cells).map(([place, text]) => {
		const [key = '', row = ''] = place.split('@')
		return [cellAt(body, sheet, { key, row: Number(row) }), text] as const
	})
	return withCells(body, sheet, Object.fromEntries(placed))
}

describe('the template and the plan as files', () => {
	test.each([
		['/files/plan-template.xlsx?lang=id', 'spreadsheetml.sheet'],
		['/files/plan-template.csv?lang=en', 'text/csv'],
		['/files/plans/plan/plan.xlsx?lang=id', 'spreadsheetml.sheet'],
		['/files/plans/plan/plan.csv', 'text/csv'],
	])('%s is there for everyone, and the second reader is told that it is the same', async (path, type) => {
		const first = await site.ask(path)
		expect(first.status).toBe(200)
		expect(first.headers['content-type']).toContain(type)
		const tag = String(first.headers.etag)
		expect((await site.ask(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
	})

	test('a file that is none, and a plan that is none, are not found', async () => {
		expect((await site.ask('/files/plan-template.ods')).status).toBe(404)
		expect((await site.ask('/files/plans/nothing/plan.xlsx')).status).toBe(404)
	})
})

describe('who may send a plan', () => {
	test('those who write the member’s plans, and nobody else; nobody sees another’s file', async () => {
		const bytes = await changedPlan({ 'titleEn@3': typed('Opened by both') })
		const before = await previews()
		for (const who of Object.keys(PEOPLE) as PersonName[]) {
			const { status } = await sendFile(site, '/en/poc/files', { cookie: cookie(who), bytes })
			expect(status, who).toBe(WRITERS.includes(who) ? 303 : 403)
		}
		expect(await previews()).toBe(before + WRITERS.length)
		const own = await site.database.db.importPreview.findFirstOrThrow({ where: { personId: 'poc' } })
		const page = `/en/poc/files/${own.id}`
		expect((await read(page, 'poc')).status).toBe(200)
		expect((await read(page, 'secretariat')).status).toBe(404)
		expect((await press(site, `${page}/confirm`, cookie('secretariat'))).status).toBe(404)
	})

	test.each([
		['nobody who is signed in', '/en/poc/files', '', 302],
		['nobody who is signed in', '/id/tasks/file', '', 302],
		['a monitor', '/en/poc/files', 'monitor', 403],
		['an institution’s lead', '/id/tasks/file', 'lead', 403],
	] as const)('%s sends a table to %s: of the file nothing is read', async (_who, path, who, status) => {
		const bytes = Buffer.alloc(4 * 2 ** 20)
		const answer = await sendFile(site, path, { cookie: who === '' ? '' : cookie(who), bytes })
		expect([answer.status, answer.headers.connection]).toEqual([status, 'close'])
	})

	test('a plan of another member is not known by its key', async () => {
		const bytes = await changedPlan({ 'key@3': typed('other-plan') }, 'Plan')
		const answer = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes })
		expect(answer.status).toBe(422)
	})
})

describe('a file of a published plan', () => {
	test('that was not changed has 0 differences, and there is nothing to confirm', async () => {
		const { body } = await site.ask('/files/plans/plan/plan.xlsx?lang=id')
		const sent = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes: body })
		const page = await read(String(sent.headers.location), 'poc')
		expect(page.body.toString()).toContain('"changes":[]')
	})

	test('that was changed becomes a draft of an amendment once, and publishes nothing', async () => {
		const before = await countsOf(site.database)
		const bytes = await changedPlan({
			'titleEn@3': typed('A new title'),
			'number@5': typed('k3'),
			'titleEn@5': typed('A third commitment'),
		})
		const sent = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes })
		expect(sent.status).toBe(303)
		const page = String(sent.headers.location)
		const shown = (await read(page, 'poc')).body.toString()
		expect(shown).toContain('Commitment k1')
		expect(shown).toContain('A new title')
		expect(shown).toContain('"name":"k3 A third commitment"')
		expect(await site.database.db.amendmentDraft.count()).toBe(0)
		const confirmed = await press(site, `${page}/confirm`, cookie('poc'))
		expect(confirmed.status).toBe(303)
		const [draft] = await site.database.db.amendmentDraft.findMany()
		expect(draft?.changes).toMatchObject([
			{
				recordKind: 'commitment',
				recordId: 'k1',
				operation: 'CHANGE',
				seenVersion: 1,
				text: { titleEn: 'A new title' },
			},
			{ recordKind: 'commitment', operation: 'ADD', seenVersion: 0, text: { number: 'k3' } },
		])
		expect((await press(site, `${page}/confirm`, cookie('poc'))).status).toBe(404)
		expect(await site.database.db.amendmentDraft.count()).toBe(1)
		expect(await countsOf(site.database)).toEqual(before)
	})

	test('that was changed here as well since it was read is not taken', async () => {
		const bytes = await changedPlan({ 'titleEn@4': typed('Too late') })
		const sent = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes })
		const { db } = site.database
		const version = await db.commitmentVersion.findFirstOrThrow({ where: { commitmentId: 'k2' } })
		await db.commitmentVersion.create({
			data: {
				...version,
				version: 2,
				titleEn: 'By somebody else',
				ogpValues: [],
				policyAreas: [],
				otherLanguages: {},
				successors: [],
			},
		})
		const late = await press(site, `${String(sent.headers.location)}/confirm`, cookie('poc'))
		expect(late.status).toBe(409)
		const again = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes })
		expect(again.status).toBe(422)
	})
})

describe('a file without a key', () => {
	test('of which a part cannot be written leaves no half of a plan, and waits to be confirmed again', async () => {
		const { body } = await site.ask('/files/plan-template.xlsx?lang=en')
		const title = cellAt(body, 'Commitments', { key: 'titleId', row: 3 })
		const bytes = withCells(withCells(body, 'Commitments', { [title]: typed('Komitmen') }), 'Plan', {
			[cellAt(body, 'Plan', { key: 'titleId', row: 3 })]: typed('Rencana separuh'),
		})
		const sent = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes })
		const confirm = `${String(sent.headers.location)}/confirm`
		const there = async () => [await site.database.db.planDraft.count(), await previews()]
		const before = await there()
		await site.database.exec(
			`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no room''; END';
			 CREATE TRIGGER refuse BEFORE INSERT ON "CommitmentDraft" EXECUTE FUNCTION refuse()`,
		)
		expect((await press(site, confirm, cookie('poc'))).status).toBe(500)
		expect(await there()).toEqual(before)
		await site.database.exec('DROP TRIGGER refuse ON "CommitmentDraft"; DROP FUNCTION refuse')
		expect((await press(site, confirm, cookie('poc'))).status).toBe(303)
		expect(await there()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) - 1])
		await site.database.db.planDraft.deleteMany()
	})

	test('becomes a plan that is being written, row by row, and goes out and in again unchanged', async () => {
		const { body } = await site.ask('/files/plan-template.xlsx?lang=en')
		const at = (sheet: string, key: string, row: number) => cellAt(body, sheet, { key, row })
		let bytes = withCells(body, 'Plan', {
			[at('Plan', 'titleId', 3)]: typed('Rencana baru'),
			[at('Plan', 'startsOn', 3)]: '<v>46388</v>',
		})
		bytes = withCells(bytes, 'Commitments', {
			[at('Commitments', 'number', 3)]: typed('1'),
			[at('Commitments', 'titleId', 3)]: typed('Komitmen pertama'),
			[at('Commitments', 'ogpValue1', 3)]: typed('Transparansi'),
			[at('Commitments', 'lead', 3)]: typed('agency'),
		})
		bytes = withCells(bytes, 'Milestones', {
			[at('Milestones', 'commitment', 3)]: typed('1'),
			[at('Milestones', 'titleId', 3)]: typed('Tonggak pertama'),
			[at('Milestones', 'endsOn', 3)]: typed('30 Juni 2027'),
		})
		const sent = await sendFile(site, '/id/poc/files', { cookie: cookie('poc'), bytes })
		expect(sent.status, sent.body.toString().slice(0, 9000)).toBe(303)
		const confirmed = await press(site, `${String(sent.headers.location)}/confirm`, cookie('poc'))
		expect(confirmed.status).toBe(303)
		const draft = await site.database.db.planDraft.findFirstOrThrow({
			include: { commitments: { include: { milestones: true } } },
		})
		expect(draft.text).toMatchObject({ titleId: 'Rencana baru', startsOn: '2027-01-01', endsOn: null })
		expect(draft.commitments[0]).toMatchObject({
			leadId: 'agency',
			text: { titleId: 'Komitmen pertama', ogpValues: [{ code: 'TRANSPARENCY', justification: null }] },
			milestones: [{ text: { titleId: 'Tonggak pertama', endsOn: '2027-06-30' } }],
		})
		const out = await read(`/en/poc/files/drafts/${draft.id}/plan.csv`, 'poc')
		expect(out.status).toBe(200)
		expect((await read(`/en/poc/files/drafts/${draft.id}/plan.csv`, 'officer')).status).toBe(403)
		const back = await sendFile(site, '/en/poc/files', {
			cookie: cookie('poc'),
			bytes: out.body,
			name: 'plan.csv',
		})
		expect((await read(String(back.headers.location), 'poc')).body.toString()).toContain('"changes":[]')
		const changed = Buffer.from(out.body.toString().replace('Rencana baru', 'Rencana lain'))
		const next = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes: changed })
		expect((await press(site, `${String(next.headers.location)}/confirm`, cookie('poc'))).status).toBe(303)
		const after = await site.database.db.planDraft.findFirstOrThrow({ include: { commitments: true } })
		expect(after).toMatchObject({
			text: { titleId: 'Rencana lain' },
			commitments: [{ id: draft.commitments[0]?.id }],
		})
	})
})

test('a file that cannot be read is refused, and nothing is kept of it', async () => {
	const before = await previews()
	const bytes = await changedPlan({ 'titleEn@3': '<f>1+1</f><v>2</v>', 'endsOn@4': typed('31 June 2027') })
	const answer = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes })
	expect(answer.status).toBe(422)
	expect(await previews()).toBe(before)
})

test('a file of more than 5 MB is refused before it is read, and a form without a file has its own answer', async () => {
	const large = await sendFile(site, '/en/poc/files', {
		cookie: cookie('poc'),
		bytes: new Uint8Array(6_000_000),
	})
	expect(large.status).toBe(413)
	expect((await press(site, '/en/poc/files', cookie('poc'), 'file=x')).status).toBe(400)
	const empty = await sendFile(site, '/en/poc/files', { cookie: cookie('poc'), bytes: new Uint8Array(0) })
	expect(empty.status).toBe(422)
})
