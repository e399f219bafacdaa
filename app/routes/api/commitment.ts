import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { threadStates } from '#app/domain/finding-thread/view.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const { row, plan, unreadable, asOfOn } = await findCommitment(ctx, idFrom(params.commitmentId))
	const { commitment, ...rest } = row
	const left = unreadable.length === 0 ? {} : { unreadable }
	const threads = threadStates({ commitments: [commitment] }, asOfOn)
	return apiAnswer(visit, { ...commitment, ...rest, ...left, threads, asOfOn, plan })
})
