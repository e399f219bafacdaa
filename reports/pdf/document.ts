import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { Block, Phrase } from './block.ts'
import { barsPiece } from './bar.ts'
import { coverPieces } from './cover.ts'
import { clean, widthOf } from './lines.ts'
import { gatherOutput } from './output.ts'
import { paginate } from './paginate.ts'
import type { Page, Piece } from './paginate.ts'
import { LANGUAGE_TAGS, aPen, fillBox, plain, writeLine } from './pen.ts'
import type { Pen } from './pen.ts'
import { fieldsPieces, figuresPiece, headingPiece, paragraphPieces } from './pieces.ts'
import { tablePieces } from './table.ts'
import { closeTags, drawArtifact } from './tags.ts'
import { FULL_WIDTH, RULE, SHEET, STYLES } from './type-scale.ts'

/** What every page repeats, and what the file says of itself. */
export type Frame = {
	readonly language: 'en' | 'id'
	readonly title: string
	readonly author: string
	/** Taken for the file's date of making, so that equal content gives equal bytes. */
	readonly createdAt: Date
	readonly header: { readonly left: string; readonly right: string }
	readonly footer: readonly string[]
	/** Files that travel inside the document. */
	readonly attachments: readonly Attachment[]
	readonly pageWords: (page: string, pages: string) => string
}

/** A report before it is drawn: what it says in order, and what every page repeats. */
export type ReportDocument = { readonly blocks: readonly Block[]; readonly frame: Frame }

/** A text that travels inside the document under a name. */
export type Attachment = {
	readonly name: string
	readonly mediaType: string
	readonly about: string
	readonly text: string
}

const PAGES_AT_ONCE = 8

/** Draws blocks as a tagged PDF with bookmarks, page numbers and embedded fonts. Equal input gives equal bytes. */
export async function drawDocument(blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
	const doc = openDocument(frame)
	const output = gatherOutput(doc)
	const pen = aPen(doc, frame.language)
	const pages = paginate(piecesOf(pen, blocks), { top: SHEET.top, bottom: SHEET.bottom })
	const running = runningLines(frame)
	for (const [index, page] of pages.entries()) {
		// Others may be served between pages: a long report takes longer than a reader's click.
		if (index % PAGES_AT_ONCE === PAGES_AT_ONCE - 1) await setImmediate()
		output.finishPage()
		drawPage(pen, { page, number: index + 1, pages: pages.length, frame, running })
	}
	closeTags(pen.tags)
	output.finishPage()
	attach(doc, frame)
	doc.end()
	return output.bytes()
}

function openDocument(frame: Frame): PDFKit.PDFDocument {
	const doc = new PDFDocument({
		autoFirstPage: false,
		pdfVersion: '1.7',
		tagged: true,
		lang: LANGUAGE_TAGS[frame.language],
		displayTitle: true,
		font: '',
		size: [SHEET.width, SHEET.height],
		margin: 0,
		info: {
			Title: clean(frame.title),
			Author: clean(frame.author),
			Creator: 'Renaksi',
			Producer: 'PDFKit',
			CreationDate: frame.createdAt,
		},
	})
	// PDFKit copies the title into XML as it is; a title with an ampersand would spoil the whole packet.
	Reflect.set(doc, '_addInfo', () => doc.appendXML(descriptionOf(frame)))
	return doc
}

/** Attached without dates of their own, so that equal content gives equal bytes. */
function attach(doc: PDFKit.PDFDocument, { attachments, createdAt }: Frame): void {
	for (const { name, mediaType, about, text } of attachments) {
		doc.file(Buffer.from(text, 'utf8'), {
			name,
			type: mediaType,
			description: clean(about),
			creationDate: createdAt,
			modifiedDate: createdAt,
		})
	}
}

