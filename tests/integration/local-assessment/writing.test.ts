import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { listTasks } from '#app/domain/assessment-task/queries.server.ts'
import {
	addAnswerFile,
	addAnswerLink,
	answerPage,
	removeAnswerEvidence,
} from '#app/domain/local-assessment/commands/write-draft.server.ts'
import { findAnswer, findDesk, findPage } from '#app/domain/local-assessment/queries.server.ts'
import { answerCount } from '#app/domain/local-assessment/rules.ts'
import { sweepUploads } from '#app/domain/evidence/commands.server.ts'
import {
	END_OF_K1,
	END_OF_PLAN,
	INCEPTION,
	answerAll,
	answeredForm,
	asSecondMember,
	storeLocalPlan,
} from '#tests/factories/local-assessment.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { anUpload } from '#tests/factories/upload.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storeLocalPlan(database)
})
afterEach(() => database.close())

const body = () => as(database, 'monitoringBody')
const LINK = { kind: 'REPORT', url: 'https://example.org/report', title: 'Report' } as const
const LMR1 = { code: 'LMR1', commitmentId: null }

describe('what a body owes', () => {
	test('each commitment is due a month after the plan ends, the plan two months after', async () => {
		const [plan] = await listTasks(body())
		expect(
			plan?.tasks.map(({ place, dueOn, count }) => [place.kind, place.commitmentId, dueOn, count.of]),
		).toEqual([
			// The stored plan does not say when it was submitted.
			['INCEPTION', null, null, 4 + 6 + 2 * 5],
			['END_OF_COMMITMENT', 'k1', '2028-01-31', 12],
			['END_OF_COMMITMENT', 'k2', '2028-01-31', 12],
			['END_OF_PLAN', null, '2028-02-29', 7],
		])
	})

	test('the inception assessment asks of each commitment', async () => {
		const { pages } = await findDesk(body(), INCEPTION)
		expect(pages.map(({ section, commitmentId }) => [section, commitmentId])).toEqual([
			['CO_CREATION_REQUIRED', null],
			['CO_CREATION_RECOMMENDED', null],
			['DESIGN', 'k1'],
			['DESIGN', 'k2'],
		])
	})

	test('a national plan asks for nothing, and says so', async () => {
		const { LOCAL_CYCLE } = await import('#prisma/seed/cycle-rules.ts')
		const cycle = { ...LOCAL_CYCLE, obligations: [] }
		await withRules(database, { cycle })
		expect(await listTasks(body())).toMatchObject([{ isAsked: false, tasks: [] }])
		await expect(findDesk(body(), INCEPTION)).rejects.toMatchObject({ reason: 'plan_not_local' })
	})
})

describe('who may write', () => {
	test.each(['poc', 'officer', 'monitor', 'irm', 'admin'] as const)(
		'for %s the assessment does not exist',
		async (who) => {
			await expect(findDesk(as(database, who), INCEPTION)).rejects.toMatchObject({ reason: 'not_found' })
		},
	)

	test('who is also of the government of the member assesses nothing of it', async () => {
		const ctx = body()
		const both = {
			...ctx.actor,
			appointments: [
				...ctx.actor.appointments,
				{ role: 'POC' as const, organizationId: 'secretariat', memberId: 'example' },
			],
		}
		await expect(findDesk({ ...ctx, actor: both }, INCEPTION)).rejects.toMatchObject({
			reason: 'judge_and_judged',
		})
		expect(await listTasks({ ...ctx, actor: both })).toMatchObject([{ isOfGovernment: true, tasks: [] }])
	})

	test.each([
		['a commitment of no plan', { ...END_OF_K1, commitmentId: 'elsewhere' }],
		['a plan that is not there', { ...INCEPTION, planId: 'elsewhere' }],
	])('%s is not found', async (_what, place) => {
		await expect(findDesk(body(), place)).rejects.toMatchObject({ reason: 'not_found' })
	})
})

