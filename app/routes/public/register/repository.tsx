import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { RepositoryPage } from '#app/components/register/repository-page.tsx'
import { findRegisteredMember, listFilesOf } from '#app/domain/register-page/queries.server.ts'
import { RepositoryFilter } from '#app/domain/register-page/schema.ts'
import { repositoryPage } from '#app/domain/register-page/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url }) => {
	const { value: filter, notUnderstood } = readQuery(url, RepositoryFilter)
	const { member, registers, ledgerSize } = await findRegisteredMember(ctx, idFrom(params.memberId))
	const repository = repositoryPage(registers, filter)
	const files = await listFilesOf(ctx, repository.shown)
	return { member, repository, files, filter, ledgerSize, notUnderstood }
})

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('repository.title'))

export default function Repository() {
	return <RepositoryPage {...useLoaderData<typeof loader>()} />
}
