import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { applicationHref } from '#app/components/application/addresses.ts'
import { FieldPage } from '#app/components/application/field-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { confirmText } from '#app/domain/application/commands/write-text.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { ConfirmAnswer } from '#app/domain/application/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { fieldPage, fieldPlaceFrom } from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, fieldPage)

export const action = guardedAction(APPLICATION_ROLES, (visit) => {
	const place = fieldPlaceFrom(visit.params)
	return answerForm(visit, ConfirmAnswer, async ({ version }) => {
		await confirmText(visit.ctx, { ...place, version })
		return applicationHref(visit.locale, place.applicationId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => facts.data?.title ?? say('application.title'))

export default function ConfirmField() {
	return <FieldPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
