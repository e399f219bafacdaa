import { Button } from '#app/components/ui/button.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentsFilter, Narrowing } from '#app/domain/commitment-list/schema.ts'
import type { ListChoices } from '#app/domain/commitment-list/view.ts'
import { commitmentsHref } from './addresses.ts'
import { itemsOf, ordersOf, selectsOf } from './filter-choices.ts'

export type FilterFieldsProps = {
	filter: Narrowing
	choices: ListChoices
	/** The words as they were typed, whether or not they could be looked for. */
	typed: string
	errors: readonly string[]
}

type FilterFormProps = Omit<FilterFieldsProps, 'filter'> & { filter: CommitmentsFilter }

/** Finds commitments; what is asked stands in the address. */
export function FilterForm({ filter, choices, typed, errors }: FilterFormProps) {
	const { say, locale } = useWords()
	return (
		<form method="get" action={commitmentsHref(locale)} role="search" aria-label={say('commitments.filter')}>
			<FilterFields filter={filter} choices={choices} typed={typed} errors={errors} />
			<OrderAndButton filter={filter} />
		</form>
	)
}

/** What commitments can be narrowed by. */
export function FilterFields({ filter, choices, typed, errors }: FilterFieldsProps) {
	const words = useWords()
	const { say } = words
	const all = { value: '', text: say('filter.all') }
	return (
		<>
			<TextField
				id="q"
				name="q"
				label={say('commitments.words')}
				hint={say('commitments.words.hint')}
				defaultValue={typed}
				errors={errors}
			/>
			<Select
				id="member"
				name="member"
				label={say('divergence.filter.member')}
				defaultValue={filter.member ?? ''}
				items={[all, ...itemsOf(choices.members, words)]}
			/>
			<MoreFilters filter={filter} choices={choices} />
		</>
	)
}

/** What is asked less often, open as soon as some of it is used. */
function MoreFilters({ filter, choices }: Pick<FilterFieldsProps, 'filter' | 'choices'>) {
	const words = useWords()
	const { say } = words
	const all = { value: '', text: say('filter.all') }
	const selects = selectsOf(choices, words)
	const isNarrow = filter.institution !== undefined || selects.some(({ name }) => filter[name] !== undefined)
	return (
		<Details summary={say('commitments.more')} isOpen={isNarrow}>
			<div className="app-filters">
				<TextField
					id="institution"
					name="institution"
					label={say('divergence.filter.institution')}
					defaultValue={filter.institution ?? ''}
				/>
				{selects.map(({ name, label, items }) => (
					<Select
						key={name}
						id={name}
						name={name}
						label={label}
						defaultValue={filter[name] ?? ''}
						items={[all, ...items]}
					/>
				))}
			</div>
		</Details>
	)
}

function OrderAndButton({ filter }: Pick<FilterFormProps, 'filter'>) {
	const words = useWords()
	const { say, locale } = words
	return (
		<div className="app-filters">
			<Select
				id="sort"
				name="sort"
				label={say('commitments.sort')}
				defaultValue={filter.sort ?? 'plan'}
				items={ordersOf(words)}
			/>
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={commitmentsHref(locale)}>
				{say('filter.clear')}
			</a>
		</div>
	)
}
