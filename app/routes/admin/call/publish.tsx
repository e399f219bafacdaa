import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CallForm } from '#app/components/application/call-form.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { callFormPage, publishCallForm } from '#app/http/call-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], callFormPage)

export const action = confirmedAction(['INSTANCE_ADMIN'], publishCallForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('call-version.title.correct'))

export default function PublishCallVersion() {
	return <CallForm {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
