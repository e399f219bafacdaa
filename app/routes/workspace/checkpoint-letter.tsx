import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { CheckpointLetter } from '#app/components/workspace/checkpoint-letter.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCheckpointLetter } from '#app/domain/checkpoint-letter/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { letter: await findCheckpointLetter(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('checkpoint-letter.title'))

export default function CheckpointLetterPage() {
	return <CheckpointLetter {...useLoaderData<typeof loader>()} />
}
