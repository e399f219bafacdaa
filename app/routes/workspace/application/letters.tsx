import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { applicationHref } from '#app/components/application/addresses.ts'
import { LettersPage } from '#app/components/application/letters-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addLetter } from '#app/domain/application/commands/add-letter.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { letterAnswer } from '#app/domain/application/schema.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { applicationIdFrom, lettersPage } from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, lettersPage)

export const action = guardedAction(APPLICATION_ROLES, (visit) => {
	const applicationId = applicationIdFrom(visit.params)
	return answerForm(visit, letterAnswer(utcDay(visit.ctx.now)), async (answer) => {
		await addLetter(visit.ctx, { applicationId, answer })
		return applicationHref(visit.locale, applicationId, 'letters')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.letters.title'))

export default function Letters() {
	return <LettersPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
