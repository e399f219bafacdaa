import { REPORT_DRAFT_ROLES } from '#app/access/policy.ts'
import { findReportDraft } from '#app/domain/report-draft/queries.server.ts'
import { reportName } from '#app/domain/report-kind/rules.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'

/** A shared draft of a report, marked as one: `<id of the draft>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader(REPORT_DRAFT_ROLES, (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const draftId = idFrom(asked.name)
	return reportAnswer(visit, asked, async () => {
		const { plan, asOfOn, model, drawnHash } = await findReportDraft(visit.ctx, draftId)
		return {
			drawing: {
				kind: 'plan-report',
				input: { model, snapshotId: drawnHash, locale: asked.locale },
			},
			fileName: `draft-${plan.id}-${reportName(model)}-${asOfOn}`,
		}
	})
})
