import { memberHref } from '#app/components/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PracticeFilter } from '#app/domain/practice-library/schema.ts'
import type { LibraryPage as Library, PracticeView } from '#app/domain/practice-library/view.ts'
import { practiceHref, practicesHref } from './addresses.ts'
import { LibraryFilter } from './library-filter.tsx'

type LibraryPageProps = { library: Library; filter: PracticeFilter; notUnderstood: readonly string[] }

/** The library of good practices: a search, how many fit, and the practices by name. */
export function LibraryPage({ library, filter, notUnderstood }: LibraryPageProps) {
	const { say, locale, format } = useWords()
	const { shown, count, of, page, pages, choices, lastPublishedOn } = library
	const turn = (to: number) =>
		to < 1 || to > pages ? undefined : practicesHref(locale, { ...filter, page: to })
	return (
		<Page>
			<PageTitle>{say('practices.title')}</PageTitle>
			<p className="govuk-body-l">{say('practices.lead')}</p>
			{lastPublishedOn === null ? null : (
				<p className="govuk-body">{say('repository.updated', { on: format.day(lastPublishedOn) })}</p>
			)}
			<NotUnderstood parts={notUnderstood} />
			<LibraryFilter filter={filter} choices={choices} />
			<p className="govuk-body" role="status">
				{say('practices.count', { count: format.count(count), total: format.count(of) })}
			</p>
			{shown.length === 0 ? (
				<p className="govuk-body">{say(of === 0 ? 'practices.none' : 'practices.none-fits')}</p>
			) : (
				<PracticeTable practices={shown} />
			)}
			<Pagination previousHref={turn(page - 1)} nextHref={turn(page + 1)} />
		</Page>
	)
}

function PracticeTable({ practices }: { practices: readonly PracticeView[] }) {
	const { say } = useWords()
	const heads = ['practice', 'member', 'theme', 'figures', 'used-by'] as const
	return (
		<Table
			id="practices"
			caption={say('practices.title')}
			stacks
			columns={heads.map((head) => ({ head: say(`practices.${head}`), isWide: head === 'practice' }))}
			rows={practices.map((practice) => ({
				key: practice.recordId,
				cells: heads.map((head) => <Cell key={head} of={head} practice={practice} />),
			}))}
		/>
	)
}

function Cell({ of, practice }: { of: string; practice: PracticeView }) {
	const { say, format } = useWords()
	const { theme, series } = practice
	if (of === 'practice') return <PracticeName practice={practice} />
	if (of === 'member') return <PracticeMember practice={practice} />
	if (of === 'used-by') return <Users practice={practice} />
	if (of === 'theme') return theme ? <TextIn text={theme.name} /> : <>{say('missing.text')}</>
	if (series.length === 0) return <>{say('missing.text')}</>
	return <>{say('practices.figures.count', { count: series.length, series: format.count(series.length) })}</>
}

function PracticeName({ practice: { recordId, title, done } }: { practice: PracticeView }) {
	const { locale } = useWords()
	return (
		<>
			<a className="govuk-link" href={practiceHref(locale, recordId)}>
				<TextIn text={title} />
			</a>
			<br />
			<span className="app-quiet">
				<TextIn text={done} />
			</span>
		</>
	)
}

function PracticeMember({ practice: { member } }: { practice: PracticeView }) {
	const { say, locale } = useWords()
	return (
		<>
			<a className="govuk-link" href={memberHref(locale, member.id)}>
				<TextIn text={member.name} />
			</a>
			{member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
		</>
	)
}

function Users({ practice: { usedBy } }: { practice: PracticeView }) {
	const { say } = useWords()
	if (usedBy.length === 0) return <>{say('practices.nothing-named')}</>
	return (
		<ul className="app-plain-list">
			{usedBy.map(({ id, name }) => (
				<li key={id}>
					<TextIn text={name} />
				</li>
			))}
		</ul>
	)
}
