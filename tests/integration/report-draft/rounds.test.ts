import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { attachDissent, openRound } from '#app/domain/report-draft/commands.server.ts'
import {
	findReportDraft,
	findRoundQuestion,
	listPlanDrafts,
	listWaitingDrafts,
} from '#app/domain/report-draft/queries.server.ts'
import { listDraftLetters } from '#app/domain/report-draft-notice/queries.server.ts'
import { askForReport } from '#app/domain/report-job/commands.server.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { findReport, findReportToday } from '#app/domain/report/queries.server.ts'
import { sendDraftLetters } from '#app/jobs/report-draft-letters.server.ts'
import { openLog } from '#app/log.server.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const SEES: readonly PersonName[] = [
	'poc',
	'secretariat',
	'monitor',
	'owner',
	'otherMonitor',
	'monitoringBody',
]
const JUDGES: readonly PersonName[] = ['monitor', 'owner', 'otherMonitor', 'monitoringBody']
const ASKED = { planId: 'plan', name: 'progress-report' }

const making = { witness: {}, drawn: () => Promise.resolve({ en: 'a'.repeat(64), id: 'b'.repeat(64) }) }
const onDay = (day: string) => new Date(`${day}T02:00:00Z`)
/** The round of these tests is shared on 15 July for 14 days. */
const [LAST_DAY, DAY_AFTER] = [onDay('2026-07-29'), onDay('2026-07-30')]

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeReportRules(database)
	await publishClaim(database)
	await database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			id: personId,
			personId,
			organizationId,
			memberId: 'example',
			role,
			fromOn: '2020-01-01',
		})),
	})
})
afterEach(() => database.close())

const open = (over: { report?: string; days?: number; who?: PersonName; now?: Date } = {}) => {
	const { report = 'progress-report', days = 14, who = 'poc', now = MORNING } = over
	return openRound(as(database, who, now), { planId: 'plan', answer: { report, days }, witness: {} })
}

let said = 0
function dissent(
	draftId: string,
	over: { who?: PersonName; now?: Date; text?: string; recordId?: string } = {},
) {
	const { who = 'monitor', now = MORNING, text = 'Two villages are missing.' } = over
	said += 1
	const recordId = over.recordId ?? `00000000-0000-4000-8000-${String(said).padStart(12, '0')}`
	return attachDissent(as(database, who, now), {
		draftId,
		answer: { recordId, textEn: text, url: 'https://example.org/villages' },
	})
}

