import type { ReactNode } from 'react'
import { Button, ButtonGroup } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'

type QuestionFormProps = {
	action: string
	/** The draft's version that the page shows; absent where there is no draft. */
	version?: number | undefined
	children?: ReactNode
	/** What the button says; by default "Save and continue". */
	button?: string | undefined
	/** Beside the button: another way to send the same form, or a link on. */
	beside?: ReactNode
	variant?: 'secondary' | 'warning' | undefined
	/** Of forms that carry a file. */
	encType?: 'multipart/form-data' | undefined
}

/** A form with one button. It knows which version of the draft it was made from, so that nothing newer is overwritten. */
export function QuestionForm(props: QuestionFormProps) {
	const { action, version, children, button, beside, variant, encType } = props
	const { say } = useWords()
	return (
		<form method="post" action={action} encType={encType} noValidate>
			{version === undefined ? null : <input type="hidden" name="version" value={version} />}
			{children}
			<ButtonGroup>
				<Button variant={variant}>{button ?? say('workspace.continue')}</Button>
				{beside}
			</ButtonGroup>
		</form>
	)
}
