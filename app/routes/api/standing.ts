import { findStandingPage } from '#app/domain/standing/queries.server.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { levelFileQuery } from '#app/http/level-file.server.ts'

/** The five expectations of one member on a day, with what each commitment passes, their history and what was stored. */
export const loader = guardedLoader('public', async (visit) => {
	const { on } = levelFileQuery(visit)
	const page = await findStandingPage(visit.ctx, idFrom(visit.params.memberId), on)
	const { member, standing, commitmentTests, remarks, history, snapshots } = page
	return apiAnswer(visit, { member, ...standing, commitmentTests, remarks, history, snapshots })
})
