import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { subscriptionsHref } from '#app/components/subscription/addresses.ts'
import { AskPage } from '#app/components/subscription/ask-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { askSubscription } from '#app/domain/subscription/commands.server.ts'
import { findSubscribed } from '#app/domain/subscription/queries.server.ts'
import { SubscriptionAnswer } from '#app/domain/subscription/schema.ts'
import { answerForm, wasRejected } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { askingLetter, mayAsk, subscribedFrom } from '#app/http/subscription.server.ts'
import { sayIn } from '#app/i18n/translate.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { wasSent, ...about } = subscribedFrom(visit.url)
	const name = await findSubscribed(visit.ctx, about)
	return { about, name, wasSent, isRejected: wasRejected(visit) }
})

/** Known and unknown addresses are answered alike: the letter that asks is sent to both. */
export const action = guardedAction('public', (visit) =>
	answerForm(visit, SubscriptionAnswer, async (answer) => {
		const { ctx, url, locale, load } = visit
		const { wasSent: _again, ...about } = subscribedFrom(url)
		const name = await findSubscribed(ctx, about)
		if (await mayAsk(visit, answer.email)) {
			const token = await askSubscription(ctx, answer, { ...about, locale })
			const title = (name && textIn(name, locale)?.text) ?? sayIn(locale)('subscription.of.SITE')
			load.accounts.mailLater(askingLetter(visit, { email: answer.email, token, about: title }))
		}
		return subscriptionsHref(locale, about, { wasSent: true })
	}),
)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('subscription.title'), data?.isRejected)

export default function Subscriptions() {
	return <AskPage {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
