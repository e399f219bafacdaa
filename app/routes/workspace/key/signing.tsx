import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Signing } from '#app/components/key/sign-act.tsx'
import useKey from '#app/components/key/use-key.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { keySiteOf } from '#app/domain/passkey/rules.ts'
import { SignatureForm } from '#app/domain/passkey/schema.ts'
import { signAct } from '#app/domain/signature/commands.server.ts'
import { findSigning } from '#app/domain/signature/queries.server.ts'
import { answerForm, wasRejected, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { findChallenge, takeChallenge } from '#app/http/key-challenge.server.ts'
import { signingOptions } from '#app/http/key-options.server.ts'

/** The browser signs, so this page needs its script, and says so. */
export const handle = { scripts: useKey }

const HOLDERS = ['CSO_OWNER', 'CSO_MONITOR'] as const

export const loader = guardedLoader(HOLDERS, async (visit) =>
	workspacePage(visit, {
		// What was answered is used up: whoever is told why it was not taken begins anew.
		asked: wasRejected(visit) ? null : await askedOf(visit),
		minutes: visit.load.config.keyChallengeMinutes,
	}),
)

async function askedOf(visit: Visit) {
	const { id, recordId, version } = await findChallenge(visit, 'sign')
	const act = await findSigning(visit.ctx, recordId, version)
	return { id, act, options: await signingOptions(visit, act) }
}

export const action = guardedAction(HOLDERS, (visit) =>
	answerForm(visit, SignatureForm, async ({ answer }) => {
		const { recordId, version } = await takeChallenge(visit, 'sign')
		const site = keySiteOf(visit.load.config.baseUrl)
		const signed = await signAct(visit.ctx, site, { recordId, version, answer })
		return `/${visit.locale}/receipts/${signed.recordId}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('sign.title'))

export default function SigningPage() {
	return <Signing {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
