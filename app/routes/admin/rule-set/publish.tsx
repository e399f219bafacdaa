import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { RuleVersionForm } from '#app/components/rule/rule-version-form.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { publishRuleForm, ruleFormPage } from '#app/http/rule-form.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], ruleFormPage)

export const action = confirmedAction(['INSTANCE_ADMIN'], publishRuleForm)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('rule-version.title'))

export default function PublishRuleVersion() {
	return <RuleVersionForm {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
