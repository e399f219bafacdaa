import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { DecisionQuestion } from '#app/components/reply/decision-question.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishDecision } from '#app/domain/verifier-decision/commands.server.ts'
import { findDecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import { DecisionAnswer } from '#app/domain/verifier-decision/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDecisionDesk(visit.ctx, idFrom(visit.params.recordId)) }),
)

export const action = confirmedAction(CSO_ROLES, (visit) =>
	answerForm(visit, DecisionAnswer, async (answer) => {
		const { recordId } = await publishDecision(visit.ctx, idFrom(visit.params.recordId), answer)
		return receiptHref(visit.locale, recordId)
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('decision.title'))

export default function DecisionPublish() {
	const { desk, person } = useLoaderData<typeof loader>()
	return <DecisionQuestion desk={desk} person={person} rejected={useActionData<typeof action>()} />
}
