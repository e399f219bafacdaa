import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { REPORT_ROLES } from '#app/access/policy.ts'
import { draftHref } from '#app/components/report-draft/addresses.ts'
import { OpenRound } from '#app/components/report-draft/open-round.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { openRound } from '#app/domain/report-draft/commands.server.ts'
import { findRoundQuestion } from '#app/domain/report-draft/queries.server.ts'
import { RoundAnswer } from '#app/domain/report-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'

export const loader = guardedLoader(REPORT_ROLES, async (visit) =>
	workspacePage(visit, { question: await findRoundQuestion(visit.ctx, idFrom(visit.params.planId)) }),
)

export const action = guardedAction(REPORT_ROLES, (visit) => {
	const planId = idFrom(visit.params.planId)
	return answerForm(visit, RoundAnswer, async (answer) => {
		const witness = await logWitness(visit)
		return draftHref(visit.locale, await openRound(visit.ctx, { planId, answer, witness }))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('report-draft.open.title'))

export default function OpenReportDraft() {
	return <OpenRound {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
