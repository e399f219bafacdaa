import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { planCalendarFileHref } from '#app/components/calendar/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { ObligationCalendar } from '#app/components/obligation/obligation-calendar.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { listPlanObligations } from '#app/domain/obligation/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', ({ ctx, params }) =>
	listPlanObligations(ctx, idFrom(params.planId)),
)

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	pageMeta(params.lang, (say) => say('obligation.title'))

export default function Obligations() {
	const calendar = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	const { plan, member, today } = calendar
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
			]}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('obligation.title')}</PageTitle>
			<p className="govuk-body">
				{say('obligation.lead')} {say('obligation.as-of', { on: format.day(today) })}
			</p>
			<ObligationCalendar {...calendar} />
			<p className="govuk-body">
				<a className="govuk-link" href={planCalendarFileHref(locale, plan.id)} type="text/calendar">
					{say('calendar.subscribe')}
				</a>{' '}
				<span className="app-quiet">{say('calendar.subscribe.hint')}</span>
			</p>
		</Page>
	)
}
