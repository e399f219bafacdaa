import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_DRAFT_ROLES, may } from '#app/access/policy.ts'
import { DraftPage } from '#app/components/report-draft/draft-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findReportDraft } from '#app/domain/report-draft/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { reportDocument } from '#reports/plan-report/render.ts'

/** A shared draft of a report, the same for everyone who may see it. */
export const loader = guardedLoader(REPORT_DRAFT_ROLES, async (visit) => {
	const { ctx, locale } = visit
	const { model, ...draft } = await findReportDraft(ctx, idFrom(visit.params.draftId))
	const { blocks, frame } = reportDocument({ model, snapshotId: draft.drawnHash, locale })
	const compiles = may(ctx.actor, 'report.compile', { memberId: draft.plan.member.id })
	return workspacePage(visit, { draft, blocks, title: frame.title, compiles })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('report-draft.title'))

export default function ReportDraft() {
	return <DraftPage {...useLoaderData<typeof loader>()} />
}
