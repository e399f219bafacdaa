import type { TextareaHTMLAttributes } from 'react'
import { classes } from './class-names.ts'
import { FormGroup, HintAndError, Label, describedBy, hasErrors } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

type TextAreaAttributes = Pick<
	TextareaHTMLAttributes<HTMLTextAreaElement>,
	'rows' | 'maxLength' | 'spellCheck' | 'autoComplete' | 'required' | 'disabled' | 'defaultValue' | 'lang'
>

export type TextAreaProps = FieldProps & TextAreaAttributes

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
	const { id, name, label, hint, errors, size, isPageHeading, rows = 5, ...attributes } = props
	return (
		<FormGroup errors={errors}>
			<Label htmlFor={id} label={label} size={size} isPageHeading={isPageHeading} />
			<HintAndError id={id} hint={hint} errors={errors} />
			<textarea
				{...attributes}
				className={classes('govuk-textarea', hasErrors(errors) && 'govuk-textarea--error')}
				id={id}
				name={name}
				rows={rows}
				aria-describedby={describedBy({ id, hint, errors })}
			/>
		</FormGroup>
	)
}
