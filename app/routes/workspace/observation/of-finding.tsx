import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { DraftObservations } from '#app/components/observation/draft-observations.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, { view: await findFinding(visit.ctx, idFrom(visit.params.draftId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('observation.take-over.title'))

export default function ObservationsOfFinding() {
	return <DraftObservations {...useLoaderData<typeof loader>()} rejected={undefined} />
}
