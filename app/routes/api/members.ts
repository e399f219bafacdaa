import { listMembers } from '#app/domain/member/queries.server.ts'
import { AFTER } from '#app/export/api/operations.ts'
import { apiAnswer, apiList, apiListQuery } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** The members of OGP that are here. */
export const loader = guardedLoader('public', async (visit) => {
	const { query, limit } = apiListQuery(visit, AFTER)
	return apiAnswer(visit, apiList(visit, await listMembers(visit.ctx), { after: query.after, limit }))
})
