import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { OneButton } from '#app/components/notice/one-button.tsx'
import { useWords } from '#app/components/words.tsx'
import { endLetters } from '#app/domain/notice/commands.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { letterKindFrom, tokenFrom } from '#app/http/letter-from.ts'

/** The page is the same for every token, so that it does not tell which ones there are. */
export const loader = guardedLoader('public', ({ params }) => {
	tokenFrom(params.token)
	return { kind: letterKindFrom(params.kind) }
})

/** Answered at once and without a redirect, as mail programs that press the button for their reader expect (RFC 8058). */
export const action = guardedAction('public', async ({ ctx, params }) => {
	await endLetters(ctx, { token: tokenFrom(params.token), kind: letterKindFrom(params.kind) })
	return { isDone: true }
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say(`notice.end.title.${data?.kind ?? 'reminders'}`))

export default function NoticesEnd() {
	const { kind } = useLoaderData<typeof loader>()
	const { say } = useWords()
	if (useActionData<typeof action>()?.isDone)
		return <OneButton title={say('notice.ended.title')} lead={say('notice.ended.lead')} />
	return (
		<OneButton
			title={say(`notice.end.title.${kind}`)}
			lead={say('notice.end.lead')}
			button={say('notice.end.button')}
		/>
	)
}
