import { memberHref, membersHref, recordHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { reasonNotToContribute } from '#app/domain/consultation/rules.ts'
import type { ConsultationLine, ConsultationView } from '#app/domain/consultation/view.ts'
import type { ContributionView } from '#app/domain/public-contribution/view.ts'
import { contributeHref, inputHref, inputsHref } from './addresses.ts'
import { AnsweredCard } from './contribution-card.tsx'
import { Coverage, windowText } from './coverage.tsx'
import { ResponseLinks } from './response-links.tsx'

export type InputPageProps = ConsultationLine & {
	contributions: readonly ContributionView[]
	page: number
	pages: number
	ledgerSize: number
}

/** A consultation: the question, until when, how to take part, and what came of it. */
export function InputPage({ consultation, counts, contributions, page, pages, ledgerSize }: InputPageProps) {
	const words = useWords()
	const { say, locale } = words
	const { member, recordId, publishedOn } = consultation
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('members.title'), href: membersHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
				{ text: say('inputs.title'), href: inputsHref(locale) },
			]}
			lastUpdated={{ on: counts.lastAnsweredOn ?? publishedOn, ledgerSize }}
		>
			<PageTitle caption={say('act.consultation.published')}>
				<TextIn text={consultation.title} />
			</PageTitle>
			<InsetText>
				<strong>{windowText(consultation, words)}</strong>
			</InsetText>
			<p className="govuk-body-l">
				<TextIn text={consultation.question} />
			</p>
			<TakePart consultation={consultation} />
			<h2 className="govuk-heading-l">{say('input.brought')}</h2>
			<Coverage counts={counts} />
			<ResponseLinks recordId={recordId} />
			{contributions.map((contribution) => (
				<AnsweredCard key={contribution.recordId} contribution={contribution} />
			))}
			<Pagination
				previousHref={page > 1 ? inputHref(locale, recordId, page - 1) : undefined}
				nextHref={page < pages ? inputHref(locale, recordId, page + 1) : undefined}
			/>
		</Page>
	)
}

/** How anyone takes part now, or why no longer; and where else it is announced. */
function TakePart({ consultation }: { consultation: ConsultationView }) {
	const { say, locale } = useWords()
	const { recordId, channel, url, today } = consultation
	const reason = reasonNotToContribute(consultation, today)
	return (
		<>
			<SummaryList
				rows={[
					{ key: say('desk.consultation.channel'), value: say(`input-channel.${channel}`) },
					...(url === null
						? []
						: [
								{
									key: say('desk.consultation.url'),
									value: <SourceLink href={url} text={webHost(url) ?? url} />,
								},
							]),
					{
						key: say('input.record'),
						value: (
							<a className="govuk-link" href={recordHref(locale, recordId)}>
								{recordId}
							</a>
						),
					},
				]}
			/>
			{reason === null ? (
				<ButtonLink href={contributeHref(locale, recordId)}>{say('contribution.give')}</ButtonLink>
			) : (
				<p className="govuk-body">{say(`refusal.${reason}`)}</p>
			)}
		</>
	)
}
