import { memberHref, recordHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { PracticeView } from '#app/domain/practice-library/view.ts'
import { practicesHref } from './addresses.ts'
import { SeriesFigure } from './series-figure.tsx'

const PARTS = ['problem', 'done', 'results'] as const

/** A good practice: the problem, what was done, what came of it by year, and how others can use it. */
export function PracticePage({ practice }: { practice: PracticeView }) {
	const { say, locale } = useWords()
	const { member, title, series, recordId } = practice
	const source = practice.provenance?.source ?? textIn(practice.organizationName, locale)?.text ?? member.id
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('practices.title'), href: practicesHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
			]}
		>
			<PageTitle caption={say('practice.caption')} text={textIn(title, locale)?.text}>
				<TextIn text={title} />
			</PageTitle>
			{PARTS.map((part) => (
				<Passage key={part} practice={practice} part={part} />
			))}
			<h2 className="govuk-heading-m">{say('practices.figures')}</h2>
			{series.length === 0 ? <p className="govuk-body">{say('practice.no-figures')}</p> : null}
			{series.map((each, at) => (
				<SeriesFigure
					key={at}
					id={`series-${String(at + 1)}`}
					series={each}
					source={source}
					publishedOn={practice.publishedOn}
				/>
			))}
			<Passage practice={practice} part="reuse" />
			<PracticeFacts practice={practice} />
			<p className="govuk-body">
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('registers.record')}
				</a>
			</p>
		</Page>
	)
}

function Passage({ practice, part }: { practice: PracticeView; part: (typeof PARTS)[number] | 'reuse' }) {
	const { say } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say(`practice.${part}`)}</h2>
			<p className="govuk-body app-prose">
				<TextIn text={practice[part]} missing={say('practice.not-given')} />
			</p>
		</section>
	)
}

function PracticeFacts({ practice }: { practice: PracticeView }) {
	const { say, locale } = useWords()
	const { member, theme, contactOffice, url, usedBy } = practice
	return (
		<SummaryList
			rows={[
				{
					key: say('practice.member'),
					value: (
						<a className="govuk-link" href={memberHref(locale, member.id)}>
							<TextIn text={member.name} />
						</a>
					),
				},
				{
					key: say('practices.theme'),
					value: theme ? (
						<a className="govuk-link" href={practicesHref(locale, { theme: theme.id })}>
							<TextIn text={theme.name} />
						</a>
					) : (
						say('missing.text')
					),
				},
				{ key: say('practice.contact'), value: contactOffice ?? say('missing.text') },
				{ key: say('practices.used-by'), value: <Users usedBy={usedBy} /> },
				...(url
					? [{ key: say('practice.more'), value: <SourceLink href={url} text={webHost(url) ?? url} /> }]
					: []),
				{ key: say('member.source'), value: <Origin practice={practice} /> },
			]}
		/>
	)
}

function Origin({ practice }: { practice: PracticeView }) {
	const { say, locale, format } = useWords()
	const { provenance, publishedOn } = practice
	const organization = textIn(practice.organizationName, locale)?.text ?? say('registers.unnamed')
	return (
		<>
			{provenance === null ? null : `${say('provenance.source', { source: provenance.source })} `}
			{provenance?.sourceUrl ? (
				<SourceLink href={provenance.sourceUrl} text={say('provenance.link')} />
			) : null}{' '}
			{say('registers.by', { organization, on: format.day(publishedOn) })}
		</>
	)
}

function Users({ usedBy }: Pick<PracticeView, 'usedBy'>) {
	const { say, locale } = useWords()
	if (usedBy.length === 0) return <>{say('practices.nothing-named')}</>
	return (
		<ul className="app-plain-list">
			{usedBy.map(({ id, name, isMember }) => (
				<li key={id}>
					{isMember ? (
						<a className="govuk-link" href={memberHref(locale, id)}>
							<TextIn text={name} />
						</a>
					) : (
						<TextIn text={name} />
					)}
				</li>
			))}
		</ul>
	)
}
