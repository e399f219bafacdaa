import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ApplicationPage } from '#app/components/application/application-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { applicationPage } from '#app/http/application-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, applicationPage)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('application.title'))

export default function Application() {
	return <ApplicationPage {...useLoaderData<typeof loader>()} />
}
