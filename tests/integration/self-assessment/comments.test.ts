import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { answerComment, leaveComment } from '#app/domain/assessment-comment/commands.server.ts'
import { openForComment, submitFinal } from '#app/domain/self-assessment/commands/publish.server.ts'
import { answerText } from '#app/domain/self-assessment/commands/write-draft.server.ts'
import { findAssessment, findDesk, listDesks } from '#app/domain/self-assessment/queries.server.ts'
import { openCommentLimits } from '#app/http/comment-limits.server.ts'
import {
	AFTER_WINDOW,
	LAST_MINUTE,
	PLACE,
	aWrittenDraft,
	anOpenAssessment,
	answerAll,
	publishFinal,
} from '#tests/factories/self-assessment.ts'
import { MORNING, PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const WRITERS: readonly PersonName[] = ['poc', 'secretariat']
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !WRITERS.includes(who))

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const anyone = (now: Date = MORNING) => ({ ...as(database, 'monitor', now), actor: PUBLIC_ACTOR })
const say = (recordId: string, body: string, now?: Date) =>
	leaveComment(anyone(now), { recordId, locale: 'id' }, { body })

describe('anyone, without an account', () => {
	test('comments until the end of the last day in the zone of the member, and not a second longer', async () => {
		const { recordId } = await anOpenAssessment(database)
		expect(await say(recordId, 'Pertama.', LAST_MINUTE)).toBe(1)
		await expect(say(recordId, 'Terlambat.', AFTER_WINDOW)).rejects.toMatchObject({
			reason: 'comments_closed',
		})
		expect(await findAssessment(anyone(AFTER_WINDOW), recordId)).toMatchObject({
			isOpen: false,
			comments: [{ position: 1, on: '2026-07-29', body: 'Pertama.' }],
		})
	})

	test('who sends the same words twice has left one comment', async () => {
		const { recordId } = await anOpenAssessment(database)
		expect(await say(recordId, 'Sama.')).toBe(1)
		expect(await say(recordId, 'Sama.')).toBe(1)
		expect(await say(recordId, 'Lain.')).toBe(2)
	})

	test('at the same moment as others gets a number of their own', async () => {
		const { recordId } = await anOpenAssessment(database)
		const numbers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((body) => say(recordId, body)))
		expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5])
	})

	test('does not learn of a self-assessment that is only a draft', async () => {
		await aWrittenDraft(database)
		const { id } = await database.db.selfAssessmentDraft.findFirstOrThrow()
		await expect(say(id, 'Halo.')).rejects.toMatchObject({ reason: 'not_found' })
		await expect(findAssessment(anyone(), id)).rejects.toMatchObject({ reason: 'not_found' })
	})

	test('does not see answers before they are published with the final version', async () => {
		const { recordId } = await anOpenAssessment(database)
		await say(recordId, 'Halo.')
		await answerAll(database)
		const { comments } = await findAssessment(anyone(), recordId)
		expect(JSON.stringify(comments)).not.toMatch(/Sebagian|PARTLY/)
	})

	test('has to wait when too many comments come from one network; others do not', async () => {
		const limits = openCommentLimits(2)
		await limits.take('203.0.113.9')
		await limits.take('203.0.113.9')
		await expect(limits.take('203.0.113.9')).rejects.toMatchObject({ reason: 'too_many_comments' })
		await limits.take('198.51.100.1')
	})
})

test('a comment is kept as it was written, whatever it looks like', async () => {
	const { recordId } = await anOpenAssessment(database)
	const hostile = '<script>alert(1)</script> {{count}} \u0645\u0631\u062d\u0628\u0627 \u200f'
	await say(recordId, hostile)
	await answerAll(database)
	await publishFinal(database)
	const { model } = await findAssessment(anyone(AFTER_WINDOW), recordId)
	expect(model.comments?.[0]?.body).toBe(hostile)
})

describe('an answer', () => {
	test('is not written over by whoever did not see it', async () => {
		const { recordId } = await anOpenAssessment(database)
		await say(recordId, 'Halo.')
		const answer = { version: 1, disposition: 'ACCEPTED', answerEn: 'Yes.' } as const
		const comment = { place: PLACE, position: 1 }
		await answerComment(as(database, 'poc'), comment, answer)
		await expect(
			answerComment(as(database, 'secretariat'), comment, { ...answer, disposition: 'NOT_ACCEPTED' }),
		).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	})

	test('that is changed takes back the request for the final version', async () => {
		const { recordId } = await anOpenAssessment(database)
		await say(recordId, 'Halo.')
		await answerAll(database)
		const poc = as(database, 'poc', AFTER_WINDOW)
		await submitFinal(poc, PLACE, { version: (await findDesk(poc, PLACE)).version })
		await answerAll(database, AFTER_WINDOW)
		expect((await findDesk(poc, PLACE)).submitted).toBeNull()
	})

	test('to a comment that is not there is refused', async () => {
		await anOpenAssessment(database)
		const answer = { version: 1, disposition: 'ACCEPTED', answerEn: 'Yes.' } as const
		await expect(
			answerComment(as(database, 'poc'), { place: PLACE, position: 7 }, answer),
		).rejects.toMatchObject({ reason: 'not_found' })
	})
})

test('nobody but the point of contact and the secretariat of the member writes, reads or answers a draft', async () => {
	const { recordId } = await anOpenAssessment(database)
	await say(recordId, 'Halo.')
	const foreign = {
		...as(database, 'poc'),
		actor: {
			personId: 'poc',
			appointments: [{ role: 'POC' as const, organizationId: 'secretariat', memberId: 'elsewhere' }],
		},
	}
	const answer = { version: 1, disposition: 'ACCEPTED', answerEn: 'Yes.' } as const
	const before = await database.db.selfAssessmentDraft.findFirstOrThrow()
	for (const ctx of [...OTHERS.map((who) => as(database, who)), anyone(), foreign]) {
		const refused = { reason: 'not_allowed' }
		await expect(findDesk(ctx, PLACE)).rejects.toMatchObject(refused)
		await expect(listDesks(ctx, 'plan')).rejects.toMatchObject(refused)
		await expect(
			answerText(ctx, PLACE, { version: 1, section: 'LESSONS', textEn: 'Mine.' }),
		).rejects.toMatchObject(refused)
		await expect(answerComment(ctx, { place: PLACE, position: 1 }, answer)).rejects.toMatchObject(refused)
		await expect(submitFinal(ctx, PLACE, { version: before.version })).rejects.toMatchObject(refused)
		await expect(openForComment(ctx, PLACE, { version: before.version, days: 14 })).rejects.toMatchObject(
			refused,
		)
	}
	expect(await database.db.selfAssessmentDraft.findFirstOrThrow()).toEqual(before)
	expect(await database.db.selfAssessment.count()).toBe(1)
})
