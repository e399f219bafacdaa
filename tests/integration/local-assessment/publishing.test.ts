import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { judgementsOfCommitment } from '#app/domain/divergence/rules.ts'
import { findEvidence } from '#app/domain/evidence/queries.server.ts'
import { publishAssessment, signAssessment } from '#app/domain/local-assessment/commands/publish.server.ts'
import { addAnswerLink, answerPage } from '#app/domain/local-assessment/commands/write-draft.server.ts'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { listPlanObligations } from '#app/domain/obligation/queries.server.ts'
import { findPublishedAssessment } from '#app/domain/published-assessment/queries.server.ts'
import { isLate, shownPages } from '#app/domain/published-assessment/view.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import {
	END_OF_K1,
	END_OF_PLAN,
	answerAll,
	answeredForm,
	asSecondMember,
	storeLocalPlan,
} from '#tests/factories/local-assessment.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storeLocalPlan(database)
})
afterEach(() => database.close())

const body = () => as(database, 'monitoringBody')
const LINK = { kind: 'REPORT', url: 'https://example.org/report', title: 'Report' } as const

async function publishedEnd() {
	await addAnswerLink(body(), END_OF_K1, {
		...{ ...LINK, version: 0, part: { code: 'EOC_COMPLETION', commitmentId: null } },
	})
	const { version } = await answerAll(body(), END_OF_K1, { 'EOC_COMPLETION-answer': 'LIMITED' })
	await signAssessment(asSecondMember(database), END_OF_K1, { version })
	await signAssessment(body(), END_OF_K1, { version })
	return publishAssessment(body(), END_OF_K1, { version })
}

describe('sign-off', () => {
	test('what is not whole is neither signed nor published', async () => {
		const { pages } = await findDesk(body(), END_OF_K1)
		const [page] = pages
		if (!page) throw new Error('the assessment has pages')
		await answerPage(body(), END_OF_K1, { ...page, typed: answeredForm(page.questions, page.stamp) })
		for (const command of [signAssessment, publishAssessment])
			await expect(command(body(), END_OF_K1, { version: 1 })).rejects.toMatchObject({
				reason: 'draft_incomplete',
			})
	})

	test('whoever publishes has signed; the signature of another is not enough', async () => {
		const { version } = await answerAll(body(), END_OF_K1)
		await signAssessment(asSecondMember(database), END_OF_K1, { version })
		await expect(publishAssessment(body(), END_OF_K1, { version })).rejects.toMatchObject({
			reason: 'signature_missing',
		})
		expect(await database.db.localAssessment.count()).toBe(0)
	})

	test('a change after signing asks everyone to sign again', async () => {
		const { version } = await answerAll(body(), END_OF_K1)
		await signAssessment(body(), END_OF_K1, { version })
		const [page] = (await findDesk(body(), END_OF_K1)).pages
		if (!page) throw new Error('the assessment has pages')
		const typed = answeredForm(page.questions, page.stamp, { 'EOC_COMPLETION-answer': 'COMPLETE' })
		await answerPage(asSecondMember(database), END_OF_K1, { ...page, typed })
		const desk = await findDesk(body(), END_OF_K1)
		expect(desk.members.map(({ isSigned }) => isSigned)).toEqual([false, false])
		await expect(publishAssessment(body(), END_OF_K1, { version })).rejects.toMatchObject({
			reason: 'changed_meanwhile',
		})
	})
})

