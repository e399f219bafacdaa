import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CodingSubjects } from '#app/components/coding/coding-subjects.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCodingPlan } from '#app/domain/irm-coding/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['IRM'], async (visit) =>
	workspacePage(visit, await findCodingPlan(visit.ctx, idFrom(visit.params.planId))),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('irm-coding.subjects.title'))

export default function CodingSubjectsPage() {
	return <CodingSubjects {...useLoaderData<typeof loader>()} />
}
