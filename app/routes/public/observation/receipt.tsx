import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { ObservationReceipt } from '#app/components/observation/observation-receipt.tsx'
import { findObservationReceipt } from '#app/domain/observation/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params }) => ({
	receipt: await findObservationReceipt(ctx, idFrom(params.recordId)),
}))

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('observation.receipt.title'))

export default function Receipt() {
	return <ObservationReceipt {...useLoaderData<typeof loader>()} />
}
