import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskForm } from '#app/components/desk/desk-form.tsx'
import { typedIn } from '#app/components/desk/typed-values.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { deskFormPage, publishDeskForm } from '#app/http/desk-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], deskFormPage)

export const action = confirmedAction(['POC', 'SECRETARIAT'], publishDeskForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data ? `act.${facts.data.kind}` : 'desk.title'))

export default function PublishAct() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return <DeskForm {...facts} form={typedIn(answer?.reply)} refusal={answer?.reason} />
}
