import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { InvitationRefused, JoinPage } from '#app/components/cso/join-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { joinByInvitation } from '#app/domain/invitation/commands.server.ts'
import { JoinAnswer, NewcomerAnswer } from '#app/domain/invitation/schema.ts'
import { answerForm, wasRejected } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { invitationOf, invitationTokenIn } from '#app/http/invitation.server.ts'
import { isLocale } from '#app/i18n/locale.ts'

/** Opening the link changes nothing: mail programs that look at links must not use it up. */
export const loader = guardedLoader('public', async (visit) => {
	const token = invitationTokenIn(visit.url)
	const found = await invitationOf(visit, token)
	return json({ ...found, token, isRejected: wasRejected(visit) }, { status: found.status })
})

/** Takes the invitation up, and leads on to signing in: the link proved the address, as a letter's link does. */
export const action = guardedAction('public', async (visit) => {
	const token = invitationTokenIn(visit.url)
	const { invitation, reason, status } = await invitationOf(visit, token)
	if (invitation === null) return json({ reply: null, reason }, { status })
	return answerForm(visit, invitation.isKnown ? JoinAnswer : NewcomerAnswer, async (answer) => {
		// The token in the address was held to the limits of guessing; the form's own was not.
		const joined = await joinByInvitation(visit.ctx, { ...answer, token })
		const locale = isLocale(joined.locale) ? joined.locale : visit.locale
		const link = new URL(await visit.load.accounts.linkFor({ email: joined.email, locale }))
		const next = joined.recordId === null ? `/${locale}/tasks` : `/${locale}/receipts/${joined.recordId}`
		return `${link.pathname}${link.search}&next=${encodeURIComponent(next)}`
	})
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('invitation.title'), data?.isRejected)

export default function InvitationPage() {
	const { invitation, reason, token } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	if (invitation === null) return <InvitationRefused reason={answered?.reason ?? reason} />
	return (
		<JoinPage
			invitation={invitation}
			token={token}
			rejected={answered?.reply ? { reply: answered.reply, reason: answered.reason } : undefined}
		/>
	)
}
