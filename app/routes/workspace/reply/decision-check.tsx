import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { CheckDecision } from '#app/components/reply/check-decision.tsx'
import { DecisionQuestion } from '#app/components/reply/decision-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { checkDecision } from '#app/domain/verifier-decision/commands.server.ts'
import { findDecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import { DecisionAnswer } from '#app/domain/verifier-decision/schema.ts'
import { shownForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDecisionDesk(visit.ctx, idFrom(visit.params.recordId)) }),
)

/** A decision has no draft: what was typed comes back with the page, and is sent once more to be published. */
export const action = guardedAction(CSO_ROLES, (visit) =>
	shownForm(visit, DecisionAnswer, async (answer) => {
		await checkDecision(visit.ctx, idFrom(visit.params.recordId), answer)
		return answer
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('decision.check.title'))

export default function DecisionCheck() {
	const { desk, person } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	if (shown && 'shown' in shown) return <CheckDecision desk={desk} person={person} answer={shown.shown} />
	return <DecisionQuestion desk={desk} person={person} rejected={shown} />
}
