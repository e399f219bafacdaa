import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from './question-form.tsx'

type PublishOrChangeProps = {
	/** Where the form is that was filled in; `/publish` and `/change` follow it. */
	address: string
	/** What was typed and found right. */
	typed: Readonly<Record<string, string>>
	/** What the button says that publishes. */
	publish: string
}

/** What was typed, to be published as it is or changed once more. */
export function PublishOrChange({ address, typed, publish }: PublishOrChangeProps) {
	const { say } = useWords()
	const hidden = Object.entries(typed).map(([name, value]) => (
		<input key={name} type="hidden" name={name} value={value} />
	))
	return (
		<>
			<QuestionForm action={`${address}/publish`} button={publish}>
				{hidden}
			</QuestionForm>
			<QuestionForm action={`${address}/change`} button={say('rule-version.change')} variant="secondary">
				{hidden}
			</QuestionForm>
		</>
	)
}

/** The texts of a form that say something, by their names. */
export function typedIn(shown: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(shown).flatMap(([name, value]) =>
			typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
		),
	)
}
