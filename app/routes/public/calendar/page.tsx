import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CalendarPage } from '#app/components/calendar/calendar-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { listObligations } from '#app/domain/obligation/queries.server.ts'
import { openByMonth } from '#app/domain/obligation/rules.ts'
import { CalendarQuery } from '#app/domain/obligation/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'

export const loader = guardedLoader('public', async ({ ctx, url }) => {
	const { value, notUnderstood } = readQuery(url, CalendarQuery)
	const all = await listObligations(ctx, {})
	const members = [...new Map(all.map(({ member }) => [member.id, member])).values()]
	const member = members.find(({ id }) => id === value.member) ?? null
	if (value.member !== undefined && member === null) throw new Refusal('not_found')
	const shown = member === null ? all : all.filter((one) => one.member.id === member.id)
	return { months: openByMonth(shown), members, member, notUnderstood }
})

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('calendar.title'))

export default function Calendar() {
	return <CalendarPage {...useLoaderData<typeof loader>()} />
}
