import { useWords } from '#app/components/words.tsx'

/** Back to the page before in a task. */
export function BackLink({ href }: { href: string }) {
	const { say } = useWords()
	return (
		<a href={href} className="govuk-back-link">
			{say('ui.back')}
		</a>
	)
}
