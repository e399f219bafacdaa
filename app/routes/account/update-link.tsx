import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { UpdateByLink, UpdateLinkRefused } from '#app/components/workspace/update-by-link.tsx'
import { answerByLink } from '#app/domain/update-link/commands.server.ts'
import { linkAnswer } from '#app/domain/update-link/schema.ts'
import { wasRejected } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { answerTypedForm } from '#app/http/typed-form.server.ts'
import { linkTaskOf, tokenIn } from '#app/http/update-link.server.ts'

/** Opening the link changes nothing: mail programs that look at links must not use it up. */
export const loader = guardedLoader('public', async (visit) => {
	const token = tokenIn(visit.url)
	const task = await linkTaskOf(visit, token)
	return json({ task, token, isRejected: wasRejected(visit) }, { status: task ? 200 : 404 })
})

/** Every link that does not open is answered alike, whatever the cause. */
export const action = guardedAction('public', async (visit) => {
	const token = tokenIn(visit.url)
	const task = await linkTaskOf(visit, token)
	if (task === null) return json(null, { status: 404 })
	return answerTypedForm(visit, linkAnswer(task), async (answer) => {
		// The token in the address was held to the limits of guessing; the form's own was not.
		await answerByLink(visit.ctx, { ...answer, token })
		return `/${visit.locale}/update-link/sent`
	})
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => say('update-link.page.title'), data?.isRejected)

export default function UpdateLinkPage() {
	const { task, token } = useLoaderData<typeof loader>()
	const rejected = useActionData<typeof action>()
	if (task === null || rejected === null) return <UpdateLinkRefused />
	return <UpdateByLink task={task} token={token} rejected={rejected} />
}
