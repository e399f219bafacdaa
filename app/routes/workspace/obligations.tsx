import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES, holdsAny } from '#app/access/policy.ts'
import { OwnObligations } from '#app/components/obligation/own-obligations.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listOwnObligations } from '#app/domain/obligation/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) =>
	workspacePage(visit, {
		obligations: await listOwnObligations(visit.ctx),
		mayWaive: holdsAny(visit.ctx.actor, ['POC']),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('obligation.own.title'))

export default function ObligationsPage() {
	return <OwnObligations {...useLoaderData<typeof loader>()} />
}
