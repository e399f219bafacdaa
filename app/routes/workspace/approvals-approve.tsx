import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { approvedHref } from '#app/components/workspace/addresses.ts'
import { Approvals } from '#app/components/workspace/approvals.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findHomeMember } from '#app/domain/person/queries.server.ts'
import { approveChosenUpdates } from '#app/domain/progress-batch/commands.server.ts'
import { findOffer } from '#app/domain/progress-batch/queries.server.ts'
import { ChosenReports } from '#app/domain/progress-batch/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTITUTION_LEAD'], async (visit) => {
	const [offer, member] = await Promise.all([findOffer(visit.ctx), findHomeMember(visit.ctx)])
	return workspacePage(visit, { offer, member })
})

export const action = confirmedAction(['INSTITUTION_LEAD'], (visit) =>
	answerForm(visit, ChosenReports, async ({ chosen }) =>
		approvedHref(visit.locale, await approveChosenUpdates(visit.ctx, chosen)),
	),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('approvals.title'))

export default function ApprovalsApprove() {
	const { offer, member, person } = useLoaderData<typeof loader>()
	const rejected = useActionData<typeof action>()
	return <Approvals offer={offer} member={member} person={person} rejected={rejected} />
}
