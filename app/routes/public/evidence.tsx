import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { EvidencePage } from '#app/components/evidence/evidence-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { findEvidence } from '#app/domain/evidence/queries.server.ts'
import { citationOf } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, url, load } = visit
	const facts = await findEvidence(ctx, idFrom(params.evidenceId))
	const cited = { id: idFrom(params.evidenceId), version: null, on: null, title: '', by: null }
	return {
		facts,
		address: `${load.config.baseUrl}${url.pathname}`,
		citation: await citationOf(visit, { of: 'EVIDENCE', ...cited }),
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => {
		if (!data) return say('evidence.caption')
		const { evidence } = data.facts
		const kind = say(`evidence-kind.${evidence.kind}`)
		return evidence.visibility === 'PROTECTED'
			? say('evidence.protected', { kind })
			: (evidence.title ?? kind)
	})

export default function Evidence() {
	return <EvidencePage {...useLoaderData<typeof loader>()} />
}
