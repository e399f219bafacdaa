import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { leaveComment } from '#app/domain/assessment-comment/commands.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import {
	approveFinal,
	openForComment,
	submitFinal,
} from '#app/domain/self-assessment/commands/publish.server.ts'
import { answerCommitment, answerText } from '#app/domain/self-assessment/commands/write-draft.server.ts'
import { findAssessment, findDesk, listAssessments } from '#app/domain/self-assessment/queries.server.ts'
import { modelHash, modelText } from '#app/domain/self-assessment/view.ts'
import { SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import {
	AFTER_WINDOW,
	LAST_MINUTE,
	PLACE,
	aWrittenDraft,
	anOpenAssessment,
	answerAll,
	publishFinal,
} from '#tests/factories/self-assessment.ts'
import { as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const aComment = { body: 'The portal was not open in June.' }

function comment(recordId: string, body = aComment.body, now?: Date) {
	return leaveComment(as(database, 'monitor', now), { recordId, locale: 'en' }, { body })
}

test('a self-assessment goes from draft over comments and answers to a final version with its annex', async () => {
	const claim = await publishClaim(database)
	const before = await countsOf(database)
	const { recordId, version } = await anOpenAssessment(database)
	expect(version).toBe(1)
	expect(await countsOf(database)).toEqual({ ...before, leaves: before.leaves + 1 })
	expect(await findRecord(as(database, 'poc'), recordId)).toMatchObject({ matchesEntry: true })
	expect(await findReceipt(as(database, 'poc'), recordId)).toMatchObject({
		kind: 'self-assessment.published',
	})

	const draft = await findAssessment(as(database, 'monitor'), recordId)
	expect(draft).toMatchObject({ stage: 'COMMENT', isOpen: true, comments: [], commentClosesOn: '2026-07-29' })
	expect(draft.model.commitments[0]).toMatchObject({
		level: 'LIMITED',
		suggested: { level: 'SUBSTANTIAL', known: 1, total: 2 },
		milestones: [
			{ level: 'SUBSTANTIAL', claim: { recordId: claim.recordId } },
			{ level: null, claim: null },
		],
		evidence: [{ title: 'Portal', isProtected: false }],
	})

	expect(await comment(recordId)).toBe(1)
	expect((await findAssessment(as(database, 'owner'), recordId)).comments).toMatchObject([
		{ position: 1, on: '2026-07-15', author: null, body: aComment.body },
	])
	await answerAll(database)
	const final = await publishFinal(database)
	expect(final).toEqual({ recordId, version: 2 })
	const shown = await findAssessment(as(database, 'monitor', AFTER_WINDOW), recordId)
	expect(shown).toMatchObject({ stage: 'FINAL', isOpen: false, comments: null, versions: [2, 1] })
	expect(shown.model.comments).toEqual([
		{
			position: 1,
			on: '2026-07-15',
			author: null,
			organization: null,
			body: aComment.body,
			locale: 'en',
			disposition: 'PARTLY',
			answer: { en: null, id: 'Sebagian benar.', notTranslated: true },
		},
	])
	expect(await findRecord(as(database, 'poc'), recordId, 2)).toMatchObject({ matchesEntry: true })
})

test('nothing it says moves a claim or a finding', async () => {
	await publishClaim(database)
	const ctx = as(database, 'poc')
	const { commitments } = await findPlanRecord(ctx, 'plan')
	await anOpenAssessment(database)
	expect((await findPlanRecord(ctx, 'plan')).commitments).toEqual(commitments)
})

test('who reported nothing is named, and a contact is not published', async () => {
	await publishClaim(database)
	const { recordId } = await anOpenAssessment(database)
	const { model } = await findAssessment(as(database, 'monitor'), recordId)
	expect(model.reports).toMatchObject({
		expected: 4,
		filed: 1,
		missed: [
			{ checkpointCode: 'B03', institution: { en: 'The agency' }, milestones: [{ milestoneId: 'm1' }] },
			{ checkpointCode: 'B03', institution: { en: 'The other-agency' }, milestones: [{ milestoneId: 'm3' }] },
			{ checkpointCode: 'B06', institution: { en: 'The other-agency' }, milestones: [{ milestoneId: 'm3' }] },
		],
	})
	expect(JSON.stringify(model)).not.toContain('0800')
})

describe('what is frozen', () => {
	test('is the same bytes again, whatever is written, claimed or commented afterwards', async () => {
		const { recordId } = await anOpenAssessment(database)
		const stored = async () =>
			database.db.selfAssessment.findUniqueOrThrow({ where: { recordId_version: { recordId, version: 1 } } })
		const first = await stored()
		const rebuilt = modelText(SelfAssessmentModel.parse(JSON.parse(first.model)))
		expect(rebuilt).toBe(first.model)
		expect(modelHash(rebuilt)).toBe(first.modelHash)

		await publishClaim(database, 'COMPLETE')
		const changed = { textEn: 'Otherwise.', textId: 'Lain.' }
		await answerText(as(database, 'poc'), PLACE, { version: 1, section: 'LESSONS', ...changed })
		await comment(recordId)
		expect(await stored()).toEqual(first)
		const { model } = await findAssessment(as(database, 'monitor'), recordId, 1)
		expect(modelText(model)).toBe(first.model)
		expect(model.texts.find(({ section }) => section === 'LESSONS')?.text.en).toBe('About LESSONS.')
	})

	test('a correction of the final version is the next version, and the one before stays readable', async () => {
		const { recordId } = await anOpenAssessment(database)
		await publishFinal(database)
		const later = as(database, 'poc', AFTER_WINDOW)
		const changed = { textEn: 'Corrected.', textId: 'Dikoreksi.' }
		await answerText(later, PLACE, { version: 1, section: 'LESSONS', ...changed })
		expect(await publishFinal(database)).toEqual({ recordId, version: 3 })
		const old = await findAssessment(later, recordId, 2)
		expect(old.newest.version).toBe(3)
		expect(JSON.stringify(old.model)).toContain('About LESSONS.')
		expect(await listAssessments(later, 'plan')).toMatchObject([{ recordId, version: 3, stage: 'FINAL' }])
	})
})

describe('it becomes final', () => {
	test('not in the last minute of the window, and in the first minute after it', async () => {
		await anOpenAssessment(database)
		await expect(publishFinal(database, LAST_MINUTE)).rejects.toMatchObject({ reason: 'window_open' })
		expect(await publishFinal(database, AFTER_WINDOW)).toMatchObject({ version: 2 })
	})

	test('by the day of the member: in Makassar the same window ends an hour earlier', async () => {
		await database.db.member.update({ where: { id: 'example' }, data: { timeZone: 'Asia/Makassar' } })
		await anOpenAssessment(database)
		await expect(publishFinal(database, new Date('2026-07-29T15:59:59Z'))).rejects.toMatchObject({
			reason: 'window_open',
		})
		expect(await publishFinal(database, new Date('2026-07-29T16:00:00Z'))).toMatchObject({ version: 2 })
	})

	test('only when every comment has an answer', async () => {
		const { recordId } = await anOpenAssessment(database)
		await comment(recordId)
		await expect(publishFinal(database)).rejects.toMatchObject({ reason: 'comments_unanswered' })
		await answerAll(database, AFTER_WINDOW)
		expect(await publishFinal(database)).toMatchObject({ version: 2 })
	})

	test('never without having been open for comment', async () => {
		await aWrittenDraft(database)
		await expect(publishFinal(database)).rejects.toMatchObject({ reason: 'comment_not_opened' })
	})

	test('by a second person: whoever asked for it cannot publish it', async () => {
		await anOpenAssessment(database)
		const poc = as(database, 'poc', AFTER_WINDOW)
		await submitFinal(poc, PLACE, { version: (await findDesk(poc, PLACE)).version })
		const { version } = await findDesk(poc, PLACE)
		await expect(approveFinal(poc, PLACE, { version })).rejects.toMatchObject({ reason: 'same_person' })
	})

	test('as it was read: a change after the request takes the request back', async () => {
		await anOpenAssessment(database)
		const poc = as(database, 'poc', AFTER_WINDOW)
		await submitFinal(poc, PLACE, { version: (await findDesk(poc, PLACE)).version })
		const { version } = await findDesk(poc, PLACE)
		await answerText(poc, PLACE, { version: 1, section: 'LESSONS', textEn: 'New.', textId: 'Baru.' })
		await expect(
			approveFinal(as(database, 'secretariat', AFTER_WINDOW), PLACE, { version }),
		).rejects.toMatchObject({ reason: 'draft_not_submitted' })
	})

	test('once: the same button pressed again publishes nothing', async () => {
		await anOpenAssessment(database)
		const poc = as(database, 'poc', AFTER_WINDOW)
		await submitFinal(poc, PLACE, { version: (await findDesk(poc, PLACE)).version })
		const second = as(database, 'secretariat', AFTER_WINDOW)
		const { version } = await findDesk(second, PLACE)
		const answers = await Promise.allSettled([1, 2].map(() => approveFinal(second, PLACE, { version })))
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(await database.db.selfAssessment.count()).toBe(2)
	})
})

describe('it opens for comment', () => {
	test('once', async () => {
		await anOpenAssessment(database)
		const poc = as(database, 'poc')
		const { version } = await findDesk(poc, PLACE)
		await expect(openForComment(poc, PLACE, { version, days: 14 })).rejects.toMatchObject({
			reason: 'already_published',
		})
		expect(await database.db.selfAssessment.count()).toBe(1)
	})

	test('never for fewer days than the rule set asks, whatever the form says', async () => {
		await aWrittenDraft(database)
		const poc = as(database, 'poc')
		const { version } = await findDesk(poc, PLACE)
		const { recordId } = await openForComment(poc, PLACE, { version, days: 1 })
		expect(await findAssessment(poc, recordId)).toMatchObject({ commentClosesOn: '2026-07-29' })
	})

	test.each([
		['with a text in one language that nobody marked', { textId: 'Hanya ini.' }, 'draft_incomplete'],
		['with a text that is missing', {}, 'draft_incomplete'],
	])('not %s', async (_what, texts, reason) => {
		await aWrittenDraft(database)
		const poc = as(database, 'poc')
		await answerText(poc, PLACE, { version: 1, section: 'LESSONS', ...texts })
		const { version } = await findDesk(poc, PLACE)
		await expect(openForComment(poc, PLACE, { version, days: 14 })).rejects.toMatchObject({ reason })
		expect(await database.db.selfAssessment.count()).toBe(0)
	})

	test('with a text in one language that is said to stay so, and the frozen text says it', async () => {
		await aWrittenDraft(database)
		const poc = as(database, 'poc')
		const text = { textId: 'Hanya ini.', notTranslated: true }
		await answerText(poc, PLACE, { version: 1, section: 'LESSONS', ...text })
		const { version } = await findDesk(poc, PLACE)
		const { recordId } = await openForComment(poc, PLACE, { version, days: 14 })
		const { model } = await findAssessment(poc, recordId)
		expect(model.texts.find(({ section }) => section === 'LESSONS')?.text).toEqual({
			en: null,
			id: 'Hanya ini.',
			notTranslated: true,
		})
	})
})

describe('two people write', () => {
	test('different parts at the same time, and both stand', async () => {
		const lessons = { version: 0, section: 'LESSONS', textEn: 'One.' } as const
		const next = { version: 0, section: 'NEXT_STEPS', textEn: 'Two.' } as const
		await Promise.all([
			answerText(as(database, 'poc'), PLACE, lessons),
			answerText(as(database, 'secretariat'), PLACE, next),
		])
		const { answers } = await findDesk(as(database, 'poc'), PLACE)
		expect(answers.texts).toMatchObject({ LESSONS: { en: 'One.' }, NEXT_STEPS: { en: 'Two.' } })
	})

	test('the same part, and the second is told instead of overwriting the first', async () => {
		const text = { version: 0, section: 'LESSONS', textEn: 'One.' } as const
		await answerText(as(database, 'poc'), PLACE, text)
		await expect(
			answerText(as(database, 'secretariat'), PLACE, { ...text, textEn: 'Two.' }),
		).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	})

	test('nobody writes about a commitment of another plan', async () => {
		await expect(
			answerCommitment(as(database, 'poc'), PLACE, { version: 0, commitmentId: 'k9', level: 'LIMITED' }),
		).rejects.toMatchObject({ reason: 'not_found' })
	})
})
