import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { plansHref } from '#app/components/addresses.ts'
import { AmendmentHistory } from '#app/components/amendment/amendment-facts.tsx'
import { CommitmentTable } from '#app/components/commitment/commitment-table.tsx'
import { PublishedAssessments } from '#app/components/assessment/published-list.tsx'
import { CiteThis } from '#app/components/citation/cite-this.tsx'
import { CompletionChart } from '#app/components/charts/completion-chart.tsx'
import { describedMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { planDownloads } from '#app/components/plan/plan-downloads.ts'
import { CompiledReports } from '#app/components/plan/compiled-reports.tsx'
import { PlanFacts } from '#app/components/plan/plan-facts.tsx'
import { PlanWaysOn } from '#app/components/plan/plan-ways-on.tsx'
import { ProcessFindings } from '#app/components/plan/process-findings.tsx'
import { PlanSummary } from '#app/components/plan/plan-summary.tsx'
import { ChangeMap } from '#app/components/register/change-map.tsx'
import { UnreadableActs } from '#app/components/record/unreadable-acts.tsx'
import { ThreadSummary } from '#app/components/reply/thread-summary.tsx'
import { AssessmentList } from '#app/components/self-assessment/assessment-list.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { commitmentRows, lastActOn } from '#app/domain/divergence/view.ts'
import { countStates, threadLines } from '#app/domain/finding-thread/view.ts'
import { findProcessFinding } from '#app/domain/process-finding/queries.server.ts'
import { listReports } from '#app/domain/report/queries.server.ts'
import { listChangeParts } from '#app/domain/theory-of-change/queries.server.ts'
import { listAssessments, listUnreadableAssessments } from '#app/domain/self-assessment/queries.server.ts'
import { citationOfText } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale } = visit
	const record = await findPlanRecord(ctx, idFrom(params.planId))
	const today = dayIn(record.plan.member.timeZone, ctx.now)
	const rows = commitmentRows(record, today)
	return {
		citation: await citationOfText(visit, 'PLAN', { ...record.plan, by: record.plan.member.name }),
		plan: record.plan,
		amendments: record.amendments,
		ruleSet: record.ruleSet,
		title: textIn(record.plan.title, locale)?.text ?? record.plan.id,
		rows,
		unreadable: [...(record.unreadable ?? []), ...(await listUnreadableAssessments(ctx, record.plan.id))],
		figures: planFigures(record, today),
		threads: countStates(threadLines(record, today)),
		local: [...(record.assessments ?? []), ...rows.flatMap(({ commitment }) => commitment.assessments ?? [])],
		reports: await listReports(ctx, record.plan.id),
		assessments: await listAssessments(ctx, record.plan.id),
		changeParts: await listChangeParts(ctx, { memberId: record.plan.member.id, planId: record.plan.id }),
		processFinding: await findProcessFinding(ctx, record.plan.id),
		today,
		lastUpdated: { on: lastActOn(rows), ledgerSize: record.ledgerSize },
	}
})

export const handle = { card: 'plans' }

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	describedMeta(params.lang, (say) => ({
		title: data?.title ?? say('plans.title'),
		description: say('plan.description-of', { title: data?.title ?? '' }),
	}))

export default function Plan() {
	const { plan, amendments, unreadable, ruleSet, title, rows, figures, ...shown } =
		useLoaderData<typeof loader>()
	const { reports, assessments, local, changeParts, processFinding, threads, today, lastUpdated, citation } =
		shown
	const words = useWords()
	const { say, locale } = words
	return (
		<Page
			member={plan.member}
			breadcrumbs={[{ text: say('plans.title'), href: plansHref(locale) }]}
			lastUpdated={lastUpdated}
		>
			<PageTitle caption={say('plan.caption')} text={title}>
				<TextIn text={plan.title} />
			</PageTitle>
			<UnreadableActs acts={unreadable} commitments={rows.map((row) => row.commitment)} />
			<PlanSummary figures={figures} />
			<ThreadSummary counts={threads} />
			<PlanWaysOn planId={plan.id} />
			<CompletionChart
				id="completion"
				figures={figures}
				source={plan.origin.source}
				asOfOn={today}
				downloads={planDownloads(plan.id, words)}
			/>
			<CommitmentTable id="commitments" caption={say('plan.commitments')} rows={rows} />
			<h2 className="govuk-heading-l">{say('plan.facts')}</h2>
			<PlanFacts plan={plan} ruleSet={ruleSet} />
			<ProcessFindings finding={processFinding} />
			<ChangeMap parts={changeParts} />
			<AssessmentList assessments={assessments} today={today} />
			<PublishedAssessments of="plan" by={plan.member} assessments={local} />
			<AmendmentHistory amendments={amendments} />
			<CompiledReports reports={reports} />
			<CiteThis citation={citation} />
		</Page>
	)
}
