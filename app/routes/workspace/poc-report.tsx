import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import { compiledHref } from '#app/components/workspace/addresses.ts'
import { CompileReport } from '#app/components/workspace/compile-report.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { reportReadiness } from '#app/domain/report/queries.server.ts'
import { confirmForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(REPORT_ROLES, async (visit) =>
	workspacePage(visit, { readiness: await reportReadiness(visit.ctx, idFrom(visit.params.planId)) }),
)

export const action = guardedAction(REPORT_ROLES, (visit) => {
	const planId = idFrom(visit.params.planId)
	return confirmForm(visit, async () => {
		const { recordId } = await compileReport(visit.ctx, planId)
		return compiledHref(visit.locale, recordId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('poc.report.title'))

export default function PocReport() {
	return <CompileReport {...useLoaderData<typeof loader>()} />
}
