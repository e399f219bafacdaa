import { Button } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'

type UseKeyFormProps = {
	action: string
	/** What the browser is asked for: the script reads it. */
	options: object
	button: string
	/** How many minutes the request can be answered. */
	minutes: number
}

/** What the script says; it loads no words of its own. */
const SAID = ['waiting', 'cancelled', 'known', 'address', 'failed', 'unsupported'] as const

/** The form that a key answers. Its button is there only where scripts run; without them it says what is missing. */
export function UseKeyForm({ action, options, button, minutes }: UseKeyFormProps) {
	const { say } = useWords()
	const words = Object.fromEntries(SAID.map((sentence) => [sentence, say(`key.script.${sentence}`)]))
	return (
		<form
			method="post"
			action={action}
			data-key-options={JSON.stringify(options)}
			data-key-words={JSON.stringify(words)}
		>
			<input type="hidden" name="answer" />
			<p className="govuk-inset-text" data-key-plain="">
				{say('key.needs-script')}
			</p>
			<p className="govuk-body">{say('key.minutes', { count: minutes })}</p>
			<div data-key-press="" hidden>
				<Button type="button">{button}</Button>
			</div>
			<p className="govuk-body" role="status" />
		</form>
	)
}