describe('sharing a draft', () => {
	test('everyone who may see it sees the same preview, until and after its last day; to all others there is none', async () => {
		const id = await open()
		for (const now of [MORNING, LAST_DAY, DAY_AFTER]) {
			const seen = await Promise.all(SEES.map((who) => findReportDraft(as(database, who, now), id)))
			for (const { model, drawnHash } of seen)
				expect({ model, drawnHash }).toEqual({ model: seen[0]?.model, drawnHash: seen[0]?.drawnHash })
			for (const who of ['officer', 'lead', 'irm', 'admin'] as const)
				await expect(findReportDraft(as(database, who, now), id), who).rejects.toMatchObject({
					reason: 'not_found',
				})
		}
		const elsewhere = as(database, 'monitor')
		const actor = { ...elsewhere.actor, appointments: [] }
		await expect(findReportDraft({ ...elsewhere, actor }, id)).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('it is the report that compiling would freeze, marked as a draft, and stays so while the record goes on', async () => {
		const id = await open()
		const today = await findReportToday(as(database, 'poc'), ASKED, {})
		await publishClaim(database, 'COMPLETE')
		const { model } = await findReportDraft(as(database, 'monitor'), id)
		const asked = ['body', 'cso', 'other-cso'].map((organization) => ({
			id: organization,
			name: { en: `The ${organization}`, id: `Si ${organization}` },
		}))
		expect(model).toEqual({ ...today, draft: { opensOn: '2026-07-15', closesOn: '2026-07-29', asked } })
	})

	test('there is one at a time of each report, and the next after its last day', async () => {
		await open()
		await expect(open({ who: 'secretariat' })).rejects.toMatchObject({ reason: 'draft_round_known' })
		await expect(open({ now: LAST_DAY })).rejects.toMatchObject({ reason: 'draft_round_known' })
		await open({ report: 'status-report' })
		await open({ now: DAY_AFTER })
		expect(await listPlanDrafts(as(database, 'poc', DAY_AFTER), 'plan')).toHaveLength(3)
	})

	test('two windows that share at once share one draft', async () => {
		const both = await Promise.allSettled([open(), open({ who: 'secretariat' })])
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
		expect(await database.db.reportDraft.count()).toBe(1)
	})

	test.each([
		['monitor', 'progress-report', 'not_allowed'],
		['officer', 'progress-report', 'not_allowed'],
		['poc', 'shadow-report-cso', 'not_found'],
		['poc', 'no-such-report', 'not_found'],
	] as const)('%s shares %s: %s', async (who, report, reason) => {
		await expect(open({ who, report })).rejects.toMatchObject({ reason })
		expect(await database.db.reportDraft.count()).toBe(0)
	})

	test('where nobody could be asked, nothing is shared', async () => {
		await database.db.appointment.deleteMany({ where: { personId: { in: [...JUDGES] } } })
		expect((await findRoundQuestion(as(database, 'poc'), 'plan')).asked).toEqual([])
		await expect(open()).rejects.toMatchObject({ reason: 'draft_round_unread' })
	})

	test('what was shared is never changed or removed below the application either', async () => {
		const id = await open()
		await dissent(id)
		const { db } = database
		for (const change of [
			() => db.reportDraft.update({ where: { id }, data: { closesOn: '2026-07-16' } }),
			() => db.reportDraft.delete({ where: { id } }),
			() => db.reportDissent.updateMany({ data: { textEn: 'All is well.' } }),
			() => db.reportDissent.deleteMany(),
		])
			await expect(change()).rejects.toThrow()
		expect((await findReportDraft(as(database, 'poc'), id)).dissents).toHaveLength(1)
	})
})

describe('dissent', () => {
	test('is taken from every organization that was asked, on the last day too, and seen at once', async () => {
		const id = await open()
		await dissent(id, { who: 'monitoringBody', text: 'The figures are a year old.' })
		await dissent(id, { who: 'monitor', now: LAST_DAY })
		const { dissents } = await findReportDraft(as(database, 'poc', LAST_DAY), id)
		expect(dissents).toMatchObject([
			{ organizationId: 'body', saidOn: '2026-07-15', text: { en: 'The figures are a year old.', id: null } },
			{ organizationId: 'cso', saidOn: '2026-07-29', url: 'https://example.org/villages', interests: [] },
		])
	})

	test('a form that is sent again is one dissent, and nobody takes the number of another', async () => {
		const id = await open()
		const recordId = '11111111-1111-4111-8111-111111111111'
		await dissent(id, { recordId })
		await dissent(id, { recordId })
		await expect(dissent(id, { recordId, who: 'owner' })).rejects.toMatchObject({ reason: 'not_found' })
		expect(await database.db.reportDissent.count()).toBe(1)
	})

	test.each([
		['monitor', DAY_AFTER, 'draft_round_closed'],
		['poc', MORNING, 'not_allowed'],
		['officer', MORNING, 'not_found'],
		['admin', MORNING, 'not_found'],
	] as const)('of %s on %s: %s', async (who, now, reason) => {
		const id = await open()
		await expect(dissent(id, { who, now })).rejects.toMatchObject({ reason })
		expect(await database.db.reportDissent.count()).toBe(0)
	})

	test('from a draft that is not there is refused', async () => {
		await expect(dissent('no-draft')).rejects.toMatchObject({ reason: 'not_found' })
	})
})

describe('the report', () => {
	test('is not compiled before the last day is over; others of the plan are', async () => {
		await open()
		for (const now of [MORNING, LAST_DAY]) {
			const ctx = as(database, 'poc', now)
			await expect(compileReport(ctx, ASKED, making)).rejects.toMatchObject({ reason: 'draft_round_open' })
			await expect(askForReport(ctx, ASKED)).rejects.toMatchObject({ reason: 'draft_round_open' })
		}
		await compileReport(as(database, 'poc'), { ...ASKED, name: 'status-report' }, making)
		expect(await database.db.reportSnapshot.count()).toBe(1)
	})

	test('is made anew from the record, takes every dissent along, and the draft leads to it', async () => {
		const id = await open()
		await dissent(id)
		await publishClaim(database, 'COMPLETE')
		const ctx = as(database, 'poc', DAY_AFTER)
		const { recordId } = await compileReport(ctx, ASKED, making)
		const { model } = await findReport(ctx, recordId)
		expect(model.draft).toBeUndefined()
		expect(model.record.ledgerSize).toBeGreaterThan((await findReportDraft(ctx, id)).model.record.ledgerSize)
		expect(model.draftRounds).toMatchObject([
			{ draftId: id, opensOn: '2026-07-15', closesOn: '2026-07-29', asked: [{}, {}, {}], dissents: [{}] },
		])
		expect(await findReportDraft(as(database, 'monitor', DAY_AFTER), id)).toMatchObject({ recordId })
		expect(await listPlanDrafts(ctx, 'plan')).toEqual([])
	})

	test('leaves no dissent out by being compiled again on that day, or by sharing another draft first', async () => {
		const first = await open()
		await dissent(first)
		const second = await open({ now: DAY_AFTER, days: 7 })
		const after = onDay('2026-08-07')
		const one = await compileReport(as(database, 'poc', after), ASKED, making)
		await publishClaim(database, 'COMPLETE')
		const two = await compileReport(as(database, 'poc', after), ASKED, making)
		expect(two.recordId).not.toBe(one.recordId)
		for (const { recordId } of [one, two]) {
			const { draftRounds } = (await findReport(as(database, 'poc', after), recordId)).model
			expect(draftRounds?.map(({ draftId, dissents }) => [draftId, dissents.length])).toEqual([
				[first, 1],
				[second, 0],
			])
		}
		const later = onDay('2026-08-08')
		const next = await compileReport(as(database, 'poc', later), ASKED, making)
		const { model } = await findReport(as(database, 'poc', later), next.recordId)
		expect(model.draftRounds).toBeUndefined()
		expect(model.draftRoundBefore).toMatchObject({ closesOn: '2026-08-06', recordId: one.recordId })
	})

	test('as the record stands today shows the public nothing of a draft', async () => {
		const id = await open()
		await dissent(id)
		const today = await findReportToday(as(database, 'irm', DAY_AFTER), ASKED, {})
		expect(JSON.stringify(today)).not.toContain('Two villages')
		expect(today).not.toHaveProperty('draftRounds')
	})
})

describe('who is told', () => {
	test('those who judge get one letter each, and read of it among their tasks while it lasts', async () => {
		const id = await open()
		const sent: { to: string; text: string }[] = []
		const world = {
			mail: { send: (letter: { to: string; text: string }) => Promise.resolve(void sent.push(letter)) },
			log: openLog('silent'),
			baseUrl: 'https://example.org',
		}
		const run = (now: Date) => sendDraftLetters({ ...world, ctx: as(database, 'admin', now) })
		expect([await run(MORNING), await run(LAST_DAY), await run(DAY_AFTER)]).toEqual([4, 0, 0])
		expect(sent.map(({ to }) => to)).toEqual(
			[...JUDGES].sort().map((who) => `${who.toLowerCase()}@example.org`),
		)
		for (const { text } of sent) expect(text).toContain(`/report-drafts/${id}`)

		for (const who of SEES)
			expect(await listWaitingDrafts(as(database, who, LAST_DAY)), who).toMatchObject([{ id, isOpen: true }])
		for (const who of ['officer', 'irm', 'admin'] as const)
			expect(await listWaitingDrafts(as(database, who)), who).toEqual([])
		expect(await listWaitingDrafts(as(database, 'monitor', DAY_AFTER))).toEqual([])
		expect(await listWaitingDrafts(as(database, 'poc', DAY_AFTER))).toMatchObject([{ id, isOpen: false }])
	})

	test('whoever is appointed while it is shared is told too, and is not named as asked', async () => {
		const appointment = await database.db.appointment.delete({ where: { id: 'otherMonitor' } })
		const id = await open()
		const letters = () => listDraftLetters(as(database, 'admin'))
		expect((await letters()).map(({ personId }) => personId)).toEqual(['monitor', 'monitoringBody', 'owner'])
		await database.db.appointment.create({ data: appointment })
		expect((await letters()).map(({ personId }) => personId)).toContain('otherMonitor')
		const { asked } = await findReportDraft(as(database, 'otherMonitor'), id)
		expect(asked.map((organization) => organization.id)).toEqual(['body', 'cso'])
	})
})
