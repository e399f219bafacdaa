import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskCheck } from '#app/components/desk/desk-check.tsx'
import { DeskFile } from '#app/components/desk/desk-file.tsx'
import { DeskForm } from '#app/components/desk/desk-form.tsx'
import { checkedForm } from '#app/components/desk/typed-values.ts'
import sendFile from '#app/components/workspace/send-file.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addDeskFile, deskFormPage } from '#app/http/desk-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Where scripts run, a file is sent as soon as it is chosen, with its progress; the page does without. */
export const handle = { scripts: sendFile }

export const loader = guardedLoader(['POC', 'SECRETARIAT'], deskFormPage)

export const action = guardedAction(['POC', 'SECRETARIAT'], addDeskFile)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data ? `act.${facts.data.kind}` : 'desk.title'))

export default function AddFileOfAct() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) {
		const { answer: checked, ...files } = answer.shown
		return <DeskCheck {...facts} {...files} form={checkedForm(checked)} />
	}
	const act = answer?.reply.initialValue?.act
	if (typeof act === 'string') return <DeskFile {...facts} act={act} rejected={answer} />
	return <DeskForm {...facts} form={null} refusal={answer?.reason} />
}
