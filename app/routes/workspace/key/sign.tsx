import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { signingHref } from '#app/components/key/addresses.ts'
import { SignAct } from '#app/components/key/sign-act.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findSigning } from '#app/domain/signature/queries.server.ts'
import { confirmForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { beginChallenge } from '#app/http/key-challenge.server.ts'

const HOLDERS = ['CSO_OWNER', 'CSO_MONITOR'] as const

export const loader = guardedLoader(HOLDERS, async (visit) =>
	workspacePage(visit, { act: await signingOf(visit) }),
)

function signingOf({ ctx, params, url }: Visit) {
	return findSigning(ctx, idFrom(params.recordId), versionFrom(url))
}

export const action = guardedAction(HOLDERS, (visit) =>
	confirmForm(visit, async () => {
		const { recordId, version } = await signingOf(visit)
		return signingHref(visit.locale, await beginChallenge(visit, { purpose: 'sign', recordId, version }))
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('sign.title'))

export default function SignPage() {
	return <SignAct {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
