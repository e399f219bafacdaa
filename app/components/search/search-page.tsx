import { commitmentsHref } from '#app/components/commitment-list/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import { LONGEST_SEARCH } from '#app/domain/commitment-list/rules.ts'
import type { SearchAsked } from '#app/domain/search/schema.ts'
import type { FoundOfKind, SearchResult } from '#app/domain/search/view.ts'
import { searchHref } from './addresses.ts'
import { FoundList } from './found-list.tsx'
import { SearchForm } from './search-form.tsx'

export type SearchPageProps = {
	result: SearchResult | null
	asked: SearchAsked
	typed: string
	page: number
	pages: number
	notUnderstood: readonly string[]
}

/** Searches all that is published, and says how much of each kind was found. */
export function SearchPage({ result, asked, typed, page, pages, notUnderstood }: SearchPageProps) {
	const { say } = useWords()
	const errors = notUnderstood.includes('q') ? [say('search.too-long', { count: LONGEST_SEARCH })] : []
	return (
		<Page>
			<PageTitle>{say('search.title')}</PageTitle>
			<p className="govuk-body-l">{say('search.lead')}</p>
			<NotUnderstood parts={notUnderstood.filter((part) => part !== 'q')} />
			<SearchForm typed={typed} errors={errors} kind={asked.kind} />
			{result ? (
				<Result result={result} asked={asked} page={page} pages={pages} />
			) : errors.length === 0 && typed.trim() !== '' ? (
				<p className="govuk-body" role="status">
					{say('search.no-word')}
				</p>
			) : null}
		</Page>
	)
}

type ResultProps = Pick<SearchPageProps, 'asked' | 'page' | 'pages'> & { result: SearchResult }

function Result({ result, asked, page, pages }: ResultProps) {
	const { say, locale, format } = useWords()
	const { count, kinds, similar } = result
	const filled = kinds.filter((kind) => kind.shown.length > 0)
	const turn = (to: number) => (to < 1 || to > pages ? undefined : searchHref(locale, { ...asked, page: to }))
	const words = similar ?? asked.q ?? ''
	return (
		<>
			{similar === null ? null : (
				<p className="govuk-body">{say('search.similar', { typed: asked.q ?? '', similar })}</p>
			)}
			<div role="status">
				<h2 className="govuk-heading-m">
					{say('search.count', { count, shown: format.count(count), words })}
				</h2>
			</div>
			<KindLinks kinds={kinds} asked={asked} />
			{filled.map((kind) => (
				<KindSection key={kind.kind} of={kind} asked={asked} />
			))}
			{filled.length > 0 ? null : <NothingShown asked={asked} count={count} pages={pages} />}
			{asked.kind === undefined ? null : (
				<Pagination previousHref={turn(page - 1)} nextHref={turn(page + 1)} />
			)}
			{kinds.some(({ kind, count: found }) => kind === 'COMMITMENT' && found > 0) ? (
				<p className="govuk-body">
					<a className="govuk-link" href={commitmentsHref(locale, { q: words })}>
						{say('search.narrow')}
					</a>
				</p>
			) : null}
		</>
	)
}

/** How much of each kind was found; each count leads to that kind alone. */
function KindLinks({ kinds, asked }: { kinds: readonly FoundOfKind[]; asked: SearchAsked }) {
	const { say, locale, format } = useWords()
	const { kind: chosen, ...rest } = asked
	const found = kinds.filter(({ count }) => count > 0)
	if (found.length === 0) return null
	return (
		<nav aria-label={say('search.kinds')}>
			<ul className="govuk-list app-kinds">
				{chosen === undefined ? null : (
					<li>
						<a className="govuk-link" href={searchHref(locale, { ...rest, page: 1 })}>
							{say('search.kinds.all')}
						</a>
					</li>
				)}
				{found.map(({ kind, count }) => (
					<li key={kind}>
						<a
							className="govuk-link"
							href={searchHref(locale, { ...rest, kind, page: 1 })}
							aria-current={kind === chosen ? 'page' : undefined}
						>
							{say('search.kind', { kind: say(`found-kind.${kind}`), count: format.count(count) })}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}

function KindSection({ of: { kind, count, shown }, asked }: { of: FoundOfKind; asked: SearchAsked }) {
	const { say, locale, format } = useWords()
	const id = `found-${kind.toLowerCase()}`
	return (
		<section aria-labelledby={id}>
			<h3 className="govuk-heading-m" id={id}>
				{say(`found-kind.${kind}`)}
			</h3>
			<FoundList found={shown} />
			{asked.kind === undefined && count > shown.length ? (
				<p className="govuk-body">
					<a className="govuk-link" href={searchHref(locale, { ...asked, kind, page: 1 })}>
						{say('search.all-of-kind', { kind: say(`found-kind.${kind}`), count: format.count(count) })}
					</a>
				</p>
			) : null}
		</section>
	)
}

type NothingShownProps = { asked: SearchAsked; count: number; pages: number }

function NothingShown({ asked, count, pages }: NothingShownProps) {
	const { say, locale, format } = useWords()
	if (count === 0) return <p className="govuk-body">{say('search.none')}</p>
	return (
		<p className="govuk-body">
			{say(pages > 1 ? 'search.beyond' : 'search.none-of-kind', { pages: format.count(pages) })}{' '}
			<a className="govuk-link" href={searchHref(locale, { q: asked.q })}>
				{say('search.kinds.all')}
			</a>
		</p>
	)
}
