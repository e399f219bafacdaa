import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { OneButton } from '#app/components/notice/one-button.tsx'
import { useWords } from '#app/components/words.tsx'
import { acknowledgeOverdue } from '#app/domain/notice/commands.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { dayFrom, tokenFrom } from '#app/http/letter-from.ts'

/** Reading the page changes nothing: programs that look at links before their reader acknowledge nothing. */
export const loader = guardedLoader('public', ({ params }) => {
	tokenFrom(params.token)
	return { sentOn: dayFrom(params.day) }
})

export const action = guardedAction('public', async ({ ctx, params }) => {
	await acknowledgeOverdue(ctx, { token: tokenFrom(params.token), sentOn: dayFrom(params.day) })
	return { isDone: true }
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('notice.acknowledge.title'))

export default function NoticesAcknowledge() {
	const { sentOn } = useLoaderData<typeof loader>()
	const { say, format } = useWords()
	if (useActionData<typeof action>()?.isDone)
		return <OneButton title={say('notice.acknowledged.title')} lead={say('notice.acknowledged.lead')} />
	return (
		<OneButton
			title={say('notice.acknowledge.title')}
			lead={say('notice.acknowledge.lead', { on: format.day(sentOn) })}
			button={say('notice.acknowledge.button')}
		/>
	)
}
