import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { chartHref, dashboardOf } from '#app/components/charts/addresses.ts'
import { ChartBlock } from '#app/components/charts/chart-block.tsx'
import { oembedMeta } from '#app/components/embed/oembed-meta.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { findChart } from '#app/domain/chart/queries.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { chartFrom, subjectFrom } from '#app/http/chart-from.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { isLocale } from '#app/i18n/locale.ts'

export const loader = guardedLoader('public', async ({ ctx, params, load }) => {
	const [code, subject] = [chartFrom(params.chart), subjectFrom(params.about)]
	await keepLists(ctx)
	return { chart: await findChart(ctx, code, subject), baseUrl: load.config.baseUrl.replace(/\/+$/, '') }
})

export const meta: MetaFunction<typeof loader> = ({ data, params, matches }) => {
	if (!data || !isLocale(params.lang)) return pageMeta(params.lang, (say) => say('charts.title'))
	const { figures, subject } = data.chart
	return [
		...pageMeta(params.lang, (say) => say(`chart-name.${figures.chart}`)),
		...oembedMeta(matches, chartHref(params.lang, figures.chart, subject)),
	]
}

export default function Chart() {
	const { chart, baseUrl } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const { subject, name, member, figures, ledgerSize, asOfOn } = chart
	return (
		<Page
			member={member}
			breadcrumbs={[{ text: say('chart.back.dashboard'), href: dashboardOf(locale, subject) }]}
			lastUpdated={{ on: asOfOn, ledgerSize }}
		>
			<PageTitle caption={name ? <TextIn text={name} /> : say('chart.about.SITE')}>
				{say(`chart-name.${figures.chart}`)}
			</PageTitle>
			<ChartBlock chart={chart} baseUrl={baseUrl} />
		</Page>
	)
}
