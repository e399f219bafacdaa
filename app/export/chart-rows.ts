import { escaped, xmlText } from './xml-text.ts'
import type { WorkbookPlan } from './workbook.ts'

type Cell = { readonly text: string; readonly value: number | string | null }

/** A chart's table with what is said about it. */
export type ChartTableText = {
	readonly heads: readonly string[]
	readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[]
	readonly message: string
	readonly caption: string
	/** Source, date and address, and what has to be known. */
	readonly lines: readonly string[]
}

/** The table as rows of text: numbers as plain digits, codes where there are codes, and words where nothing is known. */
export function chartRows({ heads, rows }: ChartTableText): readonly (readonly string[])[] {
	return [heads, ...rows.map(({ cells }) => cells.map(({ text, value }) => String(value ?? text)))]
}

/** The same as a workbook, with a page that says what it is. */
export function chartWorkbook(chart: ChartTableText): WorkbookPlan {
	const [, ...rows] = chartRows(chart)
	const keys = chart.heads.map((_, at) => `column_${String(at + 1)}`)
	const column = { width: 24, isLocked: true, list: null, isStrict: false }
	return {
		sheets: [
			{
				kind: 'table',
				name: 'Chart',
				columns: chart.heads.map(() => column),
				heads: [chart.heads, keys],
				rows,
				room: rows.length,
			},
			{
				kind: 'text',
				name: 'Source',
				lines: [
					{ text: chart.message, isHeading: true },
					...chart.lines.map((text) => ({ text, isHeading: false })),
				],
			},
		],
		lists: new Map(),
	}
}

/** The table as data: the numbers and codes, null where nothing is known, with the words beside them. */
export function chartItems({ heads, rows }: ChartTableText) {
	return rows.map(({ key, cells }) => ({
		key,
		cells: cells.map(({ text, value }, at) => ({ column: heads[at] ?? '', value, text })),
	}))
}

/** What a snapshot takes along besides the chart. */
export type SnapshotText = {
	readonly locale: string
	readonly drawing: string
	/** On which day and at which length of the log. */
	readonly taken: string
	readonly checkpointName: string
	/** The signed checkpoint of the log as it is; null while there is none. */
	readonly checkpoint: string | null
	readonly noCheckpoint: string
	readonly address: string
}

/** A chart as one page that needs nothing beside itself, to be kept and shown elsewhere. */
export function chartSnapshot(chart: ChartTableText, around: SnapshotText): string {
	const row = (cells: readonly string[], first: 'col' | 'row') =>
		`<tr>${cells.map((text, at) => (first === 'col' || at === 0 ? `<th scope="${first}">${said(text)}</th>` : `<td>${said(text)}</td>`)).join('')}</tr>`
	const body = chart.rows.map(({ cells }) =>
		row(
			cells.map(({ text }) => text),
			'row',
		),
	)
	const proof =
		around.checkpoint === null
			? `<p>${said(around.noCheckpoint)}</p>`
			: `<h2>${said(around.checkpointName)}</h2><pre>${said(around.checkpoint)}</pre>`
	return [
		`<!doctype html><html lang="${around.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${said(chart.message)}</title></head>`,
		`<body><h1>${said(chart.message)}</h1>${around.drawing}`,
		`<table border="1"><caption>${said(chart.caption)}</caption><thead>${row(chart.heads, 'col')}</thead><tbody>${body.join('')}</tbody></table>`,
		...chart.lines.map((line) => `<p>${said(line)}</p>`),
		`<p>${said(around.taken)}</p>${proof}`,
		`<p><a href="${said(around.address)}">${said(around.address)}</a></p></body></html>\n`,
	].join('\n')
}

function said(text: string): string {
	return escaped(xmlText(text))
}
