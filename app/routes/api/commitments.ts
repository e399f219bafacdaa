import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listCommitmentsAfter } from '#app/domain/commitment-list/queries.server.ts'
import { CommitmentsAsked } from '#app/domain/commitment-list/schema.ts'
import { PAGE_SIZE, apiAnswer, apiQuery, badQuery, partOfList } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { after, ...narrowing } = apiQuery(visit, CommitmentsAsked)
	await keepLists(visit.ctx)
	const items = await listCommitmentsAfter(visit.ctx, narrowing, { after, most: PAGE_SIZE + 1 })
	if (items === null) throw badQuery(visit, ['after'])
	return apiAnswer(visit, partOfList(visit, items))
})
