import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { InputPage } from '#app/components/consultation/input-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findConsultationLine } from '#app/domain/consultation/queries.server.ts'
import { PageAsked } from '#app/domain/observation/schema.ts'
import { listContributions } from '#app/domain/public-contribution/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url, locale }) => {
	const line = await findConsultationLine(ctx, idFrom(params.recordId))
	const given = await listContributions(ctx, line.consultation.recordId, readQuery(url, PageAsked).value.page)
	return { shown: { ...line, ...given }, title: textIn(line.consultation.title, locale)?.text ?? null }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('act.consultation.published'))

export default function Input() {
	return <InputPage {...useLoaderData<typeof loader>().shown} />
}
