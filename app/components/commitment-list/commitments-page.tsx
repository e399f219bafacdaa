import { divergenceHref } from '#app/components/divergence/addresses.ts'
import { exploreHref } from '#app/components/exploration/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import { LONGEST_SEARCH } from '#app/domain/commitment-list/rules.ts'
import type { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import type { FoundCommitment, ListChoices } from '#app/domain/commitment-list/view.ts'
import { ActiveFilters } from './active-filters.tsx'
import { commitmentsCsvHref, commitmentsHref, commitmentsJsonHref } from './addresses.ts'
import { FilterForm } from './filter-form.tsx'
import { FoundTable } from './found-table.tsx'

export type CommitmentsPageProps = {
	shown: readonly FoundCommitment[]
	count: number
	page: number
	pages: number
	filter: CommitmentsFilter
	choices: ListChoices
	typed: string
	notUnderstood: readonly string[]
}

/** Finds commitments by what was promised, by whom, and how it stands. */
export function CommitmentsPage(props: CommitmentsPageProps) {
	const { shown, count, pages, filter, choices, typed, notUnderstood } = props
	const { say, format } = useWords()
	const isTooLong = notUnderstood.includes('q')
	const errors = isTooLong ? [say('search.too-long', { count: LONGEST_SEARCH })] : []
	return (
		<Page>
			<PageTitle>{say('commitments.title')}</PageTitle>
			<p className="govuk-body-l">{say('commitments.lead')}</p>
			<NotUnderstood parts={notUnderstood.filter((part) => part !== 'q')} />
			<FilterForm filter={filter} choices={choices} typed={typed} errors={errors} />
			<div role="status">
				<h2 className="govuk-heading-m" id="results">
					{say('commitments.count', { count, shown: format.count(count) })}
				</h2>
			</div>
			<ActiveFilters filter={filter} choices={choices} />
			{shown.length > 0 ? <Results {...props} /> : <Nothing filter={filter} count={count} pages={pages} />}
		</Page>
	)
}

function Results({ shown, page, pages, filter }: CommitmentsPageProps) {
	const { say, locale, format } = useWords()
	const { sort: _sort, page: _page, ...narrowing } = filter
	const turn = (to: number) =>
		to < 1 || to > pages ? undefined : commitmentsHref(locale, { ...filter, page: to })
	return (
		<>
			<FoundTable
				id="commitments"
				caption={say('commitments.page', { page: format.count(page), pages: format.count(pages) })}
				commitments={shown}
			/>
			<Pagination previousHref={turn(page - 1)} nextHref={turn(page + 1)} />
			<LinkList
				links={[
					{ text: say('commitments.csv'), href: commitmentsCsvHref(locale, filter) },
					{ text: say('commitments.json'), href: commitmentsJsonHref(filter) },
					{ text: say('explore.link.these'), href: exploreHref(locale, narrowing) },
					{ text: say('divergence.heading'), href: divergenceHref(locale) },
				]}
			/>
		</>
	)
}

type NothingProps = { filter: CommitmentsFilter; count: number; pages: number }

/** What can be done where nothing is shown: go back to the last page, or take something away. */
function Nothing({ filter, count, pages }: NothingProps) {
	const { say, locale, format } = useWords()
	if (count === 0) return <p className="govuk-body">{say('commitments.none')}</p>
	return (
		<p className="govuk-body">
			{say('commitments.beyond', { pages: format.count(pages) })}{' '}
			<a className="govuk-link" href={commitmentsHref(locale, { ...filter, page: pages })}>
				{say('commitments.last-page')}
			</a>
		</p>
	)
}