function descriptionOf(frame: Frame): string {
	const stamp = `${frame.createdAt.toISOString().slice(0, 19)}Z`
	return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:CreatorTool>Renaksi</xmp:CreatorTool><pdf:Producer>PDFKit</pdf:Producer>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(frame.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(frame.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${LANGUAGE_TAGS[frame.language]}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>`
}

function escaped(text: string): string {
	return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function piecesOf(pen: Pen, blocks: readonly Block[]): readonly Piece[] {
	const pieces: Piece[] = []
	let breakBefore = false
	const bookmark = bookmarker(pen)
	for (const block of blocks) {
		if (block.kind === 'page-break') {
			breakBefore = true
			continue
		}
		const [first, ...rest] = piecesOfBlock(pen, block, bookmark)
		if (first) pieces.push(breakBefore ? { ...first, breakBefore } : first, ...rest)
		breakBefore = false
	}
	return pieces
}

type Bookmark = (level: number, phrase: Phrase) => void

function piecesOfBlock(
	pen: Pen,
	block: Exclude<Block, { kind: 'page-break' }>,
	bookmark: Bookmark,
): readonly Piece[] {
	switch (block.kind) {
		case 'cover':
			return coverPieces(pen, block, () => bookmark(1, block.title))
		case 'heading':
			return [headingPiece(pen, block, () => bookmark(block.level, block.text))]
		case 'paragraph':
			return paragraphPieces(pen, block)
		case 'fields':
			return fieldsPieces(pen, block.fields)
		case 'table':
			return tablePieces(pen, block.columns, block.rows)
		case 'figures':
			return [figuresPiece(pen, block)]
		case 'bars':
			return [barsPiece(pen, block)]
	}
}

/** Bookmarks of chapters, and below them those of their sections; long titles are cut for the panel, not in the text. */
function bookmarker(pen: Pen): Bookmark {
	let chapter = pen.doc.outline
	return (level, phrase) => {
		const title = plain(phrase)
		const short = title.length > 100 ? `${title.slice(0, 99).trimEnd()}…` : title
		if (level === 1) chapter = pen.doc.outline.addItem(short)
		else chapter.addItem(short)
	}
}

type PageAt = {
	readonly page: Page
	readonly number: number
	readonly pages: number
	readonly frame: Frame
	readonly running: Running
}

function drawPage(pen: Pen, { page, number, pages, frame, running }: PageAt): void {
	pen.doc.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
	drawArtifact(pen.tags, 'Pagination', () => {
		drawRunning(pen, running, number)
		writeRight(pen, frame.pageWords(String(number), String(pages)), FOOT)
	})
	for (const { piece, part, repeatAt } of page) {
		if (repeatAt !== null) piece.repeat?.draw(repeatAt)
		piece.draw(part)
	}
}

const HEAD = 40
const FOOT = 790
const FOOT_LINE = 10.5
const FRAME_STYLE = STYLES.smallMuted

/** The lines that every page repeats, cut to their room once. */
type Running = { readonly left: string; readonly right: string; readonly foot: readonly string[] }

function runningLines({ header, footer }: Frame): Running {
	const right = fittedTo(header.right, FULL_WIDTH)
	return {
		left: fittedTo(header.left, FULL_WIDTH - widthOf(right, FRAME_STYLE) - 16),
		right,
		foot: footer.map((line) => fittedTo(line, FULL_WIDTH)),
	}
}

function drawRunning(pen: Pen, { left, right, foot }: Running, number: number): void {
	if (number > 1) {
		writeLine(pen, left, { x: SHEET.left, y: HEAD, style: FRAME_STYLE })
		fillBox(pen, { x: SHEET.left, y: 56, width: FULL_WIDTH, height: 0.5 }, RULE)
	}
	if (right) writeRight(pen, right, HEAD)
	fillBox(pen, { x: SHEET.left, y: FOOT - 6, width: FULL_WIDTH, height: 0.5 }, RULE)
	foot.forEach((line, row) =>
		writeLine(pen, line, { x: SHEET.left, y: FOOT + row * FOOT_LINE, style: FRAME_STYLE }),
	)
}

function writeRight(pen: Pen, text: string, y: number): void {
	writeLine(pen, text, { x: SHEET.right - widthOf(text, FRAME_STYLE), y, style: FRAME_STYLE })
}

/** A running title that is too long for its line is cut with an ellipsis; the full one is on the cover. */
function fittedTo(text: string, width: number): string {
	const clear = clean(text).replaceAll('\n', ' ')
	if (widthOf(clear, FRAME_STYLE) <= width) return clear
	let end = clear.length
	while (end > 0 && widthOf(`${clear.slice(0, end)}…`, FRAME_STYLE) > width) end -= 1
	return `${clear.slice(0, end).trimEnd()}…`
}
