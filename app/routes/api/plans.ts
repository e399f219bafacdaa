import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { PlanFilter } from '#app/domain/commitment/schema.ts'
import { apiAnswer, apiList, apiQuery } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { after, ...filter } = apiQuery(visit, PlanFilter)
	return apiAnswer(visit, apiList(visit, await listPlans(visit.ctx, filter), after))
})
