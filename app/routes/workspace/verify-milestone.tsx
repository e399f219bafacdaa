import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { Subject } from '#app/components/workspace/subject.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Params } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { declareAndBegin, subjectPage } from '#app/http/verify-subject.server.ts'

export const loader = guardedLoader(CSO_ROLES, (visit) => subjectPage(visit, keyFrom(visit.params)))

export const action = guardedAction(CSO_ROLES, (visit) =>
	declareAndBegin(visit, keyFrom(visit.params), (id) => findingHref(visit.locale, id, 'finding')),
)

function keyFrom(params: Params) {
	return { milestoneId: idFrom(params.milestoneId) }
}

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('verify.subject.title'))

export default function VerifyMilestone() {
	const { view, person } = useLoaderData<typeof loader>()
	return <Subject view={view} person={person} rejected={useActionData<typeof action>()} />
}
