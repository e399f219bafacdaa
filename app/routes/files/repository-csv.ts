import { findRepositoryIndex } from '#app/domain/repository-index/queries.server.ts'
import { repositoryRows } from '#app/export/repository-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { withDifferences } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'

/** The documents of a member as a table file. */
export const loader = guardedLoader('public', async (visit) => {
	const index = await findRepositoryIndex(visit.ctx, idFrom(visit.params.memberId))
	const name = `${index.member.id}-documents-${index.asOfOn}.csv`
	return withDifferences(visit, csvAnswer(writeCsv(repositoryRows(index)), name))
})
