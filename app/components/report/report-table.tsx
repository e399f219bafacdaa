import { JudgeGlyph } from '#app/components/charts/judge-glyph.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Block, Cell, Column, Phrase } from '#reports/pdf/block.ts'
import { MarkOf } from './report-field.tsx'
import { Said } from './said.tsx'

type ReportTableProps = {
	id: string
	table: Extract<Block, { kind: 'table' }>
	/** The heading that the table stands under; tables of one kind are told apart by it. */
	under?: Phrase | undefined
}

/** A table of a report; on a phone each row becomes a block. */
export function ReportTable({ id, table: { columns, rows }, under }: ReportTableProps) {
	const { say } = useWords()
	return (
		<TableRegion
			id={id}
			caption={
				<span className="govuk-visually-hidden">
					{under === undefined ? null : (
						<>
							<Said phrase={under} />.{' '}
						</>
					)}
					{say('report.page.table', { columns: columns.map(({ label }) => label).join(', ') })}
				</span>
			}
			stacks
			columns={columns.map((column) => ({ head: <Head column={column} /> }))}
			rows={rows.map((cells, at) => ({
				key: String(at),
				cells: cells.map((cell, at) => <CellOf key={at} cell={cell} />),
			}))}
		/>
	)
}

function Head({ column: { label, judge, mark } }: { column: Column }) {
	return (
		<>
			{judge ? <JudgeGlyph judge={judge} /> : null}
			{mark ? <MarkOf mark={mark} /> : null} {label}
		</>
	)
}

function CellOf({ cell: { text, judge, mark, detail } }: { cell: Cell }) {
	return (
		<>
			{judge ? <JudgeGlyph judge={judge} /> : null}
			{mark ? <MarkOf mark={mark} judge={judge} /> : null} <Said phrase={text} />
			{detail === undefined ? null : (
				<span className="app-line app-quiet">
					<Said phrase={detail} />
				</span>
			)}
		</>
	)
}
