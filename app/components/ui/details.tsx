import type { ReactNode } from 'react'

type DetailsProps = { summary: ReactNode; children: ReactNode; isOpen?: boolean | undefined }

/** What only some readers need, closed until asked. */
export function Details({ summary, children, isOpen }: DetailsProps) {
	return (
		<details className="govuk-details" open={isOpen}>
			<summary className="govuk-details__summary">
				<span className="govuk-details__summary-text">{summary}</span>
			</summary>
			<div className="govuk-details__text">{children}</div>
		</details>
	)
}
