import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { applicationHref } from '#app/components/application/addresses.ts'
import { BeginQuestion } from '#app/components/application/application-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { beginApplication } from '#app/domain/application/commands/begin-application.server.ts'
import { findBeginning } from '#app/domain/application/queries.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { BeginAnswer } from '#app/domain/application/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(APPLICATION_ROLES, async (visit) =>
	workspacePage(visit, await findBeginning(visit.ctx, placeOf(visit))),
)

export const action = guardedAction(APPLICATION_ROLES, (visit) =>
	answerForm(visit, BeginAnswer, async ({ language }) => {
		const { applicationId } = await beginApplication(visit.ctx, { ...placeOf(visit), language })
		return applicationHref(visit.locale, applicationId)
	}),
)

function placeOf({ params }: Visit) {
	return { memberId: idFrom(params.memberId), callId: idFrom(params.callId) }
}

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.begin.title'))

export default function BeginApplication() {
	return <BeginQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
