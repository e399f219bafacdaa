import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { MemberNamesPage } from '#app/components/member/member-names-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { listNamedMembers } from '#app/domain/member-name/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', async ({ ctx }) => ({ members: await listNamedMembers(ctx) }))

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('member-names.title'))

export default function MemberNames() {
	const { members } = useLoaderData<typeof loader>()
	return <MemberNamesPage members={members} />
}
