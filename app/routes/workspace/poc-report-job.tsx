import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import { compiledHref } from '#app/components/workspace/addresses.ts'
import followJob from '#app/components/workspace/follow-job.ts?worker&url'
import { ReportJobPage } from '#app/components/workspace/report-job-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findReportJob } from '#app/domain/report-job/queries.server.ts'
import { isOpen } from '#app/domain/report-job/rules.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Where scripts run, the page follows the job by itself; elsewhere the browser loads it anew. */
export const handle = { scripts: followJob, reloads: true }

/** How the compiling of a report stands; once it is there, the report. */
export const loader = guardedLoader(REPORT_ROLES, async (visit) => {
	const job = await findReportJob(visit.ctx, idFrom(visit.params.jobId))
	if (job.recordId !== null) throw redirect(compiledHref(visit.locale, job.recordId))
	const progress = visit.load.reportWork.jobs.progressOf(job.id)
	return workspacePage(visit, { job, progress, isUnderWay: isOpen(job.state) })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('report-job.title'))

export default function PocReportJob() {
	return <ReportJobPage {...useLoaderData<typeof loader>()} />
}
