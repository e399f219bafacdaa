import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { newKeyHref } from '#app/components/key/addresses.ts'
import { NewKeyQuestion } from '#app/components/key/new-key.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { holderOfKeys } from '#app/domain/passkey/commands.server.ts'
import { findKeyDesk } from '#app/domain/passkey/queries.server.ts'
import { KeyQuestion } from '#app/domain/passkey/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'
import { beginChallenge } from '#app/http/key-challenge.server.ts'

const HOLDERS = ['CSO_OWNER', 'CSO_MONITOR'] as const

export const loader = guardedLoader(HOLDERS, async (visit) => {
	const { organizations } = await findKeyDesk(visit.ctx)
	return workspacePage(visit, { organizations })
})

export const action = confirmedAction(HOLDERS, (visit) =>
	answerForm(visit, KeyQuestion, async (asked) => {
		holderOfKeys(visit.ctx, asked.organization)
		return newKeyHref(visit.locale, await beginChallenge(visit, { purpose: 'add', ...asked }))
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('key.add'))

export default function NewKeyPage() {
	return <NewKeyQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
