import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { SearchPage } from '#app/components/search/search-page.tsx'
import { pagesOf } from '#app/domain/commitment-list/rules.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { FOUND_AT_ONCE } from '#app/domain/search/rules.ts'
import { SearchAsked } from '#app/domain/search/schema.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'

export const loader = guardedLoader('public', async ({ ctx, url }) => {
	const { value: asked, notUnderstood } = readQuery(url, SearchAsked)
	const result = await search(ctx, asked)
	const ofKind = result?.kinds.find(({ kind }) => kind === asked.kind)?.count ?? 0
	const pages = pagesOf(ofKind, FOUND_AT_ONCE.ofOne)
	const page = asked.page ?? 1
	const typed = url.searchParams.get('q') ?? ''
	const status = notUnderstood.length > 0 ? 400 : page > pages ? 404 : 200
	return json({ result, ...{ asked, typed, page, pages, notUnderstood } }, { status })
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => {
		if (!data?.result) return say('search.title')
		const { count } = formatIn(isLocale(params.lang) ? params.lang : 'en')
		const values = { count: data.result.count, shown: count(data.result.count), page: count(data.page) }
		return say('search.document-title', { ...values, words: data.asked.q ?? '' })
	})

export default function Search() {
	return <SearchPage {...useLoaderData<typeof loader>()} />
}
