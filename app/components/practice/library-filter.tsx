import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { PracticeFilter } from '#app/domain/practice-library/schema.ts'
import type { LibraryPage, Named } from '#app/domain/practice-library/view.ts'
import { practicesHref } from './addresses.ts'

type LibraryFilterProps = { filter: PracticeFilter; choices: LibraryPage['choices'] }

/** Searches and narrows the library; what is asked stands in the address. */
export function LibraryFilter({ filter, choices }: LibraryFilterProps) {
	const { say, locale } = useWords()
	return (
		<form
			method="get"
			action={practicesHref(locale)}
			className="app-filter"
			role="search"
			aria-label={say('practices.filter')}
		>
			<TextField id="q" name="q" label={say('practices.search')} defaultValue={filter.q ?? ''} />
			<Choice name="theme" label={say('practices.theme')} value={filter.theme} named={choices.themes} />
			<Choice name="member" label={say('practices.member')} value={filter.member} named={choices.members} />
			<Choice name="usedBy" label={say('practices.used-by')} value={filter.usedBy} named={choices.users} />
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={practicesHref(locale)}>
				{say('filter.clear')}
			</a>
		</form>
	)
}

type ChoiceProps = { name: string; label: string; value: string | undefined; named: readonly Named[] }

function Choice({ name, label, value, named }: ChoiceProps) {
	const { say, locale } = useWords()
	const items = named.map((each) => ({ value: each.id, text: textIn(each.name, locale)?.text ?? each.id }))
	return (
		<Select
			id={name}
			name={name}
			label={label}
			defaultValue={value ?? ''}
			items={[{ value: '', text: say('filter.all') }, ...items]}
		/>
	)
}
