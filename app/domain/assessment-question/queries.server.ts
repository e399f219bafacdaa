import { membersOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { ASSESSMENT_KINDS } from '#app/domain/local-assessment/rules.ts'
import type { AssessmentKind } from '#app/domain/local-assessment/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { questionView } from './view.ts'
import type { QuestionView } from './view.ts'

/** The question set that new assessments of a kind answer: the newest, by its name. Null where there is none. */
export async function newestQuestionSet(db: Transaction, kind: AssessmentKind): Promise<string | null> {
	const newest = await db.assessmentQuestion.findFirst({
		where: { assessmentKind: kind },
		orderBy: { questionSet: 'desc' },
		select: { questionSet: true },
	})
	return newest?.questionSet ?? null
}

/** The questions of a kind in one question set, in OGP's order. */
export async function listQuestions(
	db: Transaction,
	{ questionSet, kind }: { readonly questionSet: string; readonly kind: AssessmentKind },
): Promise<readonly QuestionView[]> {
	const rows = await db.assessmentQuestion.findMany({
		where: { questionSet, assessmentKind: kind },
		orderBy: { position: 'asc' },
	})
	return rows.map(questionView)
}

/** The newest question set of this site, by its name; an empty text where there is none. */
export async function newestSetOfAll(db: Transaction): Promise<string> {
	const newest = await db.assessmentQuestion.findFirst({
		orderBy: { questionSet: 'desc' },
		select: { questionSet: true },
	})
	return newest?.questionSet ?? ''
}

/**
 * The questions that assessments are asked from now on, for the host; `mayWord`: whether the actor runs the whole site,
 * and not that of one member only. Refuses with `not_allowed`.
 */
export async function listNewestQuestions(
	ctx: Context,
): Promise<{ readonly questions: readonly QuestionView[]; readonly mayWord: boolean }> {
	const hostedFor = membersOf(ctx.actor, ['INSTANCE_ADMIN'])
	if (hostedFor.length === 0) throw new Refusal('not_allowed')
	const questionSet = await newestSetOfAll(ctx.db)
	const rows = await ctx.db.assessmentQuestion.findMany({ where: { questionSet } })
	const views = rows.map(questionView)
	const orderOf = ({ kind }: QuestionView) => ASSESSMENT_KINDS.indexOf(kind)
	const questions = views.sort((a, b) => orderOf(a) - orderOf(b) || a.position - b.position)
	return { questions, mayWord: hostedFor.includes(null) }
}

/** One of them, for whoever runs the whole site. Refuses with `not_allowed`, `not_found`. */
export async function findNewestQuestion(ctx: Context, code: string): Promise<QuestionView> {
	const { questions, mayWord } = await listNewestQuestions(ctx)
	if (!mayWord) throw new Refusal('not_allowed')
	const found = questions.find((question) => question.code === code)
	if (!found) throw new Refusal('not_found')
	return found
}
