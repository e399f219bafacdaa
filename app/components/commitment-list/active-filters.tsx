import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { CommitmentsFilter, Narrowing } from '#app/domain/commitment-list/schema.ts'
import type { ListChoices } from '#app/domain/commitment-list/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { commitmentsHref } from './addresses.ts'
import { itemsOf, selectsOf } from './filter-choices.ts'

type ActiveFiltersProps = {
	filter: CommitmentsFilter
	choices: ListChoices
	/** Where a link leads that takes something away; the list, where nothing else is said. */
	without?: (locale: Locale, filter: CommitmentsFilter) => string
}

/** What the list is narrowed by, each with a link that takes it away. */
export function ActiveFilters({ filter, choices, without = commitmentsHref }: ActiveFiltersProps) {
	const words = useWords()
	const { say, locale } = words
	const active = activeIn(filter, choices, words)
	if (active.length === 0) return null
	return (
		<ul className="govuk-list" aria-label={say('commitments.narrowed')}>
			{active.map(({ name, text }) => {
				// A plan belongs to its member; another page of fewer commitments would be none.
				const less = name === 'member' ? { member: undefined, plan: undefined } : { [name]: undefined }
				return (
					<li key={name}>
						<a className="govuk-link" href={without(locale, { ...filter, ...less, page: undefined })}>
							{say('commitments.without', { filter: text })}
						</a>
					</li>
				)
			})}
		</ul>
	)
}

function activeIn(filter: CommitmentsFilter, choices: ListChoices, words: Words) {
	const { say } = words
	const members = itemsOf(choices.members, words)
	const typed = [
		['q', say('commitments.words'), filter.q],
		['member', say('divergence.filter.member'), nameIn(members, filter.member)],
		['institution', say('divergence.filter.institution'), filter.institution],
	] as const
	const chosen = selectsOf(choices, words).map(
		({ name, label, items }) => [name, label, nameIn(items, filter[name])] as const,
	)
	const isShown = chosen.some(([name]) => name === 'plan')
	const plan = isShown ? [] : [['plan', say('divergence.filter.plan'), filter.plan] as const]
	return [...typed, ...plan, ...chosen].flatMap(
		([name, label, value]: readonly [keyof Narrowing, string, string | undefined]) =>
			value === undefined ? [] : [{ name, text: say('commitments.narrowed.by', { label, value }) }],
	)
}

function nameIn(
	items: readonly { value: string; text: string }[],
	id: string | undefined,
): string | undefined {
	return items.find(({ value }) => value === id)?.text ?? id
}
