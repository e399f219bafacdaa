import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { updateLinkHref } from '#app/components/workspace/link-answer-form.tsx'
import { UpdateLinks } from '#app/components/workspace/update-links.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { giveUpdateLink } from '#app/domain/update-link/commands.server.ts'
import { listUpdateLinks } from '#app/domain/update-link/queries.server.ts'
import { LinkOffer } from '#app/domain/update-link/schema.ts'
import { noteRejection, workspacePage } from '#app/http/answer-form.server.ts'
import type { Rejection } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'
import { updateLinkLetter } from '#app/http/update-link-letter.server.ts'

const GIVERS = ['IMPLEMENTER', 'INSTITUTION_LEAD'] as const

export const loader = guardedLoader(GIVERS, async (visit) =>
	workspacePage(visit, await listUpdateLinks(visit.ctx, taskKeyFrom(visit.params))),
)

type Answered = {
	readonly rejected: Rejection | null
	readonly given: { readonly address: string; readonly officerEmail: string } | null
}

/** Gives a link. It is mailed after the answer, and shown on the answer itself, which nothing can show again. */
export const action = guardedAction(GIVERS, async (visit) => {
	const key = taskKeyFrom(visit.params)
	const form = await parseForm(visit.request, LinkOffer)
	if (!form.ok) {
		noteRejection(visit)
		return json<Answered>({ rejected: { reply: form.reply, reason: null }, given: null }, { status: 422 })
	}
	const { token } = await giveUpdateLink(visit.ctx, key, form.value)
	const { task } = await listUpdateLinks(visit.ctx, key)
	const address = `${visit.load.config.baseUrl}${updateLinkHref(visit.locale, token)}`
	visit.load.accounts.mailLater(updateLinkLetter({ to: form.value, task, address, locale: visit.locale }))
	return json<Answered>({ rejected: null, given: { address, officerEmail: form.value.officerEmail } })
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('update-link.title'))

export default function TaskLinks() {
	const { task, links, person } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	return (
		<UpdateLinks
			task={task}
			links={links}
			person={person}
			rejected={answered?.rejected ?? undefined}
			given={answered?.given ?? null}
		/>
	)
}
