import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { membersHref } from '#app/components/addresses.ts'
import { dashboardOf } from '#app/components/charts/addresses.ts'
import { standingHref } from '#app/components/expectation/addresses.ts'
import { RegisterLinks } from '#app/components/register/register-links.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { MemberFacts } from '#app/components/member/member-facts.tsx'
import { ConsultationList } from '#app/components/plan-draft/consultation-list.tsx'
import { PlanTable } from '#app/components/plan/plan-table.tsx'
import { useWords } from '#app/components/words.tsx'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { listConsultations } from '#app/domain/plan-stage/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { isLocale } from '#app/i18n/locale.ts'

export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const member = await findMember(ctx, idFrom(params.memberId))
	const [plans, consultations] = await Promise.all([
		listPlans(ctx, { member: member.id }),
		listConsultations(ctx, { memberId: member.id }),
	])
	return { member, plans, consultations }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) =>
		data && isLocale(params.lang)
			? (textIn(data.member.name, params.lang)?.text ?? '')
			: say('members.title'),
	)

export default function Member() {
	const { member, plans, consultations } = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	return (
		<Page member={member} breadcrumbs={[{ text: say('members.title'), href: membersHref(locale) }]}>
			<PageTitle caption={say('member.caption')}>{textIn(member.name, locale)?.text}</PageTitle>
			<MemberFacts member={member} />
			<p className="govuk-body">
				<a className="govuk-link" href={standingHref(locale, member.id)}>
					{say('member.expectations')}
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={dashboardOf(locale, { of: 'MEMBER', id: member.id })}>
					{say('charts.title')}
				</a>
			</p>
			<RegisterLinks memberId={member.id} />
			<ConsultationList consultations={consultations} />
			<h2 className="govuk-heading-l">{say('plans.title')}</h2>
			{plans.length === 0 ? (
				<p className="govuk-body">{say('member.no-plans')}</p>
			) : (
				<PlanTable id="plans" plans={plans} showsMember={false} />
			)}
		</Page>
	)
}
