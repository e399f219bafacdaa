import { useWords } from '#app/components/words.tsx'

/** The first link of every page: past the header, to what the page says. */
export function SkipLink({ href }: { href: string }) {
	const { say } = useWords()
	return (
		<a href={href} className="govuk-skip-link">
			{say('ui.skip')}
		</a>
	)
}
