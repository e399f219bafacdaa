import { z } from 'zod'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ownCalendarHref } from '#app/components/calendar/addresses.ts'
import { MadeCalendar } from '#app/components/notice/calendar-address.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { makeCalendarAddress } from '#app/domain/calendar-address/commands.server.ts'
import { shownForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('member', (visit) => workspacePage(visit, {}))

export const action = guardedAction('member', (visit) =>
	shownForm(visit, z.strictObject({}), async () => {
		const token = await makeCalendarAddress(visit.ctx)
		return `${visit.load.config.baseUrl}${ownCalendarHref(visit.locale, token)}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('notice.calendar'))

export default function NoticesCalendar() {
	const { person } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return <MadeCalendar person={person} address={answer && 'shown' in answer ? answer.shown : null} />
}
