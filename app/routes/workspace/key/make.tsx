import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { MakeKey } from '#app/components/key/new-key.tsx'
import useKey from '#app/components/key/use-key.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addKey } from '#app/domain/passkey/commands.server.ts'
import { keySiteOf } from '#app/domain/passkey/rules.ts'
import { NewKeyForm } from '#app/domain/passkey/schema.ts'
import { answerForm, wasRejected, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { findChallenge, takeChallenge } from '#app/http/key-challenge.server.ts'
import { newKeyOptions } from '#app/http/key-options.server.ts'

/** A key is made by the browser, so this page needs its script, and says so. */
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
	const { id, nickname, challenge } = await findChallenge(visit, 'add')
	return { id, nickname, options: await newKeyOptions(visit, challenge) }
}

export const action = guardedAction(HOLDERS, (visit) =>
	answerForm(visit, NewKeyForm, async ({ answer }) => {
		const { organization, nickname, challenge } = await takeChallenge(visit, 'add')
		const site = keySiteOf(visit.load.config.baseUrl)
		const added = await addKey(visit.ctx, site, { organization, nickname, challenge, answer })
		return `/${visit.locale}/receipts/${added.recordId}?version=${String(added.version)}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('key.make'))

export default function MakeKeyPage() {
	return <MakeKey {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
