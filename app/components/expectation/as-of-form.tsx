import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { dayAsTyped } from '#app/domain/typed-day.ts'

type AsOfFormProps = {
	action: string
	on: string
	typed: string | null
	fault: string | null
}

/** Asks for the levels of another day; the day stands in the address. */
export function AsOfForm({ action, on, typed, fault }: AsOfFormProps) {
	const { say } = useWords()
	return (
		<form
			method="get"
			action={action}
			className="app-filter"
			role="search"
			aria-label={say('expectations.on.form')}
		>
			<TextField
				id="on"
				name="on"
				label={say('expectations.on')}
				hint={say('expectations.on.hint')}
				errors={fault === null ? undefined : [say(fault)]}
				defaultValue={typed ?? dayAsTyped(on) ?? on}
				width={10}
				autoComplete="off"
			/>
			<Button variant="secondary">{say('expectations.on.button')}</Button>
			<a className="govuk-link" href={action}>
				{say('expectations.on.today')}
			</a>
		</form>
	)
}
