import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref } from '#app/components/plan-draft/addresses.ts'
import { MilestoneScreenPage } from '#app/components/plan-draft/screen-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findMilestoneDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { MILESTONE_SCREENS } from '#app/domain/commitment-draft/rules.ts'
import { answerProtocol, changeMilestone } from '#app/domain/milestone-draft/commands.server.ts'
import { MilestoneAnswer, ProtocolAnswer } from '#app/domain/milestone-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { milestoneKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { wordFrom } from '#app/http/word-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const found = await findMilestoneDraft(visit.ctx, milestoneKeyFrom(visit.params))
	return workspacePage(visit, { ...found, screen: wordFrom(visit.params.screen, MILESTONE_SCREENS) })
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = milestoneKeyFrom(visit.params)
	const commitment = () => commitmentDraftHref(visit.locale, key)
	switch (wordFrom(visit.params.screen, MILESTONE_SCREENS)) {
		case 'text':
			return answerForm(visit, MilestoneAnswer, (answer) =>
				changeMilestone(visit.ctx, key, answer).then(commitment),
			)
		case 'protocol':
			return answerForm(visit, ProtocolAnswer, (answer) =>
				answerProtocol(visit.ctx, key, answer).then(commitment),
			)
	}
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('milestone-draft.text.title'))

export default function PlanMilestoneScreen() {
	return <MilestoneScreenPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
