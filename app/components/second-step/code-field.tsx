import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'

type CodeFormProps = {
	form: ReturnType<typeof useCode>
	action: string
	label: string
	hint: string
	button: string
}

/** The one field of a code; what was typed is never shown again. */
export function useCode(rejected: Rejected) {
	const { say } = useWords()
	const [, { code }] = useForm<{ code: string }>({ id: 'answer', lastResult: rejected?.reply })
	return { code, errors: errorsOf(rejected, [code], say) }
}

/** Asks for a code. Telephones and password managers fill it in by themselves. */
export function CodeForm({ form, action, label, hint, button }: CodeFormProps) {
	const { say } = useWords()
	return (
		<QuestionForm action={action} button={button}>
			<TextField
				{...{ ...fieldFrom(form.code, say), defaultValue: undefined }}
				label={label}
				hint={hint}
				autoComplete="one-time-code"
				spellCheck={false}
				width={20}
			/>
		</QuestionForm>
	)
}
