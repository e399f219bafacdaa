import { dashboardHref } from '#app/components/addresses.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentFilter } from '#app/domain/commitment/schema.ts'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'

/** Narrows the figures to some commitments; what is chosen stands in the address. */
export function CommitmentFilterForm({ planId, filter }: { planId: string; filter: CommitmentFilter }) {
	const { say, locale } = useWords()
	const action = dashboardHref(locale, planId)
	return (
		<form
			method="get"
			action={action}
			className="app-filter"
			role="search"
			aria-label={say('dashboard.filter')}
		>
			<TextField
				id="q"
				name="q"
				label={say('dashboard.filter.words')}
				defaultValue={filter.q ?? ''}
				maxLength={100}
			/>
			<StateSelect state={filter.state} />
			<Select
				id="overdue"
				name="overdue"
				label={say('dashboard.filter.overdue')}
				defaultValue={filter.overdue ?? ''}
				items={[
					{ value: '', text: say('filter.all') },
					{ value: 'yes', text: say('dashboard.filter.overdue.yes') },
				]}
			/>
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={action}>
				{say('filter.clear')}
			</a>
		</form>
	)
}

function StateSelect({ state }: { state: CommitmentFilter['state'] }) {
	const { say } = useWords()
	return (
		<Select
			id="state"
			name="state"
			label={say('dashboard.filter.state')}
			defaultValue={state ?? ''}
			items={[
				{ value: '', text: say('filter.all') },
				...DIVERGENCE_STATES.map((state) => ({ value: state, text: say(`divergence.${state}`) })),
			]}
		/>
	)
}
