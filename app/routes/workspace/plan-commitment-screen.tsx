import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { commitmentDraftHref } from '#app/components/plan-draft/addresses.ts'
import { CommitmentScreenPage } from '#app/components/plan-draft/screen-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import {
	answerAction,
	answerAdditional,
	answerValues,
	answerWhat,
	answerWho,
} from '#app/domain/commitment-draft/commands.server.ts'
import type { CommitmentKey } from '#app/domain/commitment-draft/commands.server.ts'
import { findCommitmentChoices, findCommitmentDraft } from '#app/domain/commitment-draft/queries.server.ts'
import { COMMITMENT_SCREENS, nextScreen } from '#app/domain/commitment-draft/rules.ts'
import type { CommitmentScreen } from '#app/domain/commitment-draft/rules.ts'
import {
	ActionAnswer,
	AdditionalAnswer,
	ValuesAnswer,
	WhatAnswer,
	WhoAnswer,
} from '#app/domain/commitment-draft/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { commitmentKeyFrom } from '#app/http/draft-key-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { wordFrom } from '#app/http/word-from.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const found = await findCommitmentDraft(visit.ctx, commitmentKeyFrom(visit.params))
	const choices = await findCommitmentChoices(visit.ctx, found.draft.member.id)
	return workspacePage(visit, {
		...found,
		choices,
		screen: wordFrom(visit.params.screen, COMMITMENT_SCREENS),
	})
})

export const action = guardedAction(PLAN_ROLES, (visit) => {
	const key = commitmentKeyFrom(visit.params)
	const screen = wordFrom(visit.params.screen, COMMITMENT_SCREENS)
	const goOn = () => placeAfter(visit, key, screen)
	switch (screen) {
		case 'what':
			return answerForm(visit, WhatAnswer, (answer) => answerWhat(visit.ctx, key, answer).then(goOn))
		case 'action':
			return answerForm(visit, ActionAnswer, (answer) => answerAction(visit.ctx, key, answer).then(goOn))
		case 'who':
			return answerForm(visit, WhoAnswer, (answer) => answerWho(visit.ctx, key, answer).then(goOn))
		case 'values':
			return answerForm(visit, ValuesAnswer, (answer) => answerValues(visit.ctx, key, answer).then(goOn))
		case 'additional':
			return answerForm(visit, AdditionalAnswer, (answer) =>
				answerAdditional(visit.ctx, key, answer).then(goOn),
			)
	}
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-draft.commitment.title'))

export default function PlanCommitmentScreen() {
	return (
		<CommitmentScreenPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
	)
}

async function placeAfter(visit: Visit, key: CommitmentKey, saved: CommitmentScreen): Promise<string> {
	const { draft } = await findCommitmentDraft(visit.ctx, key)
	const next = nextScreen(saved, draft.problems, key.commitmentId)
	return commitmentDraftHref(visit.locale, key, next ?? undefined)
}
