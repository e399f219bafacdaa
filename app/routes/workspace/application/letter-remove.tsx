import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { applicationHref } from '#app/components/application/addresses.ts'
import { LettersPage } from '#app/components/application/letters-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { removeLetter } from '#app/domain/application/commands/add-letter.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { applicationIdFrom, lettersPage } from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(APPLICATION_ROLES, lettersPage)

export const action = guardedAction(APPLICATION_ROLES, (visit) => {
	const applicationId = applicationIdFrom(visit.params)
	const letterId = idFrom(visit.params.letterId)
	return confirmForm(visit, async () => {
		await removeLetter(visit.ctx, { applicationId, letterId })
		return applicationHref(visit.locale, applicationId, 'letters')
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.letters.title'))

export default function RemoveLetter() {
	return <LettersPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
