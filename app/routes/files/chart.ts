import { chartHref } from '#app/components/charts/addresses.ts'
import { findChart } from '#app/domain/chart/queries.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { chartFileAnswer } from '#app/http/chart-file.server.ts'
import { chartFileFrom, chartFrom, subjectFrom } from '#app/http/chart-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** A file of a chart: its table, its drawing, or the whole as a snapshot. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const [code, subject] = [chartFrom(params.chart), subjectFrom(params.about)]
	const { locale, kind } = chartFileFrom(params.file)
	await keepLists(ctx)
	const chart = await findChart(ctx, code, subject)
	return chartFileAnswer(visit, { chart, locale, kind, path: chartHref(locale, code, subject) })
})
