import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { wordQuestion } from '#app/domain/assessment-question/commands.server.ts'
import {
	listNewestQuestions,
	listQuestions,
	newestQuestionSet,
} from '#app/domain/assessment-question/queries.server.ts'
import { QuestionWording } from '#app/domain/assessment-question/schema.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

const FIRST = 'ogp-local-2021.1'
const NEXT = 'ogp-local-2021.1-site-001'
const host = () => {
	const ctx = as(database, 'admin')
	const appointments = ctx.actor.appointments.map((one) => ({ ...one, memberId: null }))
	return { ...ctx, actor: { ...ctx.actor, appointments } }
}
const words = (over: object = {}) =>
	QuestionWording.parse({
		questionSet: FIRST,
		textEn: 'In plain words?',
		textId: 'Dengan kata sederhana?',
		...over,
	})
const questionIn = async (questionSet: string) =>
	(await listQuestions(database.db, { questionSet, kind: 'INCEPTION' })).find(({ code }) => code === 'LMR1')

test('a new wording is a new question set that new assessments answer; the old one stays as it was', async () => {
	const before = await questionIn(FIRST)
	expect(await wordQuestion(host(), 'LMR1', words())).toBe(NEXT)
	expect(await questionIn(FIRST)).toEqual(before)
	expect(await questionIn(NEXT)).toMatchObject({
		text: { en: 'In plain words?', id: 'Dengan kata sederhana?' },
		scale: before?.scale,
		position: before?.position,
		basis: before?.basis === 'OURS' ? 'OURS' : 'PRACTICE',
	})
	expect(await newestQuestionSet(database.db, 'INCEPTION')).toBe(NEXT)
	const counts = await database.db.assessmentQuestion.groupBy({ by: ['questionSet'], _count: true })
	expect(new Set(counts.map(({ _count }) => _count)).size).toBe(1)
})

test('only the question that was worded differs from the set before', async () => {
	const all = async () =>
		(await listNewestQuestions(host())).questions.map(({ questionSet: _set, ...question }) => question)
	const before = await all()
	await wordQuestion(host(), 'LMR1', words())
	const changed = (await all()).filter(
		(question, at) => JSON.stringify(question) !== JSON.stringify(before[at]),
	)
	expect(changed.map(({ code }) => code)).toEqual(['LMR1'])
})

test('the same words again make no set, and words for a set that is not the newest are refused', async () => {
	await wordQuestion(host(), 'LMR1', words())
	expect(await wordQuestion(host(), 'LMR1', words({ questionSet: NEXT }))).toBe(NEXT)
	await expect(wordQuestion(host(), 'LMR1', words())).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	await expect(wordQuestion(host(), 'NONE', words({ questionSet: NEXT }))).rejects.toMatchObject({
		reason: 'not_found',
	})
})

test('two people who word at the same moment make one set, and the second is told', async () => {
	const asked = ['One?', 'Other?'].map((textEn) => wordQuestion(host(), 'LMR1', words({ textEn })))
	const outcomes = await Promise.allSettled(asked)
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each(['admin', 'monitoringBody', 'poc', 'owner'] as const)(
	'%s does not word questions: they are the same for every member',
	async (who) => {
		await expect(wordQuestion(as(database, who), 'LMR1', words())).rejects.toMatchObject({
			reason: 'not_allowed',
		})
		expect(await newestQuestionSet(database.db, 'INCEPTION')).toBe(FIRST)
	},
)

test.each([
	['one language only', { textId: ' ' }, 'question.text-id.required'],
	['an explanation in one language only', { helpEn: 'Why?' }, 'question.help.both'],
])('%s is not taken', (_what, over, message) => {
	const faulty = { questionSet: FIRST, textEn: 'A?', textId: 'B?', ...over }
	expect(QuestionWording.safeParse(faulty).error?.issues.map((issue) => issue.message)).toContain(message)
})
