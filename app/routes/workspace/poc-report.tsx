import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import { compiledHref } from '#app/components/workspace/addresses.ts'
import { CompileReport } from '#app/components/workspace/compile-report.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { CompileAnswer } from '#app/domain/report-kind/schema.ts'
import { sha256Of, snapshotId } from '#app/domain/report/rules.ts'
import { reportReadiness } from '#app/domain/report/queries.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { renderReport } from '#reports/plan-report/render.ts'

export const loader = guardedLoader(REPORT_ROLES, async (visit) =>
	workspacePage(visit, { readiness: await reportReadiness(visit.ctx, idFrom(visit.params.planId)) }),
)

export const action = guardedAction(REPORT_ROLES, (visit) => {
	const planId = idFrom(visit.params.planId)
	return answerForm(visit, CompileAnswer, async ({ report: name }) => {
		const making = { witness: await logWitness(visit), drawn: filesOf }
		const { recordId } = await compileReport(visit.ctx, { planId, name }, making)
		return compiledHref(visit.locale, recordId)
	})
})

/** The SHA-256 of the report's files in both languages. */
async function filesOf(model: ReportModel) {
	const snapshot = snapshotId(model)
	const hashOf = async (locale: Locale) =>
		sha256Of(await renderReport({ model, snapshotId: snapshot, locale }))
	return { en: await hashOf('en'), id: await hashOf('id') }
}

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('poc.report.title'))

export default function PocReport() {
	return <CompileReport {...useLoaderData<typeof loader>()} />
}
