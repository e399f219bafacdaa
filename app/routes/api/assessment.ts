import { findPublishedAssessment } from '#app/domain/published-assessment/queries.server.ts'
import { isLate } from '#app/domain/published-assessment/view.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'

/** One version of a Monitoring Body's assessment, with the questions that it answers. */
export const loader = guardedLoader('public', async (visit) => {
	const id = idFrom(visit.params.recordId)
	const published = await findPublishedAssessment(visit.ctx, id, versionFrom(visit.url))
	const { assessment, ...rest } = published
	return apiAnswer(visit, { ...assessment, isLate: isLate(published), ...rest })
})
