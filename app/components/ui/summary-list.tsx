import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

export type SummaryAction = {
	href: string
	text: string
	/** What the link changes, for those who hear it without its row. */
	hidden: string
}

export type SummaryRow = { key: ReactNode; value: ReactNode; action?: SummaryAction | undefined }

/** Questions and their answers, each with a link to change it where one is given. */
export function SummaryList({
	rows,
	hasBorders = true,
}: {
	rows: readonly SummaryRow[]
	hasBorders?: boolean
}) {
	const anyAction = rows.some((row) => row.action)
	return (
		<dl className={classes('govuk-summary-list', !hasBorders && 'govuk-summary-list--no-border')}>
			{rows.map((row, at) => (
				<div
					key={at}
					className={classes(
						'govuk-summary-list__row',
						anyAction && !row.action && 'govuk-summary-list__row--no-actions',
					)}
				>
					<dt className="govuk-summary-list__key">{row.key}</dt>
					<dd className="govuk-summary-list__value">{row.value}</dd>
					{row.action ? <Change action={row.action} /> : null}
				</div>
			))}
		</dl>
	)
}

function Change({ action }: { action: SummaryAction }) {
	return (
		<dd className="govuk-summary-list__actions">
			<a className="govuk-link" href={action.href}>
				{action.text}
				<span className="govuk-visually-hidden"> {action.hidden}</span>
			</a>
		</dd>
	)
}
