import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskAnswered } from '#app/components/desk/desk-answered.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { deskFormPage, dropDeskFile } from '#app/http/desk-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], deskFormPage)

export const action = guardedAction(['POC', 'SECRETARIAT'], dropDeskFile)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data ? `act.${facts.data.kind}` : 'desk.title'))

export default function RemoveFileOfAct() {
	return <DeskAnswered facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
