import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { PlanFilter } from '#app/domain/commitment/schema.ts'
import { apiAnswer, apiList, apiListQuery } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { query, limit } = apiListQuery(visit, PlanFilter)
	const { after, ...filter } = query
	return apiAnswer(visit, apiList(visit, await listPlans(visit.ctx, filter), { after, limit }))
})