describe('the published assessment', () => {
	test('it is an act with its leaf, its evidence and a receipt, and says how many signed, not who', async () => {
		const { recordId } = await publishedEnd()
		const record = await findRecord(body(), recordId)
		expect(record).toMatchObject({
			matchesEntry: true,
			entry: { kind: 'local-assessment.published', actorOrganization: 'body' },
			content: { signedByCount: 2, assessedLevel: 'LIMITED', dueOn: '2028-01-31', commitmentId: 'k1' },
		})
		expect(JSON.stringify(record.content)).not.toMatch(/monitoringBody|secondMember|Person of|Second of/)
		expect(await findReceipt(body(), recordId)).toMatchObject({ kind: 'local-assessment.published' })
		expect(await database.db.localAssessmentDraft.count()).toBe(0)
		// Nor do the pages of those who write it carry what seals the act.
		expect((await findDesk(body(), END_OF_K1)).published).toEqual({
			...{ recordId, version: 1, signedByCount: 2 },
			publishedOn: '2026-07-15',
		})
		const [piece] = await database.db.evidence.findMany({ where: { recordId } })
		expect(piece).toMatchObject({ part: 'EOC_COMPLETION', url: LINK.url })
		expect(await findEvidence(body(), piece?.id ?? '')).toMatchObject({
			act: { kind: 'local-assessment.published', recordId },
			commitment: { id: 'k1' },
		})
	})

	test('everyone reads its answers in OGP’s order, each with its evidence', async () => {
		const { recordId } = await publishedEnd()
		const published = await findPublishedAssessment(body(), recordId)
		expect(isLate(published)).toBe(false)
		const pages = shownPages(published)
		expect(pages.map(({ section }) => section)).toEqual(['COMPLETION', 'OPENING', 'LESSONS'])
		expect(pages[0]?.answers[0]).toMatchObject({
			question: { code: 'EOC_COMPLETION', basis: 'OGP' },
			given: { answer: 'LIMITED' },
			evidence: [{ url: LINK.url, part: 'EOC_COMPLETION' }],
		})
	})

	test('its level is that of the fourth judge, beside the others', async () => {
		await publishedEnd()
		const { commitments } = await findPlanRecord(body(), 'plan')
		const [k1, k2] = commitments
		expect(k1 && judgementsOfCommitment(k1)).toMatchObject({
			assessed: { level: 'LIMITED' },
			verified: { level: null },
		})
		expect(k2 && judgementsOfCommitment(k2)).not.toHaveProperty('assessed.level', expect.anything())
	})

	test('a correction is the next version of the same record; both stay', async () => {
		const { recordId } = await publishedEnd()
		const { version } = await answerAll(body(), END_OF_K1, { 'EOC_COMPLETION-answer': 'SUBSTANTIAL' })
		await signAssessment(body(), END_OF_K1, { version })
		expect(await publishAssessment(body(), END_OF_K1, { version })).toEqual({ recordId, version: 2 })
		expect(await findPublishedAssessment(body(), recordId, 1)).toMatchObject({
			assessment: { level: 'LIMITED', signedByCount: 2 },
			newestVersion: 2,
		})
		expect(await findPublishedAssessment(body(), recordId)).toMatchObject({
			assessment: { level: 'SUBSTANTIAL', signedByCount: 1, evidence: [{ url: LINK.url }] },
		})
	})

	test('a second click on publish finds it published', async () => {
		const { version } = await answerAll(body(), END_OF_PLAN)
		await signAssessment(body(), END_OF_PLAN, { version })
		await publishAssessment(body(), END_OF_PLAN, { version })
		await expect(publishAssessment(body(), END_OF_PLAN, { version })).rejects.toMatchObject({
			reason: 'already_published',
		})
	})

	test.each([
		['2028-02-29T02:00:00Z', 'DONE_ON_TIME', 'on the last day'],
		['2028-03-01T02:00:00Z', 'DONE_LATE', 'a day later'],
	])('published at %s the obligation is %s: %s', async (at, state) => {
		const ctx = { ...body(), now: new Date(at) }
		const { version } = await answerAll(ctx, END_OF_PLAN)
		await signAssessment(ctx, END_OF_PLAN, { version })
		await publishAssessment(ctx, END_OF_PLAN, { version })
		const { obligations } = await listPlanObligations(ctx, 'plan')
		expect(obligations.find(({ code }) => code === 'END_OF_PLAN')).toMatchObject({ state, canBeShown: true })
		// After the plan's end the commitments that never were complete are asked for too.
		expect(obligations.filter(({ code }) => code === 'END_OF_COMMITMENT')).toMatchObject([
			{ subject: 'k1', dueOn: '2028-01-31', state: 'OVERDUE' },
			{ subject: 'k2', dueOn: '2028-01-31', state: 'OVERDUE' },
		])
	})
})
