import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PaperCodes } from '#app/components/second-step/paper-codes.tsx'
import { SetUpStep } from '#app/components/second-step/set-up-step.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { confirmStep } from '#app/domain/second-step/commands.server.ts'
import { findNewStep, findOwnStep } from '#app/domain/second-step/queries.server.ts'
import { CodeAnswer } from '#app/domain/second-step/schema.ts'
import { shownForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { tryCode } from '#app/http/second-step.server.ts'
import { tellOfStep } from '#app/http/step-letters.server.ts'

export const loader = guardedLoader('half', async (visit) => {
	const { ctx, load, locale, url } = visit
	const next = ownPath(url.searchParams.get('next'))
	const { since, isOwed } = await findOwnStep(ctx)
	const step = await findNewStep(ctx, load.accounts.stepKeeper)
	return workspacePage(visit, { step, since, isOwed, next, onward: next ?? tasksHref(locale) })
})

export const action = guardedAction('half', (visit) =>
	shownForm(visit, CodeAnswer, async ({ code }) => {
		const codes = await tryCode(
			visit,
			(typed) => confirmStep(visit.ctx, visit.load.accounts.stepKeeper, typed),
			code,
		)
		await tellOfStep(visit, 'began')
		return codes
	}),
)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('second-step.set-up.title'))

export default function SetUpSecondStep() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) return <PaperCodes {...facts} codes={answer.shown} />
	return <SetUpStep {...facts} rejected={answer} />
}
