import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CommitmentsPage } from '#app/components/commitment-list/commitments-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listChoices, listCommitments } from '#app/domain/commitment-list/queries.server.ts'
import { COMMITMENTS_PER_PAGE, pagesOf } from '#app/domain/commitment-list/rules.ts'
import { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'

export const loader = guardedLoader('public', async ({ ctx, url }) => {
	const { value: filter, notUnderstood } = readQuery(url, CommitmentsFilter)
	await keepLists(ctx)
	const [found, choices] = await Promise.all([listCommitments(ctx, filter), listChoices(ctx, filter.member)])
	const pages = pagesOf(found.count, COMMITMENTS_PER_PAGE)
	const page = filter.page ?? 1
	const typed = url.searchParams.get('q') ?? ''
	const status = notUnderstood.length > 0 ? 400 : page > pages ? 404 : 200
	return json({ ...found, ...{ page, pages, filter, choices, typed, notUnderstood } }, { status })
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => {
		if (!data) return say('commitments.title')
		const { count } = formatIn(isLocale(params.lang) ? params.lang : 'en')
		const values = {
			count: data.count,
			shown: count(data.count),
			page: count(data.page),
			pages: count(data.pages),
		}
		return say('commitments.document-title', values)
	})

export default function Commitments() {
	return <CommitmentsPage {...useLoaderData<typeof loader>()} />
}
