import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Receipt } from '#app/components/workspace/receipt.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { ReceiptQuery } from '#app/domain/receipt/schema.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { readQuery } from '#app/http/read-query.ts'
import { receiptFacts } from '#app/http/receipt-facts.server.ts'

export const loader = guardedLoader('member', async (visit) => {
	const { version } = readQuery(visit.url, ReceiptQuery).value
	return workspacePage(visit, await receiptFacts(visit, idFrom(visit.params.recordId), version))
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('receipt.title'))

export default function ReceiptPage() {
	return <Receipt {...useLoaderData<typeof loader>()} />
}
