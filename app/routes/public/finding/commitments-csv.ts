import { z } from 'zod'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listAllCommitments } from '#app/domain/commitment-list/queries.server.ts'
import { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import { foundRows } from '#app/export/found-rows.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { apiQuery, withDifferences } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'
import { sayIn } from '#app/i18n/translate.ts'

const Query = CommitmentsFilter.omit({ page: true }).extend({ lang: z.enum(['en', 'id']).optional() })

/** The commitments that were found as a table file: codes, and words in the asked language. */
export const loader = guardedLoader('public', async (visit) => {
	const { lang = 'en', ...filter } = apiQuery(visit, Query)
	await keepLists(visit.ctx)
	const rows = foundRows(await listAllCommitments(visit.ctx, filter), sayIn(lang))
	return withDifferences(visit, csvAnswer(writeCsv(rows), 'commitments.csv'))
})
