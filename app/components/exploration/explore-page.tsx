import { liveCounts } from '#app/charts/live-bars.ts'
import { countBars, countLegend, spokenExploration } from '#app/charts/spoken-exploration.ts'
import { withLegend } from '#app/charts/legend.ts'
import type { SpokenChart } from '#app/charts/shapes.ts'
import { ChartFigure } from '#app/components/charts/chart-figure.tsx'
import { Explore } from '#app/components/charts/explore.tsx'
import { ShapeDrawing } from '#app/components/charts/shape-drawing.tsx'
import { ActiveFilters } from '#app/components/commitment-list/active-filters.tsx'
import { commitmentsHref } from '#app/components/commitment-list/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Table, TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { LONGEST_SEARCH } from '#app/domain/commitment-list/rules.ts'
import type { Narrowing } from '#app/domain/commitment-list/schema.ts'
import type { ListChoices } from '#app/domain/commitment-list/view.ts'
import type { Group } from '#app/domain/exploration/rules.ts'
import type { ExplorationQuery } from '#app/domain/exploration/schema.ts'
import type { Exploration } from '#app/domain/exploration/view.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import { EXPLORE_FILES, exploreFileHref, exploreHref } from './addresses.ts'
import { ExploreForm } from './explore-form.tsx'

export type ExplorePageProps = {
	exploration: Exploration & { readonly leftOut: number }
	query: ExplorationQuery
	choices: ListChoices
	typed: string
	notUnderstood: readonly string[]
}

/** Lets people count published commitments by what they choose. */
export function ExplorePage({ exploration, query, choices, typed, notUnderstood }: ExplorePageProps) {
	const { say } = useWords()
	const errors = notUnderstood.includes('q') ? [say('search.too-long', { count: LONGEST_SEARCH })] : []
	return (
		<Page>
			<PageTitle>{say('explore.title')}</PageTitle>
			<p className="govuk-body-l">{say('explore.lead')}</p>
			<NotUnderstood parts={notUnderstood.filter((part) => part !== 'q')} />
			<ExploreForm query={query} choices={choices} typed={typed} errors={errors} />
			<ActiveFilters filter={query} choices={choices} without={exploreHref} />
			<Counted exploration={exploration} query={query} />
		</Page>
	)
}

function Counted({ exploration, query }: Pick<ExplorePageProps, 'exploration' | 'query'>) {
	const words = useWords()
	const { say, format, locale } = words
	const { groups, count, ledgerSize, asOfOn } = exploration
	const spoken = spokenExploration(exploration, words)
	return (
		<>
			<p className="govuk-body" role="status">
				{say('explore.count', {
					...{ count, shown: format.count(count) },
					groups: format.count(groups.length),
				})}
			</p>
			<ChartFigure
				id="exploration"
				message={spoken.message}
				table={<CountTable spoken={spoken} exploration={exploration} query={query} />}
				downloads={EXPLORE_FILES.map((file) => ({
					href: exploreFileHref(file, locale, query),
					text: say(`explore.file.${file}`),
				}))}
				source={say('chart.source.record', { size: format.count(ledgerSize) })}
				asOfOn={asOfOn}
				after={<Share query={query} />}
			>
				<Drawn exploration={exploration} spoken={spoken} />
			</ChartFigure>
		</>
	)
}

type DrawnProps = Pick<ExplorePageProps, 'exploration'> & { spoken: SpokenChart }

/** The bars, what their parts mean, and what has to be known; where nothing fits, a sentence. */
function Drawn({ exploration, spoken }: DrawnProps) {
	const words = useWords()
	const { say } = words
	const legend = countLegend(exploration, words)
	if (spoken.isEmpty) return <p className="govuk-inset-text">{say('commitments.none')}</p>
	return (
		<>
			<Explore bars={liveCounts(exploration, spoken.title, words)}>
				<ShapeDrawing drawing={countBars(exploration, words)} title={spoken.title} />
			</Explore>
			{legend.length === 0 ? null : (
				<ShapeDrawing drawing={withLegend({ height: 0, shapes: [] }, legend)} title={say('explore.legend')} />
			)}
			{spoken.notes.map((note) => (
				<p key={note} className="app-quiet">
					{note}
				</p>
			))}
		</>
	)
}

function Share({ query }: { query: ExplorationQuery }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={exploreHref(locale, query)}>
				{say('explore.share')}
			</a>
		</p>
	)
}

type CountTableProps = { spoken: SpokenChart } & Pick<ExplorePageProps, 'exploration' | 'query'>

/** The counts; each group leads to its commitments. */
function CountTable({ spoken, exploration, query }: CountTableProps) {
	const { locale } = useWords()
	const { measure: _measure, group: _group, ...narrowing } = query
	const Shown = spoken.heads.length > 3 ? TableRegion : Table
	return (
		<Shown
			id="exploration-table"
			caption={spoken.caption}
			captionSize="s"
			isCompact
			columns={spoken.heads.map((head, at) => ({ head, isNumeric: at > 0 }))}
			rows={spoken.rows.map(({ key, cells }, at) => {
				const [name, ...counts] = cells.map(({ text }) => text)
				const group = exploration.groups[at]
				const narrowed = group && narrowedTo(exploration.group, group.key)
				const href = commitmentsHref(locale, { ...narrowing, ...narrowed })
				return {
					key: `${String(at)} ${key}`,
					cells: [
						group && narrowed === null ? (
							name
						) : (
							<a key="name" className="govuk-link" href={href}>
								{name}
							</a>
						),
						...counts,
					],
				}
			})}
		/>
	)
}

/** How a list is narrowed to one group; null where no list can be. */
function narrowedTo(group: Group, key: string | null): Narrowing | null {
	if (key === null || group === 'year') return null
	if (group === 'value') return { value: OGP_VALUES.find((value) => value === key) }
	return { [group]: key }
}
