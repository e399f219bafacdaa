import { classes } from './class-names.ts'
import { FormGroup, HintAndError, Label, describedBy, hasErrors } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

export type Option = { value: string; text: string }

export type SelectProps = FieldProps & {
	items: readonly Option[]
	defaultValue?: string | undefined
}

/** One of many answers, closed until asked. */
export function Select(props: SelectProps) {
	const { id, name, label, hint, errors, size, isPageHeading, items, defaultValue } = props
	return (
		<FormGroup errors={errors}>
			<Label htmlFor={id} label={label} size={size} isPageHeading={isPageHeading} />
			<HintAndError id={id} hint={hint} errors={errors} />
			<select
				className={classes('govuk-select', hasErrors(errors) && 'govuk-select--error')}
				id={id}
				name={name}
				defaultValue={defaultValue}
				aria-describedby={describedBy({ id, hint, errors })}
			>
				{items.map((item) => (
					<option key={item.value} value={item.value}>
						{item.text}
					</option>
				))}
			</select>
		</FormGroup>
	)
}
