import { standingRows } from '#app/export/level-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { listAllStandings } from '#app/domain/standing/queries.server.ts'
import { withDifferences } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { levelFileQuery } from '#app/http/level-file.server.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'

/** The levels of all members on a day as a table file: codes, and words in the asked language. */
export const loader = guardedLoader('public', async (visit) => {
	const { on, say } = levelFileQuery(visit)
	const rows = await listAllStandings(visit.ctx, on)
	return withDifferences(visit, csvAnswer(writeCsv(standingRows(rows, say)), `expectations-${on}.csv`))
})
