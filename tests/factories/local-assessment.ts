import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { NO_CHOICE, answersTo } from '#app/domain/assessment-question/rules.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { answerPage } from '#app/domain/local-assessment/commands/write-draft.server.ts'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { fieldOf } from '#app/domain/local-assessment/schema.ts'
import type { PageAnswer } from '#app/domain/local-assessment/schema.ts'
import type { AssessmentDesk, AssessmentPlace } from '#app/domain/local-assessment/view.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from './other-rules.ts'
import { as, storePlan } from './stored-plan.ts'

/** The three assessments of the stored plan. */
export const INCEPTION: AssessmentPlace = { planId: 'plan', kind: 'INCEPTION', commitmentId: null }
export const END_OF_K1: AssessmentPlace = { planId: 'plan', kind: 'END_OF_COMMITMENT', commitmentId: 'k1' }
export const END_OF_PLAN: AssessmentPlace = { planId: 'plan', kind: 'END_OF_PLAN', commitmentId: null }

/** The stored plan as a local one, with a Monitoring Body of two people. */
export async function storeLocalPlan(database: Database): Promise<void> {
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
	await database.db.person.create({
		data: {
			id: 'secondMember',
			organizationId: 'body',
			displayName: 'Second of body',
			email: 'b2@example.org',
		},
	})
	await database.db.appointment.createMany({
		data: ['monitoringBody', 'secondMember'].map((personId) => ({
			...{ id: `${personId}-body`, personId, organizationId: 'body', memberId: 'example' },
			...{ role: 'MONITORING_BODY', fromOn: '2026-01-01', untilOn: null },
		})),
	})
}

/** The world as the body's other member sees it. */
export function asSecondMember(database: Database): Context {
	const body = as(database, 'monitoringBody')
	return { ...body, actor: { ...body.actor, personId: 'secondMember' } }
}

/** What the form of a page sends when every question is answered. */
export function answeredForm(
	questions: readonly QuestionView[],
	seen: string,
	given: Readonly<Record<string, string | string[]>> = {},
): PageAnswer {
	const typed: Record<string, string | string[] | undefined> = { seen }
	for (const question of questions) {
		const { code, scale } = question
		const [first] = answersTo(question)
		if (scale !== 'TEXT') typed[fieldOf(code, 'answer')] = scale === 'CHOICES' ? [NO_CHOICE] : first
		typed[fieldOf(code, 'explanationEn')] = `Because of ${code}.`
		typed[fieldOf(code, 'references')] = 'Interview with an officer, 3 July 2026'
	}
	return { ...typed, ...given }
}

/** Answers every page of an assessment that is not answered yet. */
export async function answerAll(
	ctx: Context,
	place: AssessmentPlace,
	given: Readonly<Record<string, string | string[]>> = {},
): Promise<AssessmentDesk> {
	const { pages } = await findDesk(ctx, place)
	for (const { section, commitmentId, questions, stamp } of pages) {
		const own = Object.entries(given).filter(([name]) =>
			questions.some(({ code }) => name.startsWith(`${code}-`)),
		)
		const typed = answeredForm(questions, stamp, Object.fromEntries(own))
		await answerPage(ctx, place, { section, commitmentId, typed })
	}
	return findDesk(ctx, place)
}
