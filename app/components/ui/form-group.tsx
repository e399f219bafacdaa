import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'
import { classes } from './class-names.ts'

/** What every field takes. `errors` are sentences in the page's language. */
export type FieldProps = {
	id: string
	name: string
	label: ReactNode
	hint?: ReactNode
	errors?: readonly string[] | undefined
	/** How large the label is; a question that is alone on its page is its heading. */
	size?: LabelSize | undefined
	isPageHeading?: boolean | undefined
}

export type LabelSize = 's' | 'm' | 'l' | 'xl'

/** The ids of hint and error, for `aria-describedby`; undefined where there is neither. */
export function describedBy({
	id,
	hint,
	errors,
}: Pick<FieldProps, 'id' | 'hint' | 'errors'>): string | undefined {
	return classes(Boolean(hint) && `${id}-hint`, hasErrors(errors) && `${id}-error`) || undefined
}

/** Whether a field was refused. */
export function hasErrors(errors: readonly string[] | undefined): boolean {
	return errors !== undefined && errors.length > 0
}

/** The frame of a field: marked when it was refused. */
export function FormGroup({
	errors,
	children,
}: {
	errors?: readonly string[] | undefined
	children: ReactNode
}) {
	return (
		<div className={classes('govuk-form-group', hasErrors(errors) && 'govuk-form-group--error')}>
			{children}
		</div>
	)
}

type LabelProps = Pick<FieldProps, 'label' | 'size' | 'isPageHeading'> & { htmlFor: string }

/** The label of a field. */
export function Label({ htmlFor, label, size, isPageHeading }: LabelProps) {
	const words = (
		<label className={classes('govuk-label', size && `govuk-label--${size}`)} htmlFor={htmlFor}>
			{label}
		</label>
	)
	return isPageHeading ? <h1 className="govuk-label-wrapper">{words}</h1> : words
}

/** Hint and error of a field, named so that `describedBy` finds them. */
export function HintAndError({ id, hint, errors }: Pick<FieldProps, 'id' | 'hint' | 'errors'>) {
	return (
		<>
			{hint ? (
				<div id={`${id}-hint`} className="govuk-hint">
					{hint}
				</div>
			) : null}
			{errors && hasErrors(errors) ? <ErrorMessage id={`${id}-error`} errors={errors} /> : null}
		</>
	)
}

/** What is wrong with a field, after the word "Error:" for those who cannot see its colour. */
export function ErrorMessage({ id, errors }: { id?: string | undefined; errors: readonly string[] }) {
	const { say } = useWords()
	return (
		<p id={id} className="govuk-error-message">
			<span className="govuk-visually-hidden">{say('ui.error.prefix')}</span> {errors.join(' ')}
		</p>
	)
}
