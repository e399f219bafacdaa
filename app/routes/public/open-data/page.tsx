import type { MetaFunction } from '@remix-run/react'
import { OpenDataPage } from '#app/components/about/open-data-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('open-data.title'))

export default function OpenData() {
	return <OpenDataPage />
}
