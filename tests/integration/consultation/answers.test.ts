import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findConsultationLine } from '#app/domain/consultation/queries.server.ts'
import { hideContribution } from '#app/domain/public-contribution/commands.server.ts'
import { listContributions } from '#app/domain/public-contribution/queries.server.ts'
import { publishAnswers } from '#app/domain/reasoned-answer/commands.server.ts'
import { findAnswerQueue, findAnswered } from '#app/domain/reasoned-answer/queries.server.ts'
import { AnswerForm } from '#app/domain/reasoned-answer/schema.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { consult, contribute } from '#tests/factories/consultation.ts'
import { anyone } from '#tests/factories/observation.ts'
import { MORNING, PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const TEXTS = ['Terbitkan anggaran desa.', 'Perbaiki jalan ke sekolah.', 'Buka data air bersih.']

let database: Database
let consultationId: string
let given: readonly string[]
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	consultationId = await consult(database)
	const sent: string[] = []
	for (const text of TEXTS) sent.push(await contribute(database, consultationId, { text }))
	given = sent
})
afterEach(() => database.close())

const anAnswer = (over: Readonly<Record<string, unknown>> = {}) =>
	AnswerForm.parse({
		contributionIds: [given[0]],
		outcome: 'ACCEPTED',
		reasonId: 'Sudah menjadi komitmen.',
		commitmentId: 'k1',
		...over,
	})
const answer = (
	over: Readonly<Record<string, unknown>> = {},
	who: PersonName = 'secretariat',
	now = MORNING,
) => publishAnswers(as(database, who, now), { memberId: 'example', consultationId }, anAnswer(over))
const queueOf = (page?: number) =>
	findAnswerQueue(as(database, 'poc'), { memberId: 'example', consultationId }, page)
const counts = async () => (await findConsultationLine(anyone(database), consultationId)).counts

