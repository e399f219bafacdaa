import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { tasksHref } from '#app/components/addresses.ts'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { CheckStep } from '#app/components/second-step/check-step.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { takeStep } from '#app/domain/second-step/commands.server.ts'
import { findOwnStep } from '#app/domain/second-step/queries.server.ts'
import { CodeAnswer } from '#app/domain/second-step/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { tryCode } from '#app/http/second-step.server.ts'
import { tellOfStep } from '#app/http/step-letters.server.ts'

export const loader = guardedLoader('half', async (visit) => {
	const next = ownPath(visit.url.searchParams.get('next'))
	const { since } = await findOwnStep(visit.ctx)
	if (since === null) throw redirect(secondStepHref(visit.locale, 'set-up', next))
	return workspacePage(visit, { next })
})

export const action = guardedAction('half', (visit) =>
	answerForm(visit, CodeAnswer, async ({ code }) => {
		const { stepKeeper } = visit.load.accounts
		await tryCode(
			visit,
			async (typed) => {
				const became = await takeStep(visit.ctx, stepKeeper, typed)
				if (became === 'LOCKED') await tellOfStep(visit, 'locked')
				if (became !== 'TAKEN') throw new Refusal('code_wrong')
			},
			code,
		)
		return ownPath(visit.url.searchParams.get('next')) ?? tasksHref(visit.locale)
	}),
)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('second-step.check.title'))

export default function CheckSecondStep() {
	return <CheckStep {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
