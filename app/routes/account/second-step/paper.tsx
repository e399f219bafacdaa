import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { PaperCodes, RenewPaper } from '#app/components/second-step/paper-codes.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { renewPaper } from '#app/domain/second-step/commands.server.ts'
import { confirmAgain, shownForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { tellOfStep } from '#app/http/step-letters.server.ts'

export const loader = guardedLoader('member', (visit) =>
	workspacePage(visit, { onward: secondStepHref(visit.locale) }),
)

export const action = confirmedAction(
	'member',
	(visit) =>
		confirmAgain(visit) ??
		shownForm(visit, z.strictObject({}), async () => {
			const codes = await renewPaper(visit.ctx, visit.load.accounts.stepKeeper)
			await tellOfStep(visit, 'paper')
			return codes
		}),
)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('second-step.paper.title'))

export default function RenewPaperCodes() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) return <PaperCodes {...facts} codes={answer.shown} />
	return <RenewPaper person={facts.person} />
}
