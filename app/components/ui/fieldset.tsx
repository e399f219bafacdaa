import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import type { LabelSize } from './form-group.tsx'

type FieldsetProps = {
	legend: ReactNode
	size?: LabelSize | undefined
	isPageHeading?: boolean | undefined
	describedBy?: string | undefined
	children: ReactNode
}

/** Fields that answer one question together. */
export function Fieldset({ legend, size, isPageHeading, describedBy, children }: FieldsetProps) {
	return (
		<fieldset className="govuk-fieldset" aria-describedby={describedBy}>
			<legend className={classes('govuk-fieldset__legend', size && `govuk-fieldset__legend--${size}`)}>
				{isPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
			</legend>
			{children}
		</fieldset>
	)
}