describe('writing together', () => {
	test('a page is saved as it was typed, whole or not', async () => {
		const { page } = await findPage(body(), END_OF_K1, { code: 'COMPLETION', commitmentId: null })
		const typed = { seen: page.stamp, 'EOC_COMPLETION-answer': 'LIMITED' }
		await answerPage(body(), END_OF_K1, { section: 'COMPLETION', commitmentId: null, typed })
		const desk = await findDesk(body(), END_OF_K1)
		expect(desk.pages[0]?.answers[0]).toMatchObject({
			given: { answer: 'LIMITED', explanationEn: null },
			fault: 'EXPLANATION_MISSING',
		})
		expect(answerCount(desk.pages)).toEqual({ done: 0, of: 12 })
	})

	test('two people on two pages do not hinder each other; on the same page the second is told', async () => {
		const { pages } = await findDesk(body(), INCEPTION)
		const [first, second] = pages
		if (!first || !second) throw new Error('an inception assessment has pages')
		await answerPage(body(), INCEPTION, { ...first, typed: answeredForm(first.questions, first.stamp) })
		await answerPage(asSecondMember(database), INCEPTION, {
			...second,
			typed: answeredForm(second.questions, second.stamp),
		})
		const other = answeredForm(first.questions, first.stamp, { 'LMR1-answer': 'NO' })
		await expect(
			answerPage(asSecondMember(database), INCEPTION, { ...first, typed: other }),
		).rejects.toMatchObject({ reason: 'changed_meanwhile' })
		const desk = await findDesk(body(), INCEPTION)
		expect(desk.pages[0]?.answers[0]?.given?.answer).toBe('YES')
		expect(answerCount(desk.pages)).toEqual({ done: 10, of: 20 })
	})

	test('the same click twice changes nothing', async () => {
		const before = await answerAll(body(), END_OF_PLAN)
		const [page] = before.pages
		if (!page) throw new Error('the assessment has pages')
		await answerPage(body(), END_OF_PLAN, { ...page, typed: answeredForm(page.questions, 'out of date') })
		expect((await findDesk(body(), END_OF_PLAN)).version).toBe(before.version)
	})
})

describe('evidence of an answer', () => {
	test('a link stands beside its question and can be taken out again', async () => {
		await addAnswerLink(body(), INCEPTION, { ...LINK, version: 0, part: LMR1 })
		const { desk } = await findAnswer(body(), INCEPTION, LMR1)
		expect(desk.pieces).toMatchObject([{ url: LINK.url, part: 'LMR1' }])
		await removeAnswerEvidence(body(), INCEPTION, { part: LMR1, version: desk.version, position: 0 })
		expect((await findDesk(body(), INCEPTION)).pieces).toEqual([])
	})

	test('an unknown question takes none', async () => {
		const part = { code: 'LMR9', commitmentId: null }
		await expect(addAnswerLink(body(), INCEPTION, { ...LINK, version: 0, part })).rejects.toMatchObject({
			reason: 'not_found',
		})
	})

	test('a fourth file is not taken, and files of a draft are kept from being swept', async () => {
		for (const at of [1, 2, 3, 4]) await anUpload(database, { id: `${at}`.repeat(32), who: 'monitoringBody' })
		const file = (at: number, version: number) =>
			addAnswerFile(body(), INCEPTION, {
				...{ kind: 'PHOTO', title: 'Photo', altText: 'A meeting', upload: `${at}`.repeat(32) },
				...{ version, part: LMR1 },
			})
		for (const at of [1, 2, 3]) await file(at, at - 1)
		expect((await findDesk(body(), INCEPTION)).files).toMatchObject({ most: 3, left: 0, bytes: 10 * 2 ** 20 })
		await expect(file(4, 3)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
		const files = { list: async function* () {}, remove: async () => {}, removePartial: async () => 0 }
		const later = { ...body(), now: new Date('2026-07-20T00:00:00Z') }
		expect(await sweepUploads(later, files)).toMatchObject({ uploads: 1 })
	})
})
