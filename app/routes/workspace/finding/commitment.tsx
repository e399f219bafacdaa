import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { CommitmentToVerify } from '#app/components/finding/commitment-to-verify.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findChoices } from '#app/domain/finding-choice/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { choices: await findChoices(visit.ctx, idFrom(visit.params.commitmentId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('verify.commitment.title'))

export default function CommitmentToVerifyPage() {
	return <CommitmentToVerify {...useLoaderData<typeof loader>()} />
}
