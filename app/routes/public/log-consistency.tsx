import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { LogConsistency } from '#app/components/log/log-consistency.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'
import { newestCheckpoint } from '#app/http/log-answer.server.ts'
import { base64Of } from '#app/ledger/checkpoint.ts'
import { heldAgainst, pastedNote } from '#app/ledger/held-checkpoint.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { publicLog } = visit.load
	const now = await newestCheckpoint(visit)
	const given = visit.url.searchParams.get('checkpoint') ?? ''
	const held = given.trim() === '' ? null : heldAgainst(publicLog, pastedNote(given))
	return {
		given,
		now,
		held: held && {
			verdict: held.verdict,
			size: held.size,
			proof: held.proof?.map(base64Of) ?? null,
		},
	}
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('log.consistency.title'))

export default function LogConsistencyPage() {
	return <LogConsistency {...useLoaderData<typeof loader>()} />
}
