import type { InputHTMLAttributes } from 'react'
import { classes } from './class-names.ts'
import { FormGroup, HintAndError, Label, describedBy, hasErrors } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30

type InputAttributes = Pick<
	InputHTMLAttributes<HTMLInputElement>,
	| 'type'
	| 'autoComplete'
	| 'inputMode'
	| 'pattern'
	| 'spellCheck'
	| 'maxLength'
	| 'required'
	| 'disabled'
	| 'defaultValue'
>

export type TextFieldProps = FieldProps & InputAttributes & { width?: Width | undefined }

/** One line of text. */
export function TextField(props: TextFieldProps) {
	const { id, name, label, hint, errors, size, isPageHeading, width, type = 'text', ...attributes } = props
	return (
		<FormGroup errors={errors}>
			<Label htmlFor={id} label={label} size={size} isPageHeading={isPageHeading} />
			<HintAndError id={id} hint={hint} errors={errors} />
			<input
				{...attributes}
				className={classes(
					'govuk-input',
					width && `govuk-input--width-${String(width)}`,
					hasErrors(errors) && 'govuk-input--error',
				)}
				id={id}
				name={name}
				type={type}
				aria-describedby={describedBy({ id, hint, errors })}
			/>
		</FormGroup>
	)
}
