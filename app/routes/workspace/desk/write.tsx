import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { DeskCheck } from '#app/components/desk/desk-check.tsx'
import { DeskForm } from '#app/components/desk/desk-form.tsx'
import { checkedForm, typedIn } from '#app/components/desk/typed-values.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { checkDeskForm, deskFormPage } from '#app/http/desk-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], deskFormPage)

export const action = guardedAction(['POC', 'SECRETARIAT'], checkDeskForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data ? `act.${facts.data.kind}` : 'desk.title'))

export default function WriteAct() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) {
		const { answer: checked, ...files } = answer.shown
		return <DeskCheck {...facts} {...files} form={checkedForm(checked)} />
	}
	return <DeskForm {...facts} form={typedIn(answer?.reply)} refusal={answer?.reason} />
}
