import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const { row, plan, asOfOn } = await findCommitment(ctx, idFrom(params.commitmentId))
	const { commitment, ...rest } = row
	return apiAnswer(visit, { ...commitment, ...rest, asOfOn, plan })
})
