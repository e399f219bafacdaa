import { useActionData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { OneButton } from '#app/components/notice/one-button.tsx'
import { useWords } from '#app/components/words.tsx'
import { endSubscription } from '#app/domain/subscription/commands.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { tokenFrom } from '#app/http/letter-from.ts'

/** The page is the same for every token, so that it does not tell which ones there are. */
export const loader = guardedLoader('public', ({ params }) => {
	tokenFrom(params.token)
	return null
})

/** Answered at once and without a redirect, as mail programs that press the button for their reader expect (RFC 8058). */
export const action = guardedAction('public', async ({ ctx, params }) => {
	await endSubscription(ctx, tokenFrom(params.token))
	return { isDone: true }
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = ({ params }) =>
	pageMeta(params.lang, (say) => say('subscription.end.title'))

export default function SubscriptionEnd() {
	const { say } = useWords()
	if (useActionData<typeof action>()?.isDone)
		return <OneButton title={say('subscription.ended.title')} lead={say('subscription.ended.lead')} />
	return (
		<OneButton
			title={say('subscription.end.title')}
			lead={say('subscription.end.lead')}
			button={say('subscription.end.button')}
		/>
	)
}
