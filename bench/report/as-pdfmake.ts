import type { Block, Cell, Content, Field, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { clean } from '#reports/pdf/lines.ts'

type Node = Record<string, unknown>

const RULES = { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => '#c9d0d8' }

/** The same blocks as pdfmake's document definition: same words, same sizes, same columns; no tags, no drawn marks. */
export function asPdfmake(
	blocks: readonly Block[],
	footer: (page: number, pages: number) => readonly string[],
): Node {
	return {
		pageSize: 'A4',
		pageMargins: [56, 76, 56, 74],
		defaultStyle: { font: 'NotoSans', fontSize: 9, lineHeight: 1.06 },
		styles: {
			display: { fontSize: 24, bold: true },
			h1: { fontSize: 16, bold: true, margin: [0, 24, 0, 6] },
			h2: { fontSize: 11.5, bold: true, margin: [0, 20, 0, 2] },
			h3: { fontSize: 9, bold: true, margin: [0, 14, 0, 2] },
			small: { fontSize: 7.5 },
			label: { fontSize: 7.5, bold: true, color: '#55606e' },
			muted: { color: '#55606e' },
		},
		footer: (page: number, pages: number) => ({
			stack: [...footer(page, pages)],
			fontSize: 7.5,
			margin: [56, 20, 56, 0],
		}),
		content: blocks.flatMap(nodesOf),
	}
}

function nodesOf(block: Block): Node[] {
	switch (block.kind) {
		case 'cover':
			return [
				{ text: block.kicker, style: 'h2', margin: [0, 84, 0, 12] },
				{ text: words(block.title), style: 'display' },
				{ text: words(block.subtitle), fontSize: 16 },
				...(block.notice ? [{ text: block.notice, bold: true }] : []),
				...block.facts.map(([label, text]) => fieldNode({ label, contents: [{ kind: 'text', text }] })),
				{ text: block.statement, bold: true, margin: [0, 16, 0, 0], pageBreak: 'after' },
			]
		case 'heading':
			return [{ text: words(block.text), style: `h${String(block.level)}`, headlineLevel: block.level }]
		case 'paragraph':
			return [
				{
					text: words(block.text),
					margin: [0, 6, 90, 0],
					style: block.tone === 'muted' ? 'muted' : undefined,
				},
			]
		case 'fields':
			return block.fields.map(fieldNode)
		case 'figures':
			return [
				{
					columns: block.figures.map((f) => ({
						stack: [
							{ text: `${f.value} ${f.share ?? ''}`, fontSize: 16, bold: true },
							{ text: f.label, style: 'small' },
						],
					})),
					margin: [0, 14, 0, 0],
				},
			]
		case 'bars':
			return block.bars.map((bar) => ({
				text: `${bar.label} ${bar.segments.map((s) => s.count).join(' ')}`,
				bold: true,
			}))
		case 'table':
			return [tableNode(block)]
		case 'qr':
			return [{ qr: block.address, fit: 92 }, { text: `${block.label} ${block.address}` }]
		case 'page-break':
			return []
	}
}

function fieldNode(field: Field): Node {
	return {
		columns: [
			{ width: 112, text: field.label, style: 'label' },
			{ width: '*', stack: field.contents.map(contentNode) },
		],
		margin: [0, 5, 0, 0],
	}
}

function contentNode(content: Content): Node {
	const text = words(content.text)
	if (content.kind === 'link')
		return {
			text: [{ text, link: content.url, color: '#1d4f91' }, `  ${content.note}`],
			margin: [0, 0, 0, 3],
		}
	if (content.kind === 'level') return { text, bold: true, margin: [12, 0, 0, 3] }
	return { text, margin: [0, 0, 0, 3], style: content.tone === 'muted' ? 'muted' : undefined }
}

function tableNode(table: Extract<Block, { kind: 'table' }>): Node {
	const weights = table.columns.reduce((sum, column) => sum + column.weight, 0)
	return {
		margin: [0, 10, 0, 0],
		layout: RULES,
		fontSize: 7.5,
		table: {
			headerRows: 1,
			dontBreakRows: true,
			widths: table.columns.map((column) => (column.weight / weights) * (483 - 10 * table.columns.length)),
			body: [
				table.columns.map((column) => ({ text: column.label, bold: true })),
				...table.rows.map((row) => row.map(cellNode)),
			],
		},
	}
}

function cellNode(cell: Cell): Node {
	if (cell.detail === undefined) return { text: words(cell.text) }
	return { stack: [words(cell.text), { text: words(cell.detail), style: 'muted' }] }
}

function words(phrase: Phrase): string {
	return clean(wordsOf(phrase))
}
