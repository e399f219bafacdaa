import { Fieldset } from './fieldset.tsx'
import { FormGroup, HintAndError, describedBy } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'
import type { Choice } from './radios.tsx'

export type CheckboxesProps = FieldProps & {
	items: readonly Choice[]
	defaultValue?: readonly string[] | string | undefined
}

/** Any number of several answers. The first one carries the field's id, so that the error summary can lead to it. */
export function Checkboxes(props: CheckboxesProps) {
	const { id, name, label, hint, errors, size, isPageHeading, items, defaultValue = [] } = props
	const checked = typeof defaultValue === 'string' ? [defaultValue] : defaultValue
	return (
		<FormGroup errors={errors}>
			<Fieldset
				legend={label}
				size={size}
				isPageHeading={isPageHeading}
				describedBy={describedBy({ id, hint, errors })}
			>
				<HintAndError id={id} hint={hint} errors={errors} />
				<div className="govuk-checkboxes">
					{items.map((item, at) => (
						<Checkbox
							key={item.value}
							item={item}
							id={at === 0 ? id : `${id}-${String(at + 1)}`}
							name={name}
							isChecked={checked.includes(item.value)}
						/>
					))}
				</div>
			</Fieldset>
		</FormGroup>
	)
}

function Checkbox({
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
		<div className="govuk-checkboxes__item">
			<input
				className="govuk-checkboxes__input"
				id={id}
				name={name}
				type="checkbox"
				value={item.value}
				defaultChecked={isChecked}
				aria-describedby={item.hint ? `${id}-item-hint` : undefined}
			/>
			<label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
				{item.label}
			</label>
			{item.hint ? (
				<div id={`${id}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
					{item.hint}
				</div>
			) : null}
		</div>
	)
}
