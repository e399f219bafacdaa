import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { ChartBlock } from '#app/components/charts/chart-block.tsx'
import { CompletionChart } from '#app/components/charts/completion-chart.tsx'
import { CommitmentTable } from '#app/components/commitment/commitment-table.tsx'
import { CommitmentFilterForm } from '#app/components/dashboard/commitment-filter-form.tsx'
import { DivergenceList } from '#app/components/dashboard/divergence-list.tsx'
import { divergenceHref } from '#app/components/divergence/addresses.ts'
import { FigureList } from '#app/components/dashboard/figure-list.tsx'
import { OverdueTable } from '#app/components/dashboard/overdue-table.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { planDownloads } from '#app/components/plan/plan-downloads.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { UnreadableActs } from '#app/components/record/unreadable-acts.tsx'
import { FixRateList } from '#app/components/reply/fix-rate-list.tsx'
import { ThreadTable } from '#app/components/reply/thread-table.tsx'
import { useWords } from '#app/components/words.tsx'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CommitmentFilter } from '#app/domain/commitment/schema.ts'
import { commitmentRows, lastActOn, recordOfRows, rowsMatching } from '#app/domain/divergence/view.ts'
import { threadLines } from '#app/domain/finding-thread/view.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import { planChartViews } from '#app/domain/chart/rules.ts'
import { chartsOf } from '#app/domain/chart/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url, locale, load }) => {
	const record = await findPlanRecord(ctx, idFrom(params.planId))
	const today = dayIn(record.plan.member.timeZone, ctx.now)
	const { value: filter, notUnderstood } = readQuery(url, CommitmentFilter)
	const all = commitmentRows(record, today)
	const rows = rowsMatching(all, filter)
	return {
		plan: record.plan,
		unreadable: record.unreadable ?? [],
		title: textIn(record.plan.title, locale)?.text ?? record.plan.id,
		rows,
		total: all.length,
		filter,
		notUnderstood,
		figures: planFigures(recordOfRows(record, rows), today),
		fixRate: fixRateOf(recordOfRows(record, rows), today),
		threads: threadLines(recordOfRows(record, rows), today),
		today,
		// They are about the whole plan: beside a part of it they would say something else than its figures.
		charts: rows.length === all.length ? planChartViews(chartsOf('PLAN'), record, today) : [],
		baseUrl: load.config.baseUrl.replace(/\/+$/, ''),
		lastUpdated: { on: lastActOn(all), ledgerSize: record.ledgerSize },
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('dashboard.title', { plan: data?.title ?? '' }))

export default function Dashboard() {
	const { plan, title, unreadable, rows, total, filter, notUnderstood, figures, ...shown } =
		useLoaderData<typeof loader>()
	const { fixRate, threads, today, lastUpdated, charts, baseUrl } = shown
	const { say, locale, format } = useWords()
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: title, href: planHref(locale, plan.id) },
			]}
			lastUpdated={lastUpdated}
		>
			<PageTitle caption={title}>{say('dashboard.heading')}</PageTitle>
			<UnreadableActs acts={unreadable} commitments={rows.map((row) => row.commitment)} />
			<NotUnderstood parts={notUnderstood} />
			<CommitmentFilterForm planId={plan.id} filter={filter} />
			<p className="govuk-body" role="status">
				{say('dashboard.count', { shown: format.count(rows.length), total: format.count(total) })}
			</p>
			<FigureList figures={figures} />
			{charts.length === 0 ? <PartChart plan={plan} figures={figures} today={today} /> : null}
			{charts.map((chart) => (
				<ChartBlock key={chart.figures.chart} chart={chart} baseUrl={baseUrl} />
			))}
			<DivergenceList rows={rows} divergences={figures.divergences} />
			<p className="govuk-body">
				<a className="govuk-link" href={divergenceHref(locale, { plan: plan.id })}>
					{say('divergence.link')}
				</a>
			</p>
			<FixRateList fixRate={fixRate} />
			<ThreadTable id="threads" lines={threads} today={today} />
			<OverdueTable rows={rows} overdue={figures.overdue} />
			<CommitmentTable id="commitments" caption={say('plan.commitments')} rows={rows} />
		</Page>
	)
}

type PartProps = { plan: PlanView; figures: PlanFigures; today: CalendarDay }

/** The chart of the commitments that a reader chose: it has no address of its own. */
function PartChart({ plan, figures, today }: PartProps) {
	const words = useWords()
	return (
		<CompletionChart
			id="completion"
			figures={figures}
			source={plan.origin.source}
			asOfOn={today}
			downloads={planDownloads(plan.id, words)}
		/>
	)
}
