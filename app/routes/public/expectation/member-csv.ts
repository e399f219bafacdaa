import { memberRows } from '#app/export/level-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { findStandingPage } from '#app/domain/standing/queries.server.ts'
import { withDifferences } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { levelFileQuery } from '#app/http/level-file.server.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'

/** The levels of one member on a day, with their history, as a table file. */
export const loader = guardedLoader('public', async (visit) => {
	const { on, say } = levelFileQuery(visit)
	const memberId = idFrom(visit.params.memberId)
	const page = await findStandingPage(visit.ctx, memberId, on)
	return withDifferences(visit, csvAnswer(writeCsv(memberRows(page, say)), `${memberId}-levels-${on}.csv`))
})
