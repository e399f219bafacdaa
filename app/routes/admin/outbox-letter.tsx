import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OutboxLetter } from '#app/components/notice/outbox.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { findInOutbox } from '#app/http/outbox.server.ts'
import { sayIn } from '#app/i18n/translate.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) => {
	const instead = sayIn(visit.locale)('outbox.hidden')
	const letter = await findInOutbox(visit.load.config, idFrom(visit.params.letterId), instead)
	return workspacePage(visit, { letter })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('outbox.letter'))

export default function OutboxLetterPage() {
	return <OutboxLetter {...useLoaderData<typeof loader>()} />
}
