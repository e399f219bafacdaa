import { useActionData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { OneButton } from '#app/components/notice/one-button.tsx'
import { useWords } from '#app/components/words.tsx'
import { confirmSubscription } from '#app/domain/subscription/commands.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { tokenFrom } from '#app/http/letter-from.ts'

/** The page is the same for every token, and asking for it changes nothing: programs that read mail follow links too. */
export const loader = guardedLoader('public', ({ params }) => {
	tokenFrom(params.token)
	return null
})

export const action = guardedAction('public', async ({ ctx, params }) => {
	await confirmSubscription(ctx, tokenFrom(params.token))
	return { isDone: true }
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = ({ params }) =>
	pageMeta(params.lang, (say) => say('subscription.confirm.title'))

export default function SubscriptionConfirm() {
	const { say } = useWords()
	if (useActionData<typeof action>()?.isDone)
		return <OneButton title={say('subscription.confirmed.title')} lead={say('subscription.confirmed.lead')} />
	return (
		<OneButton
			title={say('subscription.confirm.title')}
			lead={say('subscription.confirm.lead')}
			button={say('subscription.confirm.button')}
		/>
	)
}
