import type { Transaction } from '#app/domain/context.ts'
import type { AssessmentKind } from '#app/domain/local-assessment/rules.ts'
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
