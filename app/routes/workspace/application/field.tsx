import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { FieldPage } from '#app/components/application/field-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { APPLICATION_ROLES } from '#app/domain/application/rules.ts'
import { fieldPage } from '#app/http/application-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(APPLICATION_ROLES, fieldPage)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => facts.data?.title ?? say('application.title'))

export default function ApplicationField() {
	return <FieldPage {...useLoaderData<typeof loader>()} rejected={undefined} />
}
