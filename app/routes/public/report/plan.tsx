import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planReportHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { ReportPage } from '#app/components/report/report-page.tsx'
import { useWords } from '#app/components/words.tsx'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { progressReportModel } from '#app/domain/report/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'

/** The progress report of a plan as the public record stands today. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale } = visit
	const record = await findPlanRecord(ctx, idFrom(params.planId))
	const asOfOn = dayIn(record.plan.member.timeZone, ctx.now)
	const model = progressReportModel(record, { asOfOn, ...(await logWitness(visit)) })
	const { blocks, frame } = progressReportDocument({ model, snapshotId: snapshotId(model), locale })
	const { id, title, member } = record.plan
	return { plan: { id, title, member }, blocks, title: frame.title }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('report.progress.kicker'))

export default function PlanReport() {
	const facts = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const files = (['pdf', 'docx'] as const).map((format) => ({
		href: planReportHref(locale, facts.plan.id, format),
		text: say(`report.page.${format}`),
	}))
	return <ReportPage {...facts} kicker={say('report.progress.kicker')} files={files} />
}
