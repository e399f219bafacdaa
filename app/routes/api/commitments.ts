import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listCommitmentsAfter } from '#app/domain/commitment-list/queries.server.ts'
import { CommitmentsAsked } from '#app/domain/commitment-list/schema.ts'
import { apiAnswer, apiListQuery, badQuery, partOfList } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { query, limit } = apiListQuery(visit, CommitmentsAsked)
	const { after, ...narrowing } = query
	await keepLists(visit.ctx)
	const items = await listCommitmentsAfter(visit.ctx, narrowing, { after, most: limit + 1 })
	if (items === null) throw badQuery(visit, ['after'])
	return apiAnswer(visit, partOfList(visit, items, limit))
})
