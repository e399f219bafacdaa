import { listDivergences } from '#app/domain/divergence-list/queries.server.ts'
import { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import { apiAnswer, apiList, apiListQuery } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { query, limit } = apiListQuery(visit, DivergenceFilter)
	const { after, ...filter } = query
	const { lines, summary } = await listDivergences(visit.ctx, filter)
	return apiAnswer(visit, { ...apiList(visit, lines, { after, limit }), summary })
})
