import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { APPOINTING_ROLES } from '#app/access/policy.ts'
import { doneIn } from '#app/components/people/addresses.ts'
import { PeoplePage } from '#app/components/people/people-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listPeople } from '#app/domain/appointment/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPOINTING_ROLES, async (visit) =>
	workspacePage(visit, { people: await listPeople(visit.ctx), done: doneIn(visit.url) }),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('people.title'))

export default function People() {
	return <PeoplePage {...useLoaderData<typeof loader>()} />
}
