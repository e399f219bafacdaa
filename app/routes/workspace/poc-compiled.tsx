import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import { CompiledReport } from '#app/components/workspace/compiled-report.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCompiled } from '#app/domain/report/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { receiptFacts } from '#app/http/receipt-facts.server.ts'

export const loader = guardedLoader(REPORT_ROLES, async (visit) => {
	const recordId = idFrom(visit.params.recordId)
	const report = await findCompiled(visit.ctx, recordId)
	return workspacePage(visit, { report, proof: await receiptFacts(visit, recordId) })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('poc.compiled.title'))

export default function PocCompiled() {
	return <CompiledReport {...useLoaderData<typeof loader>()} />
}
