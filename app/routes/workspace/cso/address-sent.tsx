import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { AddressSent } from '#app/components/cso/own-address.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { ROLES_WITH_ACT } from '#app/domain/cso-account/rules.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(ROLES_WITH_ACT, (visit) => workspacePage(visit, {}))

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('own-address.sent.title'))

export default function AddressSentPage() {
	return <AddressSent {...useLoaderData<typeof loader>()} />
}
