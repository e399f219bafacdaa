import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ProtectedEvidence } from '#app/components/workspace/protected-evidence.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findProtectedEvidence } from '#app/domain/evidence/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, { facts: await findProtectedEvidence(visit.ctx, idFrom(visit.params.evidenceId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('evidence.caption.protected'))

export default function ProtectedEvidencePage() {
	return <ProtectedEvidence {...useLoaderData<typeof loader>()} />
}
