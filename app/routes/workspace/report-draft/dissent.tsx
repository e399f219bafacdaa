import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { draftHref } from '#app/components/report-draft/addresses.ts'
import { DissentQuestion } from '#app/components/report-draft/dissent-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { attachDissent } from '#app/domain/report-draft/commands.server.ts'
import { findReportDraft } from '#app/domain/report-draft/queries.server.ts'
import { DissentAnswer } from '#app/domain/report-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader([...CSO_ROLES, 'MONITORING_BODY'], async (visit) => {
	const { model: _model, ...draft } = await findReportDraft(visit.ctx, idFrom(visit.params.draftId))
	return workspacePage(visit, { draft, recordId: randomUUID() })
})

export const action = guardedAction([...CSO_ROLES, 'MONITORING_BODY'], (visit) => {
	const draftId = idFrom(visit.params.draftId)
	return answerForm(visit, DissentAnswer, async (answer) => {
		await attachDissent(visit.ctx, { draftId, answer })
		return draftHref(visit.locale, draftId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('report-draft.dissent'))

export default function DissentFromDraft() {
	return <DissentQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
