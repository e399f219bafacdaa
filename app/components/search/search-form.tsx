import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { searchHref } from './addresses.ts'

type SearchFormProps = {
	typed?: string | undefined
	errors?: readonly string[] | undefined
	/** The kind that stays chosen when other words are typed. */
	kind?: string | undefined
}

/** One field that searches all that is published. */
export function SearchForm({ typed, errors, kind }: SearchFormProps) {
	const { say, locale } = useWords()
	return (
		<form method="get" action={searchHref(locale)} role="search" aria-label={say('search.title')}>
			<TextField
				id="q"
				name="q"
				type="search"
				label={say('search.words')}
				hint={say('search.words.hint')}
				defaultValue={typed}
				errors={errors}
			/>
			{kind === undefined ? null : <input type="hidden" name="kind" value={kind} />}
			<Button>{say('search.title')}</Button>
		</form>
	)
}
