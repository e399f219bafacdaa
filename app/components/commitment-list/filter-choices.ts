import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { COMMITMENT_ORDERS } from '#app/domain/commitment-list/rules.ts'
import type { Narrowing } from '#app/domain/commitment-list/schema.ts'
import type { Choice, ListChoices } from '#app/domain/commitment-list/view.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'

type Item = { readonly value: string; readonly text: string }

/** One way to narrow the list by a choice. */
export type FilterSelect = {
	readonly name: Exclude<keyof Narrowing, 'q' | 'institution'>
	readonly label: string
	readonly items: readonly Item[]
}

/** The choices beside the member: a plan only where its member is chosen, since there are too many in all. */
export function selectsOf(choices: ListChoices, words: Words): readonly FilterSelect[] {
	const { say } = words
	const level = (name: 'claimed' | 'verified' | 'assessed' | 'coded'): FilterSelect => ({
		name,
		label: say(`judge.${name}`),
		items: [
			...COMPLETION_LEVELS.map((code) => ({ value: code, text: say(`level.${code}`) })),
			{ value: 'NONE', text: say('commitments.level.NONE') },
		],
	})
	const plans = itemsOf(choices.plans, words)
	return [
		...(plans.length === 0
			? []
			: [{ name: 'plan' as const, label: say('divergence.filter.plan'), items: plans }]),
		{ name: 'area', label: say('commitments.area'), items: choices.areas.map(plain) },
		{
			name: 'value',
			label: say('commitments.value'),
			items: OGP_VALUES.map((code) => ({ value: code, text: say(`ogp-value.${code}`) })),
		},
		...(['claimed', 'verified', 'assessed', 'coded'] as const).map(level),
		{
			name: 'divergence',
			label: say('dashboard.filter.state'),
			items: [
				{ value: 'DIFFERS', text: say('commitments.differs') },
				...DIVERGENCE_STATES.map((state) => ({ value: state, text: say(`divergence.${state}`) })),
			],
		},
		{
			name: 'late',
			label: say('commitments.late'),
			items: [
				{ value: 'yes', text: say('commitments.late.yes') },
				{ value: 'no', text: say('commitments.late.no') },
			],
		},
	]
}

/** The orders that a list can have. */
export function ordersOf({ say }: Words): readonly Item[] {
	return COMMITMENT_ORDERS.map((order) => ({ value: order, text: say(`commitments.sort.${order}`) }))
}

/** Choices with their names in the page's language. */
export function itemsOf(choices: readonly Choice[], { locale }: Pick<Words, 'locale'>): readonly Item[] {
	return choices.map(({ id, name }) => ({ value: id, text: textIn(name, locale)?.text ?? id }))
}

function plain(value: string): Item {
	return { value, text: value }
}
