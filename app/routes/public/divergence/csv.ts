import { writeCsv } from '#app/export/write-csv.ts'
import { divergenceRows } from '#app/export/divergence-rows.ts'
import { listDivergences } from '#app/domain/divergence-list/queries.server.ts'
import { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import { apiQuery, withDifferences } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { z } from 'zod'

const Query = DivergenceFilter.omit({ after: true }).extend({ lang: z.enum(['en', 'id']).optional() })

/** The list of claims and independent findings as a table file: codes, and words in the asked language. */
export const loader = guardedLoader('public', async (visit) => {
	const { lang, ...filter } = apiQuery(visit, Query)
	const { lines } = await listDivergences(visit.ctx, filter)
	const say = sayIn(lang !== undefined && isLocale(lang) ? lang : 'en')
	return withDifferences(visit, csvAnswer(writeCsv(divergenceRows(lines, say)), 'divergence.csv'))
})
