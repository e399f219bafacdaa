import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { memberHref, planHref, plansHref, recordHref } from '#app/components/addresses.ts'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { DraftedText, Passage } from '#app/components/plan-draft/drafted-text.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findConsultation } from '#app/domain/plan-stage/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, locale }) => {
	const consultation = await findConsultation(ctx, idFrom(params.recordId))
	return { consultation, title: textIn(consultation.title, locale)?.text ?? null }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('consultation.caption'))

export default function Consultation() {
	const { consultation, title } = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	const { member, note, openedOn, closesOn, isOpen, approvedPlanId, recordId, ledgerSize } = consultation
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
			]}
			lastUpdated={{ on: openedOn, ledgerSize }}
		>
			<PageTitle caption={say('consultation.caption')} text={title ?? undefined}>
				<TextIn text={consultation.title} missing={say('plan-draft.untitled')} />
			</PageTitle>
			<InsetText>
				<p className="govuk-body">
					<strong>
						{say(isOpen ? 'consultation.open' : 'consultation.closed', { until: format.day(closesOn) })}
					</strong>
				</p>
				{note.en === null && note.id === null ? null : <Passage text={note} />}
				{approvedPlanId === null ? null : (
					<a className="govuk-link" href={planHref(locale, approvedPlanId)}>
						{say('consultation.approved')}
					</a>
				)}
			</InsetText>
			<p className="govuk-body">
				{say('consultation.frozen', { on: format.day(openedOn) })}{' '}
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('consultation.record')}
				</a>
			</p>
			<DraftedText plan={consultation.plan} />
		</Page>
	)
}
