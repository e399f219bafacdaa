import type { ReactNode } from 'react'

/** A passage set apart: a quotation, or what must be read first. */
export function InsetText({ children, id }: { children: ReactNode; id?: string | undefined }) {
	return (
		<div id={id} className="govuk-inset-text">
			{children}
		</div>
	)
}
