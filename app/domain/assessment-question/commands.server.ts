import { membersOf } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { newestSetOfAll } from './queries.server.ts'
import { basisOfNewWording, nextQuestionSet } from './rules.ts'
import type { QuestionWording } from './schema.ts'

/**
 * Words a question anew, for assessments that begin from now on: the whole set is written again under the next name.
 * What was begun or published answers the set that it names, as it was. The same words again change nothing.
 *
 * Refuses  with `not_allowed` for whoever does not run the whole site, `not_found`, `changed_meanwhile`.
 * Returns  the name of the set that new assessments answer.
 */
export async function wordQuestion(ctx: Context, code: string, answer: QuestionWording): Promise<string> {
	if (!membersOf(ctx.actor, ['INSTANCE_ADMIN']).includes(null)) throw new Refusal('not_allowed')
	const { questionSet, textEn, textId } = answer
	const wording = { textEn, textId, helpEn: answer.helpEn || null, helpId: answer.helpId || null }
	return ctx.db.$transaction(async (tx) => {
		// Whoever words another question at the same moment waits here, and then finds a newer set.
		await tx.$queryRawUnsafe(
			'SELECT "code" FROM "AssessmentQuestion" WHERE "questionSet" = $1 FOR UPDATE',
			questionSet,
		)
		if ((await newestSetOfAll(tx)) !== questionSet) throw new Refusal('changed_meanwhile')
		const rows = await tx.assessmentQuestion.findMany({ where: { questionSet } })
		const before = rows.find((row) => row.code === code)
		if (!before) throw new Refusal('not_found')
		const isSame = (['textEn', 'textId', 'helpEn', 'helpId'] as const).every(
			(field) => before[field] === wording[field],
		)
		if (isSame) return questionSet
		const next = nextQuestionSet(questionSet)
		await tx.assessmentQuestion.createMany({
			data: rows.map(({ choices, ...row }) => ({
				...row,
				choices: choices ?? [],
				questionSet: next,
				...(row.code === code ? { ...wording, basis: basisOfNewWording(row.basis) } : {}),
			})),
		})
		return next
	})
}
