import { findPublishedFile } from '#app/domain/plan-file/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { PUBLISHED_NOTES, planFileAnswer } from '#app/http/plan-file-answer.server.ts'

/** A published plan in the form of the template, as CSV. */
export const loader = guardedLoader('public', async (visit) => {
	const found = await findPublishedFile(visit.ctx, idFrom(visit.params.planId))
	const name = `${found.file.plan.key}.csv` as const
	return planFileAnswer(visit, name, { ...found, isPublished: true, notes: PUBLISHED_NOTES })
})
