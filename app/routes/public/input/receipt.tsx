import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ContributionReceipt } from '#app/components/consultation/contribution-receipt.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { findContributionReceipt } from '#app/domain/public-contribution/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params }) => ({
	receipt: await findContributionReceipt(ctx, idFrom(params.recordId)),
}))

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('contribution.receipt.title'))

export default function Receipt() {
	return <ContributionReceipt {...useLoaderData<typeof loader>()} />
}
