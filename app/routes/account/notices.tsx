import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { Notices } from '#app/components/notice/notices.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findCalendarAddress } from '#app/domain/calendar-address/queries.server.ts'
import { findChoice } from '#app/domain/notice/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, {
		choice: await findChoice(visit.ctx),
		calendarMadeOn: await findCalendarAddress(visit.ctx),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('notice.title'))

export default function NoticesPage() {
	return <Notices {...useLoaderData<typeof loader>()} />
}
