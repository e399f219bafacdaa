import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CallCheck } from '#app/components/application/call-check.tsx'
import { CallForm } from '#app/components/application/call-form.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { callFormPage, checkCallForm } from '#app/http/call-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], callFormPage)

export const action = guardedAction(['INSTANCE_ADMIN'], checkCallForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('call-version.title.correct'))

export default function WriteCallVersion() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer && answer.preview)
		return <CallCheck {...facts} shown={answer.shown} preview={answer.preview} />
	return <CallForm {...facts} rejected={answer && 'reply' in answer ? answer : undefined} />
}
