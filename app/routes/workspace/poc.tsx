import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import liveBars from '#app/components/charts/live-bars.tsx?worker&url'
import { PocDashboard } from '#app/components/workspace/poc-dashboard.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listPlansToReport, reportReadiness } from '#app/domain/report/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** The bars that answer to pointer and keys need a script; the page does not. */
export const handle = { scripts: liveBars }

export const loader = guardedLoader(REPORT_ROLES, async (visit) => {
	const [plan, ...others] = await listPlansToReport(visit.ctx)
	return workspacePage(visit, { readiness: plan ? await reportReadiness(visit.ctx, plan.id) : null, others })
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('poc.title'))

export default function Poc() {
	return <PocDashboard {...useLoaderData<typeof loader>()} />
}
