import { FilterFields } from '#app/components/commitment-list/filter-form.tsx'
import type { FilterFieldsProps } from '#app/components/commitment-list/filter-form.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { GROUPS, MEASURES } from '#app/domain/exploration/rules.ts'
import type { ExplorationQuery } from '#app/domain/exploration/schema.ts'
import { exploreHref } from './addresses.ts'

type ExploreFormProps = Omit<FilterFieldsProps, 'filter'> & { query: ExplorationQuery }

/** Chooses what is counted, in which groups, and of which commitments. */
export function ExploreForm({ query, choices, typed, errors }: ExploreFormProps) {
	const { say, locale } = useWords()
	return (
		<form method="get" action={exploreHref(locale)} role="search" aria-label={say('explore.form')}>
			<div className="app-filters">
				<Select
					id="measure"
					name="measure"
					label={say('explore.measure')}
					defaultValue={query.measure ?? 'commitments'}
					items={MEASURES.map((measure) => ({ value: measure, text: say(`explore.measure.${measure}`) }))}
				/>
				<Select
					id="group"
					name="group"
					label={say('explore.group')}
					defaultValue={query.group ?? 'member'}
					items={GROUPS.map((group) => ({ value: group, text: say(`explore.group.${group}`) }))}
				/>
			</div>
			<FilterFields filter={query} choices={choices} typed={typed} errors={errors} />
			<div className="app-filters">
				<Button variant="secondary">{say('explore.apply')}</Button>
				<a className="govuk-link" href={exploreHref(locale)}>
					{say('filter.clear')}
				</a>
			</div>
		</form>
	)
}
