import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { spokenChart } from '#app/charts/spoken-chart.ts'
import { chartHref } from '#app/components/charts/addresses.ts'
import { ChartShown, ChartTable } from '#app/components/charts/chart-block.tsx'
import { EmbedFrame } from '#app/components/embed/embed-frame.tsx'
import { embedMeta } from '#app/components/embed/embed-meta.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { findChart } from '#app/domain/chart/queries.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { chartFrom, subjectFrom } from '#app/http/chart-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** Any site may show it in a frame. */
export const handle = { framed: true }

export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const [code, subject] = [chartFrom(params.chart), subjectFrom(params.about)]
	await keepLists(ctx)
	return { chart: await findChart(ctx, code, subject) }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	embedMeta(params.lang, (say) => say(data ? `chart-name.${data.chart.figures.chart}` : 'charts.title'))

export default function EmbeddedChart() {
	const { chart } = useLoaderData<typeof loader>()
	const words = useWords()
	const { say, locale } = words
	const { figures, subject, name, member, asOfOn, ledgerSize } = chart
	const spoken = spokenChart(chart, words)
	return (
		<EmbedFrame
			about={name ? <TextIn text={name} /> : say('chart.about.SITE')}
			message={spoken.message}
			isDemonstration={member?.isDemonstration === true}
			href={chartHref(locale, figures.chart, subject)}
			state={{ on: asOfOn, size: ledgerSize }}
		>
			<ChartShown spoken={spoken} />
			<ChartTable id="chart" spoken={spoken} />
		</EmbedFrame>
	)
}
