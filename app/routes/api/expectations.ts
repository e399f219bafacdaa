import { listAllStandings } from '#app/domain/standing/queries.server.ts'
import { apiAnswer, apiList } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { levelListQuery } from '#app/http/level-file.server.ts'

/** The five expectations of every member on a day. */
export const loader = guardedLoader('public', async (visit) => {
	const { on, after, limit } = levelListQuery(visit)
	const rows = await listAllStandings(visit.ctx, on)
	const items = rows.map(({ member, standing }) => ({ id: member.id, member, ...standing }))
	return apiAnswer(visit, { asOfOn: on, ...apiList(visit, items, { after, limit }) })
})
