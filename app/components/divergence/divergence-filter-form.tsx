import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'
import { divergenceHref } from './addresses.ts'

export type DivergenceChoices = {
	readonly members: readonly { readonly id: string; readonly name: Bilingual }[]
	readonly plans: readonly { readonly id: string; readonly title: Bilingual }[]
	readonly institutions: readonly string[]
	readonly checkpoints: readonly string[]
}

/** Narrows the list; what is chosen stands in the address. */
export function DivergenceFilterForm(props: { filter: DivergenceFilter; choices: DivergenceChoices }) {
	const words = useWords()
	const { say, locale } = words
	return (
		<form
			method="get"
			action={divergenceHref(locale)}
			className="app-filter"
			role="search"
			aria-label={say('divergence.filter')}
		>
			{selectsOf(props.choices, words).map(({ name, label, items }) => (
				<Select
					key={name}
					id={name}
					name={name}
					label={label}
					defaultValue={props.filter[name] ?? ''}
					items={items}
				/>
			))}
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={divergenceHref(locale)}>
				{say('filter.clear')}
			</a>
		</form>
	)
}

type Item = { readonly value: string; readonly text: string }
type FilterSelect = {
	readonly name: Exclude<keyof DivergenceFilter, 'after'>
	readonly label: string
	readonly items: readonly Item[]
}

function selectsOf(choices: DivergenceChoices, { say, locale }: Words): readonly FilterSelect[] {
	const named = (id: string, text: Bilingual) => ({ value: id, text: textIn(text, locale)?.text ?? id })
	const plain = (value: string) => ({ value, text: value })
	const looked = { value: '', text: say('divergence.filter.looked') }
	const all = { value: '', text: say('filter.all') }
	const now = { value: '', text: say('divergence.filter.checkpoint.now') }
	const each = { value: 'all', text: say('divergence.filter.checkpoint.all') }
	const states = DIVERGENCE_STATES.map((state) => ({ value: state, text: say(`divergence.${state}`) }))
	const label = (name: 'member' | 'plan' | 'institution' | 'checkpoint') => say(`divergence.filter.${name}`)
	return [
		{
			name: 'member',
			label: label('member'),
			items: [looked, ...choices.members.map(({ id, name }) => named(id, name))],
		},
		{
			name: 'plan',
			label: label('plan'),
			items: [looked, ...choices.plans.map(({ id, title }) => named(id, title))],
		},
		{ name: 'institution', label: label('institution'), items: [all, ...choices.institutions.map(plain)] },
		{ name: 'checkpoint', label: label('checkpoint'), items: [now, each, ...choices.checkpoints.map(plain)] },
		{ name: 'state', label: say('dashboard.filter.state'), items: [all, ...states] },
	]
}
