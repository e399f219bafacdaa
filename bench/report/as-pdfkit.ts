import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { Block, Cell, Content, Field } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { clean } from '#reports/pdf/lines.ts'

/**
 * The same blocks drawn by PDFKit as its guide shows it: every text and row measured with `heightOfString` before it
 * is placed, rows on one page, every paragraph and cell tagged. No marks, no bookmarks, no repeated headers.
 */
export async function asPdfkit(
	blocks: readonly Block[],
	foot: (page: number) => string,
): Promise<Uint8Array> {
	const doc = new PDFDocument({
		size: 'A4',
		margins: { top: 76, bottom: 60, left: LEFT, right: LEFT },
		pdfVersion: '1.7',
		tagged: true,
		lang: 'en',
		displayTitle: true,
		autoFirstPage: false,
		font: '',
	})
	const chunks: Buffer[] = []
	doc.on('data', (chunk: Buffer) => chunks.push(chunk))
	const ended = new Promise((resolve) => doc.on('end', resolve))
	doc.registerFont('regular', fontFile('Regular')).registerFont('bold', fontFile('Bold'))
	const root = doc.struct('Document')
	doc.addStructure(root)
	const sheet: Sheet = { doc, root, foot, page: 0, y: 0 }
	turn(sheet)
	for (const block of blocks) drawBlock(sheet, block)
	root.end()
	doc.end()
	await ended
	return Buffer.concat(chunks)
}

const LEFT = 56
const WIDTH = 483.28
const BOTTOM = 768

type Doc = PDFKit.PDFDocument
type Sheet = {
	readonly doc: Doc
	readonly root: PDFKit.PDFStructureElement
	readonly foot: (page: number) => string
	page: number
	y: number
}
type Look = {
	readonly x: number
	readonly width: number
	readonly font: 'regular' | 'bold'
	readonly size: number
}

function fontFile(weight: string): string {
	return fileURLToPath(new URL(`../../reports/fonts/NotoSans-${weight}.ttf`, import.meta.url))
}

function turn(sheet: Sheet): void {
	const { doc } = sheet
	doc.addPage()
	sheet.page += 1
	doc.markContent('Artifact', { type: 'Pagination' })
	doc.font('regular').fontSize(7.5).text(sheet.foot(sheet.page), LEFT, 770, { lineBreak: false })
	doc.endMarkedContent()
	sheet.y = 76
}

function drawBlock(sheet: Sheet, block: Block): void {
	const full = { x: LEFT, width: WIDTH }
	switch (block.kind) {
		case 'cover':
			for (const line of [block.kicker, block.title, block.subtitle, block.statement])
				paragraph(sheet, wordsOf(line), 'P', { ...full, font: 'bold', size: 17 })
			return fields(
				sheet,
				block.facts.map(([label, text]) => ({ label, contents: [{ kind: 'text', text }] })),
			)
		case 'heading':
			return paragraph(sheet, wordsOf(block.text), `H${String(block.level)}`, {
				...full,
				font: 'bold',
				size: block.level === 1 ? 17 : block.level === 2 ? 12.5 : 10,
			})
		case 'paragraph':
			return paragraph(sheet, wordsOf(block.text), 'P', { x: LEFT, width: 392, font: 'regular', size: 10 })
		case 'fields':
			return fields(sheet, block.fields)
		case 'figures':
			return block.figures.forEach(({ value, label }) =>
				paragraph(sheet, `${value} ${label}`, 'P', { ...full, font: 'bold', size: 10 }),
			)
		case 'bars':
			return block.bars.forEach(({ label, segments }) =>
				paragraph(sheet, `${label} ${segments.map((s) => s.count).join(' ')}`, 'P', {
					...full,
					font: 'bold',
					size: 10,
				}),
			)
		case 'table':
			return table(sheet, block)
		case 'page-break':
			return turn(sheet)
	}
}

function heightOf({ doc }: Sheet, text: string, { font, size, width }: Look): number {
	return doc.font(font).fontSize(size).heightOfString(text, { width })
}

