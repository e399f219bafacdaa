import {
	AlignmentType,
	BorderStyle,
	HeadingLevel,
	ImageRun,
	PageBreak,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
} from 'docx'
import { qrPicture } from '#app/charts/qr-code.ts'
import type { Block, Cell, Column, Content, Field } from '#reports/pdf/block.ts'
import { RULE } from '#reports/pdf/type-scale.ts'
import { isRightToLeft, judgeRuns, linkRuns, runsOf } from './runs.ts'
import type { Language } from './runs.ts'

/** What stands on a page of Word. */
export type Piece = Paragraph | Table

/** Width of the text of an A4 page with margins of 2 cm. Unit: twentieths of a point. */
const TEXT_WIDTH = 9638

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** A block as paragraphs and tables that can be edited. Bars have none: the table after them has their numbers. */
export function piecesOf(block: Block, language: Language): readonly Piece[] {
	switch (block.kind) {
		case 'cover':
			return coverOf(block, language)
		case 'heading':
			return [headingOf(block, language)]
		case 'paragraph':
			return [
				new Paragraph({
					bidirectional: isRightToLeft(block.text),
					keepNext: block.keep === true,
					children: runsOf(block.text, language, { isMuted: block.tone === 'muted' }),
				}),
			]
		case 'fields':
			return block.fields.flatMap((field) => fieldOf(field, language))
		case 'table':
			return [tableOf(block, language), new Paragraph({})]
		case 'figures':
			return block.figures.map(
				({ value, share, label }) =>
					new Paragraph({
						children: [
							...runsOf(share === null ? value : `${value} (${share})`, language, { isBold: true, size: 28 }),
							...runsOf(` – ${label}`, language),
						],
					}),
			)
		case 'bars':
			return []
		case 'qr':
			return qrOf(block, language)
		case 'page-break':
			return [new Paragraph({ children: [new PageBreak()] })]
	}
}

function headingOf({ level, text }: Extract<Block, { kind: 'heading' }>, language: Language): Paragraph {
	return new Paragraph({
		heading: HEADINGS[level],
		bidirectional: isRightToLeft(text),
		keepNext: true,
		children: runsOf(text, language),
	})
}

function coverOf(cover: Extract<Block, { kind: 'cover' }>, language: Language): readonly Piece[] {
	const facts = cover.facts.map(([label, text]) => ({ label, contents: [{ kind: 'text' as const, text }] }))
	return [
		new Paragraph({ spacing: { before: 1200 }, children: runsOf(cover.kicker, language, { isBold: true }) }),
		new Paragraph({
			heading: HeadingLevel.TITLE,
			bidirectional: isRightToLeft(cover.title),
			children: runsOf(cover.title, language),
		}),
		new Paragraph({
			spacing: { after: 400 },
			bidirectional: isRightToLeft(cover.subtitle),
			children: runsOf(cover.subtitle, language, { size: 32 }),
		}),
		...(cover.notice === null ? [] : [noticeOf(cover.notice, language)]),
		...facts.flatMap((field) => fieldOf(field, language)),
		new Paragraph({
			spacing: { before: 400 },
			children: runsOf(cover.statement, language, { isBold: true }),
		}),
	]
}

/** A notice that cannot be overlooked: framed, in bold. */
function noticeOf(notice: string, language: Language): Paragraph {
	const edge = { style: BorderStyle.SINGLE, size: 12, space: 8 }
	return new Paragraph({
		border: { top: edge, bottom: edge, left: edge, right: edge },
		spacing: { after: 300 },
		children: runsOf(notice, language, { isBold: true }),
	})
}

/** Side of the picture on the page, as wide as on paper. Unit: pixels, 96 to the inch. */
const QR_SIDE = 124

/** The picture of an address with its description, then its words and the address as a link. */
function qrOf({ address, label, alt }: Extract<Block, { kind: 'qr' }>, language: Language): readonly Piece[] {
	const image = new ImageRun({
		type: 'gif',
		data: Buffer.from(qrPicture(address, 4).base64, 'base64'),
		transformation: { width: QR_SIDE, height: QR_SIDE },
		altText: { id: '1', name: 'QR', description: alt },
	})
	return [
		new Paragraph({ spacing: { before: 300 }, keepNext: true, children: [image] }),
		new Paragraph({ keepNext: true, children: runsOf(label, language) }),
		new Paragraph({ children: [linkRuns(address, address, language)] }),
	]
}

/** An entry: its label above what belongs to it. */
function fieldOf({ label, judge, contents }: Field, language: Language): readonly Piece[] {
	return [
		new Paragraph({
			spacing: { before: 120, after: 0 },
			keepNext: true,
			children: [...judgeRuns(judge), ...runsOf(label, language, { isBold: true, isMuted: true, size: 18 })],
		}),
		...contents.map((content) => contentOf(content, language)),
	]
}

function contentOf(content: Content, language: Language): Paragraph {
	if (content.kind === 'link') {
		const note = content.note === '' ? [] : runsOf(` ${content.note}`, language, { isMuted: true })
		return new Paragraph({ children: [linkRuns(content.text, content.url, language), ...note] })
	}
	const isMuted = content.kind === 'text' && content.tone === 'muted'
	const judged = content.kind === 'level' ? judgeRuns(content.judge) : []
	return new Paragraph({
		bidirectional: isRightToLeft(content.text),
		children: [...judged, ...runsOf(content.text, language, { isMuted })],
	})
}

type TableBlock = Extract<Block, { kind: 'table' }>

/** A table whose first row is repeated on every page; no row is cut. */
function tableOf({ columns, rows }: TableBlock, language: Language): Table {
	const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
	const widths = columns.map(({ weight }) => Math.round((weight / whole) * TEXT_WIDTH))
	const edge = { style: BorderStyle.SINGLE, size: 4, color: RULE.slice(1) }
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
	return new Table({
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		columnWidths: widths,
		borders: {
			top: edge,
			bottom: edge,
			insideHorizontal: edge,
			insideVertical: none,
			left: none,
			right: none,
		},
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map((column, at) => headOf(column, widths[at] ?? 0, language)),
			}),
			...rows.map(
				(cells) =>
					new TableRow({
						cantSplit: true,
						children: columns.map((column, at) =>
							cellOf(
								cells[at] ?? { text: '' },
								{ width: widths[at] ?? 0, isBold: column.rowHeader === true },
								language,
							),
						),
					}),
			),
		],
	})
}

function headOf({ label, judge }: Column, width: number, language: Language): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		children: [
			new Paragraph({
				alignment: AlignmentType.START,
				children: [...judgeRuns(judge), ...runsOf(label, language, { isBold: true, size: 16 })],
			}),
		],
	})
}

type Place = { readonly width: number; readonly isBold: boolean }

function cellOf({ text, judge, detail }: Cell, { width, isBold }: Place, language: Language): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		children: [
			new Paragraph({
				bidirectional: isRightToLeft(text),
				children: [...judgeRuns(judge), ...runsOf(text, language, { size: 16, isBold })],
			}),
			...(detail === undefined
				? []
				: [new Paragraph({ children: runsOf(detail, language, { size: 15, isMuted: true }) })]),
		],
	})
}
