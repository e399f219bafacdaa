import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { judgementsOfCommitment, judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import {
	checkObservation,
	hideObservation,
	publishObservation,
} from '#app/domain/observation/commands.server.ts'
import { OBSERVATIONS_AT_ONCE } from '#app/domain/observation/rules.ts'
import {
	findObservationReceipt,
	listHidings,
	listHosted,
	listObserved,
} from '#app/domain/observation/queries.server.ts'
import { gapsOf } from '#app/domain/readiness/rules.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { openCommentLimits } from '#app/http/comment-limits.server.ts'
import { aTicket, anObservation, anyone, observe } from '#tests/factories/observation.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { MORNING, PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'admin')
const HIDING = { reason: 'PERSONAL_DATA', noteEn: 'It names a neighbour.' } as const

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const recordOf = async () => findPlanRecord(anyone(database), 'plan')
const observationsOn = async (milestoneId: string) =>
	(await recordOf()).commitments
		.flatMap((commitment) => commitment.milestones)
		.find(({ id }) => id === milestoneId)?.observations ?? []

describe('anyone, without an account', () => {
	test('is read by everyone at once, newest first, and has a place in the log', async () => {
		const first = await observe(database)
		const second = await observe(database, { text: 'Papan anggaran sudah terpasang.' })
		const shown = await observationsOn('m1')
		expect(shown.map(({ recordId }) => recordId)).toEqual([second, first])
		expect(shown[1]).toMatchObject({
			hidden: null,
			said: {
				text: anObservation().text,
				seenOn: '2026-07-14',
				evidence: [{ url: 'https://example.org/foto' }],
			},
		})
		const record = await findRecord(anyone(database), first)
		expect(record.matchesEntry).toBe(true)
		expect(record.entry).toMatchObject({ kind: 'observation.published', actorOrganization: 'public' })
		const receipt = await findObservationReceipt(anyone(database), first)
		expect(receipt).toMatchObject({
			recordId: first,
			position: record.index,
			day: '2026-07-15',
			isHidden: false,
		})
	})

	test('who sends the same form twice, or twice at the same moment, has sent one observation', async () => {
		const sent = await Promise.all([observe(database), observe(database)])
		const again = await observe(database)
		expect(new Set([...sent, again]).size).toBe(1)
		expect(await database.db.observation.count()).toBe(1)
		expect(await database.db.evidence.count({ where: { recordId: again } })).toBe(1)
	})

	test('leaves nothing of themselves behind', async () => {
		const recordId = await observe(database)
		const [row] = await database.db.observation.findMany({ where: { recordId } })
		expect(Object.keys(row ?? {}).sort()).toEqual(
			[
				...['actorOrganizationId', 'commitmentId', 'locale', 'milestoneId', 'privateSalt', 'publishedAt'],
				...['publishedOn', 'recordId', 'salt', 'seenOn', 'text', 'version'],
			].sort(),
		)
		expect(JSON.stringify(await findRecord(anyone(database), recordId))).not.toContain(aTicket())
	})

	test('stand on pages of their own where there are many, each of them once', async () => {
		const sent: string[] = []
		for (let at = 0; at < OBSERVATIONS_AT_ONCE + 1; at += 1)
			sent.push(await observe(database, { text: `Papan anggaran nomor ${String(at)} terpasang.` }))
		const pages = await Promise.all([1, 2].map((page) => listObserved(anyone(database), 'm1', page)))
		expect(pages.map(({ count, pages: of, observations }) => [count, of, observations.length])).toEqual([
			[OBSERVATIONS_AT_ONCE + 1, 2, OBSERVATIONS_AT_ONCE],
			[OBSERVATIONS_AT_ONCE + 1, 2, 1],
		])
		const listed = pages.flatMap(({ observations }) => observations.map(({ recordId }) => recordId))
		expect([...listed].sort()).toEqual([...sent].sort())
		await expect(listObserved(anyone(database), 'm1', 3)).rejects.toMatchObject({ reason: 'not_found' })
		await expect(listObserved(anyone(database), 'nowhere')).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('of a milestone that is not there nothing can be said', async () => {
		await expect(observe(database, {}, 'nowhere')).rejects.toMatchObject({ reason: 'not_found' })
		await database.db.actionPlan.update({ where: { id: 'plan' }, data: { status: 'DRAFT' } })
		await expect(observe(database)).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('of a milestone that was withdrawn is told so', async () => {
		const text = await database.db.milestoneVersion.findFirstOrThrow({ where: { milestoneId: 'm1' } })
		await database.db.milestoneVersion.create({
			data: { ...text, version: 2, standing: 'WITHDRAWN', otherLanguages: {} } as never,
		})
		await expect(observe(database)).rejects.toMatchObject({ reason: 'milestone_ended' })
		await expect(checkObservation(anyone(database), 'm1')).rejects.toMatchObject({
			reason: 'milestone_ended',
		})
	})

	test.each([
		['within two seconds', new Date(MORNING.getTime() + 60_000 - 2_000)],
		['from a day to come', new Date(MORNING.getTime() + 86_400_000)],
	])('a form that comes back %s of its opening is one of a program', async (_when, openedFor) => {
		await expect(observe(database, { ticket: aTicket(openedFor) })).rejects.toMatchObject({
			reason: 'sent_too_fast',
		})
		expect(await database.db.observation.count()).toBe(0)
	})

	test('has to wait when too many come from one network', async () => {
		const limits = openCommentLimits(1, 'too_many_observations')
		await limits.take('203.0.113.9')
		await expect(limits.take('203.0.113.9')).rejects.toMatchObject({ reason: 'too_many_observations' })
	})
})

const countedIn = (record: PlanRecord) => ({
	figures: planFigures(record, '2026-07-15'),
	expectations: expectationLevels(record, '2026-07-15'),
	fixRate: fixRateOf(record, '2026-07-15'),
	gaps: gapsOf(record, [], '2026-07-15'),
	judgements: record.commitments.map((commitment) => [
		judgementsOfCommitment(commitment),
		...commitment.milestones.map(judgementsOfMilestone),
	]),
})

test('observations change nothing of what is counted', async () => {
	await storeFinding(database)
	const before = await recordOf()
	for (const milestoneId of ['m1', 'm2', 'm3']) await observe(database, {}, milestoneId)
	const after = await recordOf()
	expect(countedIn(after)).toEqual(countedIn(before))
	for (const milestoneId of ['m1', 'm2', 'm3']) expect(await observationsOn(milestoneId)).toHaveLength(1)
})

describe('hiding for law and safety', () => {
	test.each(OTHERS)('is not for %s', async (who) => {
		const recordId = await observe(database)
		await expect(hideObservation(as(database, who), recordId, HIDING)).rejects.toMatchObject({
			reason: 'not_allowed',
		})
		await expect(listHosted(as(database, who))).rejects.toMatchObject({ reason: 'not_allowed' })
		expect(await database.db.observationHiding.count()).toBe(0)
	})

	test('reaches every observation: the host turns pages, the newest first', async () => {
		const recordId = await observe(database)
		const row = await database.db.observation.findFirstOrThrow({ where: { recordId } })
		const older = Array.from({ length: 60 }, (_, at) => ({
			...row,
			recordId: `older-${String(at).padStart(2, '0')}`,
			publishedAt: new Date(row.publishedAt.getTime() - (at + 1) * 60_000),
		}))
		await database.db.observation.createMany({ data: older })
		const pages = await Promise.all([1, 2, 3].map((page) => listHosted(as(database, 'admin'), page)))
		expect(pages.map(({ observations }) => observations.length)).toEqual([50, 11, 0])
		expect(pages.map(({ pages: all }) => all)).toEqual([2, 2, 2])
		expect(pages[0]?.observations[0]?.recordId).toBe(recordId)
		expect(pages[1]?.observations.at(-1)?.recordId).toBe('older-59')
	})

	test('takes text and link from everywhere; that, when and why stay, and the leaf too', async () => {
		const recordId = await observe(database)
		const leaf = await database.db.ledgerEntry.findFirstOrThrow({ where: { recordId } })
		const hiding = await hideObservation(as(database, 'admin'), recordId, HIDING)
		await expect(findRecord(anyone(database), recordId)).rejects.toMatchObject({
			reason: 'observation_hidden',
		})
		const [shown] = await observationsOn('m1')
		expect(shown).toMatchObject({
			recordId,
			said: null,
			hidden: { recordId: hiding.recordId, reason: 'PERSONAL_DATA', on: '2026-07-15' },
		})
		const told = JSON.stringify([await recordOf(), await listHidings(anyone(database))])
		expect(told).not.toMatch(/papan anggaran|example\.org\/foto/)
		expect(await database.db.ledgerEntry.findFirst({ where: { recordId } })).toEqual(leaf)
		expect(await findObservationReceipt(anyone(database), recordId)).toMatchObject({ isHidden: true })
	})

	test('is listed for everyone, of how many, and the host has a receipt', async () => {
		await observe(database, { text: 'Yang ini tetap terbaca semua orang.' })
		const { recordId } = await hideObservation(as(database, 'admin'), await observe(database), HIDING)
		expect(await listHidings(anyone(database))).toMatchObject({
			published: 2,
			hidden: 1,
			hidings: [{ recordId, reason: 'PERSONAL_DATA', note: { en: HIDING.noteEn, id: null } }],
		})
		expect((await findRecord(anyone(database), recordId)).matchesEntry).toBe(true)
		expect(await findReceipt(as(database, 'admin'), recordId)).toMatchObject({ kind: 'observation.hidden' })
	})

	test('happens once, for the first reason', async () => {
		const observed = await observe(database)
		const first = await hideObservation(as(database, 'admin'), observed, HIDING)
		const second = await hideObservation(as(database, 'admin'), observed, { ...HIDING, reason: 'THREAT' })
		expect(second).toEqual(first)
		expect((await listHidings(anyone(database))).hidings).toHaveLength(1)
	})

	test('of what is no observation is refused', async () => {
		await expect(hideObservation(as(database, 'admin'), 'k1', HIDING)).rejects.toMatchObject({
			reason: 'not_found',
		})
	})
})

test('text is kept as it was written, in whatever direction', async () => {
	const text = '\u0645\u0631\u062d\u0628\u0627 <script>alert(1)</script> {{count}} \u{1F3D7}'
	const { recordId } = await publishObservation(
		anyone(database),
		'm2',
		anObservation({ text, locale: 'und' }),
	)
	expect((await findRecord(anyone(database), recordId)).content).toMatchObject({ text, locale: 'und' })
})
