import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CallPage } from '#app/components/application/call-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { findCall } from '#app/domain/application-call/queries.server.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, locale }) => {
	const page = await findCall(ctx, idFrom(params.callId))
	return { page, title: textIn(page.call.name, locale)?.text ?? null }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('calls.title'))

export default function Call() {
	return <CallPage {...useLoaderData<typeof loader>().page} />
}
