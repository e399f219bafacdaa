import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { RemarkCorrectionForm } from '#app/components/expectation/remark-correction.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { correctedRemarkPage, publishCorrection } from '#app/http/remark-form.server.ts'

export const loader = guardedLoader(['POC', ...CSO_ROLES, 'MONITORING_BODY'], correctedRemarkPage)

export const action = guardedAction(['POC', ...CSO_ROLES, 'MONITORING_BODY'], publishCorrection)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('remark.correct'))

export default function PublishCorrectedRemark() {
	return (
		<RemarkCorrectionForm {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
	)
}
