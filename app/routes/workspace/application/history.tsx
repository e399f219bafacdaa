import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { HistoryPage } from '#app/components/application/history-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listApplicationEvents } from '#app/domain/application-history/queries.server.ts'
import { findApplication } from '#app/domain/application/queries.server.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { applicationIdFrom } from '#app/http/application-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, async (visit) => {
	const applicationId = applicationIdFrom(visit.params)
	const application = await findApplication(visit.ctx, applicationId)
	return workspacePage(visit, { application, events: await listApplicationEvents(visit.ctx, applicationId) })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.history'))

export default function History() {
	return <HistoryPage {...useLoaderData<typeof loader>()} />
}