describe('a reasoned answer', () => {
	test('stands beside its contribution for everyone, is counted, and leaves the queue', async () => {
		const [published] = await answer()
		const { contributions } = await listContributions(anyone(database), consultationId)
		expect(contributions.find(({ recordId }) => recordId === given[0])?.answer).toMatchObject({
			recordId: published?.recordId,
			outcome: 'ACCEPTED',
			reason: { en: null, id: 'Sudah menjadi komitmen.' },
			commitmentId: 'k1',
		})
		expect(await counts()).toMatchObject({ contributions: 3, answered: 1, answers: { ACCEPTED: 1 } })
		const queue = await queueOf()
		expect(queue.waiting.map(({ recordId }) => recordId).sort()).toEqual([...given.slice(1)].sort())
		expect(queue.answeredLast.map(({ recordId }) => recordId)).toEqual([given[0]])
		const record = await findRecord(anyone(database), published?.recordId ?? '')
		expect([record.matchesEntry, record.entry.actorOrganization]).toEqual([true, 'secretariat'])
	})

	test('for several at once is an act for each', async () => {
		const published = await answer({ contributionIds: given, outcome: 'MERGED' })
		expect(new Set(published.map(({ recordId }) => recordId)).size).toBe(3)
		expect(await counts()).toMatchObject({ answered: 3, answers: { MERGED: 3 } })
		expect((await queueOf()).waiting).toEqual([])
	})

	test('sent again is the same; two at once leave one', async () => {
		const first = await answer()
		expect(await answer()).toEqual(first)
		const two = await Promise.allSettled([
			answer({ contributionIds: [given[1]] }, 'poc'),
			answer({ contributionIds: [given[1]], outcome: 'OUT_OF_SCOPE' }),
		])
		expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
		expect(two.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { reason: 'changed_meanwhile' },
		})
		expect(await counts()).toMatchObject({ answered: 2 })
	})

	test('of which one was given meanwhile is given to none', async () => {
		await answer()
		await expect(answer({ contributionIds: given, outcome: 'PARTLY' })).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
		expect(await counts()).toMatchObject({ answered: 1 })
	})

	test('that was published in error counts for nothing; the contribution waits, and gets another answer', async () => {
		const [first] = await answer()
		const LATER = new Date(MORNING.getTime() + 60_000)
		const over = { seen: 1, isRetracted: 'on', correction: 'Masukan lain yang dimaksud.' }
		const [retracted] = await answer(over, 'poc', LATER)
		expect(retracted).toEqual({ recordId: first?.recordId, version: 2 })
		expect(await answer(over, 'poc', LATER)).toEqual([retracted])
		expect(await counts()).toMatchObject({ answered: 0 })
		expect((await queueOf()).waiting).toHaveLength(3)
		const [second] = await answer({ outcome: 'PARTLY' }, 'poc', new Date(LATER.getTime() + 60_000))
		expect([second?.version, second?.recordId === first?.recordId]).toEqual([1, false])
		expect(await counts()).toMatchObject({ answered: 1, answers: { PARTLY: 1 } })
	})

	test('is corrected as a next version with its reason; the count follows', async () => {
		const [published] = await answer()
		const later = new Date(MORNING.getTime() + 60_000)
		const over = { seen: 1, outcome: 'NOT_ACCEPTED', correction: 'Salah dipilih.' }
		expect(await answer(over, 'poc', later)).toEqual([{ recordId: published?.recordId, version: 2 }])
		expect(await answer(over, 'poc', later)).toEqual([{ recordId: published?.recordId, version: 2 }])
		const { contributions } = await findAnswered(
			as(database, 'poc'),
			{ memberId: 'example', consultationId },
			[given[0] ?? ''],
		)
		expect(contributions[0]?.answer).toMatchObject({ version: 2, outcome: 'NOT_ACCEPTED' })
		expect(await counts()).toMatchObject({ answered: 1, answers: { ACCEPTED: 0, NOT_ACCEPTED: 1 } })
		await expect(answer({ ...over, outcome: 'PARTLY' }, 'poc', later)).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
	})

	test('can be given to a contribution that was hidden, which the queue does not show', async () => {
		await hideContribution(as(database, 'admin'), given[0] ?? '', { reason: 'ADVERTISING', noteEn: 'Spam.' })
		expect(JSON.stringify(await queueOf())).not.toContain(TEXTS[0])
		await answer({ outcome: 'OUT_OF_SCOPE', commitmentId: undefined })
		expect(await counts()).toMatchObject({ answered: 1, hidden: 1 })
	})

	test.each((Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'poc' && who !== 'secretariat'))(
		'is not for %s',
		async (who) => {
			await expect(answer({}, who)).rejects.toMatchObject({ reason: 'not_allowed' })
		},
	)

	test('is for the people of that member, its own consultation and its own commitments', async () => {
		const foreign = {
			...as(database, 'poc'),
			actor: {
				personId: 'poc',
				appointments: [{ role: 'POC', organizationId: 'secretariat', memberId: 'other' }],
			},
		} as const
		const place = { memberId: 'example', consultationId }
		await expect(publishAnswers(foreign, place, anAnswer())).rejects.toMatchObject({ reason: 'not_allowed' })
		await expect(findAnswerQueue(foreign, place)).rejects.toMatchObject({ reason: 'not_found' })
		const other = await consult(database)
		const elsewhere = { memberId: 'example', consultationId: other }
		const wrong = publishAnswers(as(database, 'poc'), elsewhere, anAnswer())
		await expect(wrong).rejects.toMatchObject({ reason: 'not_found' })
		await expect(answer({ commitmentId: 'nowhere' })).rejects.toMatchObject({ reason: 'not_found' })
	})
})

test.each([
	['without a reason', { reasonId: ' ' }, 'field.either-language'],
	['to nobody', { contributionIds: [] }, 'reasoned-answer.chosen.none'],
	['that corrects without saying why', { seen: 1 }, 'member-act.reason.required'],
])('an answer %s has its sentence', (_what, over, message) => {
	const typed = { contributionIds: ['a'], outcome: 'ACCEPTED', reasonId: 'Ya.', ...over }
	const issues = AnswerForm.safeParse(typed).error?.issues ?? []
	expect(issues.map((issue) => issue.message)).toContain(message)
})

test('more than a page waits in pages, the oldest first', async () => {
	for (let at = 0; at < 20; at += 1)
		await contribute(database, consultationId, { text: `Usul nomor ${String(at)}.` })
	const first = await queueOf()
	const second = await queueOf(2)
	expect([first.pages, first.waiting.length, second.waiting.length]).toEqual([2, 20, 3])
	expect((await queueOf(9)).page).toBe(2)
	const all = [...first.waiting, ...second.waiting].map(({ recordId }) => recordId)
	expect(new Set(all).size).toBe(23)
})
