import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { EvidenceOriginal } from '#app/components/workspace/evidence-original.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findOwnEvidence } from '#app/domain/evidence/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, { facts: await findOwnEvidence(visit.ctx, idFrom(visit.params.evidenceId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('evidence.original.title'))

export default function EvidenceOriginalPage() {
	return <EvidenceOriginal {...useLoaderData<typeof loader>()} />
}
