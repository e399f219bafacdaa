import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { InputList } from '#app/components/consultation/input-list.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { listConsultations } from '#app/domain/consultation/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', ({ ctx }) => listConsultations(ctx))

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('inputs.title'))

export default function Inputs() {
	return <InputList lines={useLoaderData<typeof loader>().lines} />
}
