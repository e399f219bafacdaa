import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CallForm } from '#app/components/application/call-form.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { callFormPage, changeCallForm } from '#app/http/call-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], callFormPage)

export const action = guardedAction(['INSTANCE_ADMIN'], changeCallForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('call-version.title.correct'))

export default function ChangeCallVersion() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) return <CallForm {...facts} shown={answer.shown} />
	return <CallForm {...facts} rejected={answer} />
}
