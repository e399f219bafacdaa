import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { RemoveKey } from '#app/components/key/key-questions.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { removeKey } from '#app/domain/passkey/commands.server.ts'
import { findKeyOnDesk } from '#app/domain/passkey/queries.server.ts'
import { confirmForm, wasRejected, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const HOLDERS = ['CSO_OWNER', 'CSO_MONITOR'] as const

export const loader = guardedLoader(HOLDERS, async (visit) => {
	const recordId = idFrom(visit.params.recordId)
	const shown = wasRejected(visit) ? null : await findKeyOnDesk(visit.ctx, recordId, 'own')
	return workspacePage(visit, { shown })
})

export const action = confirmedAction(HOLDERS, (visit) =>
	confirmForm(visit, async () => {
		const { recordId, version } = await removeKey(visit.ctx, idFrom(visit.params.recordId))
		return `/${visit.locale}/receipts/${recordId}?version=${String(version)}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('key.remove.title'))

export default function RemoveKeyPage() {
	return <RemoveKey {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.reason} />
}
