import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import {
	RemarkCorrectionCheck,
	RemarkCorrectionForm,
} from '#app/components/expectation/remark-correction.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { checkCorrection, correctedRemarkPage } from '#app/http/remark-form.server.ts'

export const loader = guardedLoader(['POC', ...CSO_ROLES, 'MONITORING_BODY'], correctedRemarkPage)

export const action = guardedAction(['POC', ...CSO_ROLES, 'MONITORING_BODY'], checkCorrection)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('remark.correct'))

export default function CorrectRemark() {
	const facts = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'shown' in answer) return <RemarkCorrectionCheck {...facts} answer={answer.shown} />
	return <RemarkCorrectionForm {...facts} rejected={answer} />
}
