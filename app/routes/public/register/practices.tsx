import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { LibraryPage } from '#app/components/practice/library-page.tsx'
import { listPractices } from '#app/domain/practice-library/queries.server.ts'
import { PracticeFilter } from '#app/domain/practice-library/schema.ts'
import { libraryPage } from '#app/domain/practice-library/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, url, locale }) => {
	const { value: filter, notUnderstood } = readQuery(url, PracticeFilter)
	return { library: libraryPage(await listPractices(ctx), filter, locale), filter, notUnderstood }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('practices.title'))

export default function Practices() {
	return <LibraryPage {...useLoaderData<typeof loader>()} />
}
