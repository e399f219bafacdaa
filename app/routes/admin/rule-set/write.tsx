import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { changesInWords } from '#app/components/rule/change-words.ts'
import { RuleVersionForm } from '#app/components/rule/rule-version-form.tsx'
import { RuleVersionCheck } from '#app/components/rule/rule-version-check.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { checkRuleForm, ruleFormPage } from '#app/http/rule-form.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], ruleFormPage)

export const action = guardedAction(['INSTANCE_ADMIN'], (visit) => checkRuleForm(visit, changesInWords))

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('rule-version.title'))

export default function WriteRuleVersion() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer && answer.preview)
		return <RuleVersionCheck {...facts} shown={answer.shown} preview={answer.preview} />
	return <RuleVersionForm {...facts} rejected={answer && 'reply' in answer ? answer : undefined} />
}
