import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { DecisionQuestion } from '#app/components/reply/decision-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findDecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import { DecisionAnswer } from '#app/domain/verifier-decision/schema.ts'
import { shownForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { desk: await findDecisionDesk(visit.ctx, idFrom(visit.params.recordId)) }),
)

/** Back from the check: the same question with what was typed. Nothing is stored yet. */
export const action = guardedAction(CSO_ROLES, (visit) =>
	shownForm(visit, DecisionAnswer, (answer) => Promise.resolve(answer)),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('decision.title'))

export default function DecisionPage() {
	const { desk, person } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	return shown && 'shown' in shown ? (
		<DecisionQuestion desk={desk} person={person} typed={shown.shown} />
	) : (
		<DecisionQuestion desk={desk} person={person} rejected={shown} />
	)
}
