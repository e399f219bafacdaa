import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PracticePage } from '#app/components/practice/practice-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findPractice } from '#app/domain/practice-library/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, locale }) => {
	const practice = await findPractice(ctx, idFrom(params.recordId))
	return { practice, title: textIn(practice.title, locale)?.text ?? null }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('practice.caption'))

export default function Practice() {
	return <PracticePage practice={useLoaderData<typeof loader>().practice} />
}
