import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { AssignmentQuestion } from '#app/components/verification-queue/assignment-question.tsx'
import { queueHref } from '#app/components/verification-queue/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { assignVerification } from '#app/domain/verification-assignment/commands.server.ts'
import { findAssignment } from '#app/domain/verification-assignment/queries.server.ts'
import { AssignmentAnswer } from '#app/domain/verification-assignment/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { assignment: await findAssignment(visit.ctx, idFrom(visit.params.milestoneId)) }),
)

export const action = guardedAction(CSO_ROLES, (visit) =>
	answerForm(visit, AssignmentAnswer, async (answer) => {
		await assignVerification(visit.ctx, idFrom(visit.params.milestoneId), answer)
		return queueHref(visit.locale)
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('verify.assign.title'))

export default function Assign() {
	const { assignment, person } = useLoaderData<typeof loader>()
	return <AssignmentQuestion assignment={assignment} person={person} />
}
