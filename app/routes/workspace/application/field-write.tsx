import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { fieldHref } from '#app/components/application/addresses.ts'
import countCharacters from '#app/components/application/count-characters.ts?worker&url'
import { FieldForm } from '#app/components/application/field-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { writeText } from '#app/domain/application/commands/write-text.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { textAnswer } from '#app/domain/application/schema.ts'
import { answerForm } from '#app/http/answer-form.server.ts'
import { fieldPage, fieldPlaceFrom, findField } from '#app/http/application-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, fieldPage)

export const action = guardedAction(APPLICATION_ROLES, async (visit) => {
	const place = fieldPlaceFrom(visit.params)
	const { field } = await findField(visit)
	return answerForm(visit, textAnswer(field.maxCharacters), async (answer) => {
		await writeText(visit.ctx, { ...place, answer })
		return fieldHref(visit.locale, place)
	})
})

/** Where scripts run, the length is counted while one types; the page does without. */
export const handle = { scripts: countCharacters }

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => facts.data?.title ?? say('application.title'))

export default function WriteField() {
	return <FieldForm {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
