import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

export type Column = { head: ReactNode; isNumeric?: boolean | undefined; isWide?: boolean | undefined }

export type TableProps = {
	/** Names the caption, so it must be the only one of its kind on the page. */
	id: string
	caption: ReactNode
	captionSize?: 's' | 'm' | 'l' | undefined
	columns: readonly Column[]
	/** Cells of each row; the first names the row. */
	rows: readonly { key: string; cells: readonly ReactNode[] }[]
	/** Whether each row becomes a block on a phone, with its columns' names beside the cells. */
	stacks?: boolean | undefined
	/** Whether its few, short cells fit a phone when they are set small. */
	isCompact?: boolean | undefined
}

/** A table in a region of its own that scrolls, with the caption as its name. */
export function TableRegion(props: TableProps) {
	const captionId = `${props.id}-caption`
	return (
		// A region that scrolls must be reachable by keyboard, or its right half cannot be read without a mouse.
		// eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
		<div className="app-scroller" role="region" aria-labelledby={captionId} tabIndex={0}>
			<Table {...props} caption={<span id={captionId}>{props.caption}</span>} />
		</div>
	)
}

/** A table whose first column names its rows. */
export function Table({ caption, captionSize = 'm', columns, rows, stacks, isCompact }: TableProps) {
	// Blocks lose a table's meaning in some browsers; the roles give it back.
	const role = (name: string) => (stacks ? { role: name } : {})
	return (
		<table
			className={classes('govuk-table', stacks && 'app-table--rows', isCompact && 'app-table--compact')}
			{...role('table')}
		>
			<caption className={classes('govuk-table__caption', `govuk-table__caption--${captionSize}`)}>
				{caption}
			</caption>
			<thead className="govuk-table__head" {...role('rowgroup')}>
				<tr className="govuk-table__row" {...role('row')}>
					{columns.map((column, at) => (
						<th key={at} scope="col" className={columnClasses('header', column)} {...role('columnheader')}>
							{column.head}
						</th>
					))}
				</tr>
			</thead>
			<tbody className="govuk-table__body" {...role('rowgroup')}>
				{rows.map((row) => (
					<tr key={row.key} className="govuk-table__row" {...role('row')}>
						{row.cells.map((cell, at) => (
							<Cell key={at} column={columns[at]} isFirst={at === 0} stacks={stacks === true}>
								{cell}
							</Cell>
						))}
					</tr>
				))}
			</tbody>
		</table>
	)
}

type CellProps = { column: Column | undefined; isFirst: boolean; stacks: boolean; children: ReactNode }

function Cell({ column, isFirst, stacks, children }: CellProps) {
	if (isFirst) {
		return (
			<th scope="row" className="govuk-table__header" {...(stacks ? { role: 'rowheader' } : {})}>
				{children}
			</th>
		)
	}
	return (
		<td className={columnClasses('cell', column)} {...(stacks ? { role: 'cell' } : {})}>
			{stacks ? (
				<span className="app-cell-label" aria-hidden="true">
					{column?.head}
				</span>
			) : null}
			{children}
		</td>
	)
}

function columnClasses(part: 'header' | 'cell', column: Column | undefined): string {
	return classes(
		`govuk-table__${part}`,
		column?.isNumeric && `govuk-table__${part}--numeric`,
		column?.isWide && 'app-wide-column',
	)
}
