import type { ReactNode } from 'react'
import { Fieldset } from './fieldset.tsx'
import { FormGroup, HintAndError, describedBy } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

export type RadiosProps = FieldProps & {
	items: readonly Choice[]
	defaultValue?: string | null | undefined
	isInline?: boolean | undefined
}

/** One of several answers. The first answer carries the field's id, so that the error summary can lead to it. */
export function Radios(props: RadiosProps) {
	const { id, name, label, hint, errors, size, isPageHeading, items, defaultValue, isInline } = props
	return (
		<FormGroup errors={errors}>
			<Fieldset
				legend={label}
				size={size}
				isPageHeading={isPageHeading}
				describedBy={describedBy({ id, hint, errors })}
			>
				<HintAndError id={id} hint={hint} errors={errors} />
				<div className={isInline ? 'govuk-radios govuk-radios--inline' : 'govuk-radios'}>
					{items.map((item, at) => (
						<Radio
							key={item.value}
							item={item}
							id={at === 0 ? id : `${id}-${String(at + 1)}`}
							name={name}
							isChecked={item.value === defaultValue}
						/>
					))}
				</div>
			</Fieldset>
		</FormGroup>
	)
}

function Radio({
	item,
	id,
	name,
	isChecked,
}: {
	item: Choice
	id: string
	name: string
	isChecked: boolean
}) {
	return (
		<div className="govuk-radios__item">
			<input
				className="govuk-radios__input"
				id={id}
				name={name}
				type="radio"
				value={item.value}
				defaultChecked={isChecked}
				aria-describedby={item.hint ? `${id}-item-hint` : undefined}
			/>
			<label className="govuk-label govuk-radios__label" htmlFor={id}>
				{item.label}
			</label>
			{item.hint ? (
				<div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
					{item.hint}
				</div>
			) : null}
		</div>
	)
}
