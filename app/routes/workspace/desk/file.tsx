import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskFile } from '#app/components/desk/desk-file.tsx'
import { DeskForm } from '#app/components/desk/desk-form.tsx'
import { typedIn } from '#app/components/desk/typed-values.ts'
import sendFile from '#app/components/workspace/send-file.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { checkDeskForm, deskFormPage } from '#app/http/desk-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Where scripts run, a file is sent as soon as it is chosen, with its progress; the page does without. */
export const handle = { scripts: sendFile }

export const loader = guardedLoader(['POC', 'SECRETARIAT'], deskFormPage)

export const action = guardedAction(['POC', 'SECRETARIAT'], checkDeskForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data ? `act.${facts.data.kind}` : 'desk.title'))

export default function FileOfAct() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) {
		const act = JSON.stringify(answer.shown.answer)
		return <DeskFile {...facts} act={act} rejected={undefined} />
	}
	return <DeskForm {...facts} form={typedIn(answer?.reply)} refusal={answer?.reason} />
}
