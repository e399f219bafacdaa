import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { RegistersPage } from '#app/components/register/registers-page.tsx'
import { findRegisteredMember, listFilesOf } from '#app/domain/register-page/queries.server.ts'
import { RegisterFilter } from '#app/domain/register-page/schema.ts'
import { registerPage } from '#app/domain/register-page/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url }) => {
	const { value: filter, notUnderstood } = readQuery(url, RegisterFilter)
	const { member, registers, ledgerSize } = await findRegisteredMember(ctx, idFrom(params.memberId))
	const page = registerPage(registers, filter)
	const files = await listFilesOf(
		ctx,
		page.lists.flatMap(({ shown }) => shown),
	)
	return { member, registers: page, files, filter, ledgerSize, notUnderstood }
})

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('registers.title'))

export default function Registers() {
	return <RegistersPage {...useLoaderData<typeof loader>()} />
}
