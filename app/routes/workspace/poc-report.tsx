import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import { reportJobHref } from '#app/components/workspace/addresses.ts'
import { CompileReport } from '#app/components/workspace/compile-report.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listPlanDrafts } from '#app/domain/report-draft/queries.server.ts'
import { askForReport } from '#app/domain/report-job/commands.server.ts'
import { CompileAnswer } from '#app/domain/report-kind/schema.ts'
import { findReportToday, reportReadiness } from '#app/domain/report/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { missingInReport } from '#reports/plan-report/letters.ts'

export const loader = guardedLoader(REPORT_ROLES, async (visit) => {
	const planId = idFrom(visit.params.planId)
	const readiness = await reportReadiness(visit.ctx, planId)
	// The progress report has every text that the others have.
	const letters = missingInReport(await findReportToday(visit.ctx, { planId }, {}))
	const drafts = await listPlanDrafts(visit.ctx, planId)
	return workspacePage(visit, { readiness, drafts, letters })
})

export const action = confirmedAction(REPORT_ROLES, (visit) => {
	const planId = idFrom(visit.params.planId)
	return answerForm(visit, CompileAnswer, async ({ report: name }) => {
		const jobId = await askForReport(visit.ctx, { planId, name })
		visit.load.reportWork.jobs.wake()
		return reportJobHref(visit.locale, jobId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('poc.report.title'))

export default function PocReport() {
	return <CompileReport {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