function write(sheet: Sheet, text: string, y: number, look: Look): void {
	sheet.doc.font(look.font).fontSize(look.size).text(text, look.x, y, { width: look.width })
}

/** A text in a tag of its own; one that is longer than the page goes on by itself, tag and all. */
function paragraph(sheet: Sheet, given: string, type: string, look: Look): void {
	const { doc, root } = sheet
	const text = clean(given)
	const height = heightOf(sheet, text, look)
	if (sheet.y + height > BOTTOM) turn(sheet)
	const { y } = sheet
	root.add(doc.struct(type, {}, () => write(sheet, text, y, look)))
	sheet.y += height + 6
}

function fields(sheet: Sheet, given: readonly Field[]): void {
	const { doc, root } = sheet
	const list = doc.struct('L')
	root.add(list)
	const label = { x: LEFT, width: 100, font: 'bold', size: 8.5 } as const
	const body = { x: 168, width: 368, font: 'regular', size: 10 } as const
	for (const field of given) {
		const texts = field.contents.map(textOf)
		const heights = texts.map((text) => heightOf(sheet, text, body))
		const height = Math.max(
			heightOf(sheet, field.label, label),
			heights.reduce((sum, each) => sum + each + 3, 0),
		)
		if (sheet.y + height > BOTTOM) turn(sheet)
		let { y } = sheet
		const item = doc.struct('LI')
		list.add(item)
		item.add(doc.struct('Lbl', {}, () => write(sheet, field.label, y, label)))
		const part = doc.struct('LBody')
		item.add(part)
		texts.forEach((text, index) => {
			part.add(doc.struct('P', {}, () => write(sheet, text, y, body)))
			y += (heights[index] ?? 0) + 3
		})
		item.end()
		sheet.y += height + 5
	}
	list.end()
}

function textOf(content: Content): string {
	const words = clean(wordsOf(content.text))
	return content.kind === 'link' ? `${words} ${content.note}` : words
}

function table(sheet: Sheet, { columns, rows }: Extract<Block, { kind: 'table' }>): void {
	const { doc, root } = sheet
	const weights = columns.reduce((sum, column) => sum + column.weight, 0)
	const widths = columns.map((column) => (column.weight / weights) * (WIDTH - 8 * (columns.length - 1)))
	const element = doc.struct('Table')
	root.add(element)
	tableRow(
		sheet,
		element,
		widths,
		columns.map(({ label }) => ({ text: label })),
		'TH',
	)
	for (const row of rows) tableRow(sheet, element, widths, row, 'TD')
	element.end()
}

function tableRow(
	sheet: Sheet,
	element: PDFKit.PDFStructureElement,
	widths: readonly number[],
	cells: readonly Cell[],
	type: 'TH' | 'TD',
): void {
	const { doc } = sheet
	let x = LEFT
	const looks = widths.map((width): Look => {
		const look: Look = { x, width, font: type === 'TH' ? 'bold' : 'regular', size: 8.5 }
		x += width + 8
		return look
	})
	const texts = cells.map(({ text, detail }) =>
		clean(detail === undefined ? wordsOf(text) : `${wordsOf(text)}\n${wordsOf(detail)}`),
	)
	const height = Math.max(...texts.map((text, at) => heightOf(sheet, text, looks[at] ?? FIRST)))
	if (sheet.y + height + 8 > BOTTOM) turn(sheet)
	const { y } = sheet
	const row = doc.struct('TR')
	element.add(row)
	texts.forEach((text, at) =>
		row.add(doc.struct(type, {}, () => write(sheet, text, y + 4, looks[at] ?? FIRST))),
	)
	row.end()
	doc.markContent('Artifact', { type: 'Layout' })
	doc
		.moveTo(LEFT, y + height + 8)
		.lineTo(LEFT + WIDTH, y + height + 8)
		.lineWidth(0.5)
		.stroke('#c9d0d8')
	doc.endMarkedContent()
	sheet.y += height + 8
}

const FIRST: Look = { x: LEFT, width: WIDTH, font: 'regular', size: 8.5 }
