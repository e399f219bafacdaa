import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { UNIVERSAL_ACCESS, descriptionOf, labelPages } from './archive.ts'
import type { Block, Phrase } from './block.ts'
import { barsPiece } from './bar.ts'
import { coverPieces } from './cover.ts'
import { missingLetters } from './letters.ts'
import { clean } from './lines.ts'
import { gatherOutput } from './output.ts'
import type { Output } from './output.ts'
import { paginate } from './paginate.ts'
import type { Page, Piece } from './paginate.ts'
import { LANGUAGE_TAGS, aPen, plain } from './pen.ts'
import type { Pen } from './pen.ts'
import { fieldsPieces, figuresPiece, headingPiece, paragraphPieces } from './pieces.ts'
import { qrPiece } from './qr.ts'
import { tablePieces } from './table.ts'
import { closeTags, drawArtifact } from './tags.ts'
import { drawRunning, runningLines } from './running.ts'
import type { Running } from './running.ts'
import { SHEET } from './type-scale.ts'
import type { Edition } from './type-scale.ts'

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
	/** Says which letters no typeface has, at the end of the document; without it the document says nothing of them. */
	readonly missingWords?: (letters: readonly string[]) => string
	/** Which drawing of the blocks; the newest where nothing is said. */
	readonly edition?: Edition
}

/** A report before it is drawn: what it says in order, and what every page repeats. */
export type ReportDocument = { readonly blocks: readonly Block[]; readonly frame: Frame }

/** A text that travels inside the document under a name. */
export type Attachment = {
	readonly name: string
	readonly mediaType: string
	readonly about: string
	readonly text: string
	/** What it is to the document; a supplement where nothing is said. */
	readonly relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement'
}

/** Is told how many pages are drawn, of how many. */
export type Progress = (page: number, pages: number) => void

const PAGES_AT_ONCE = 8

/** Draws blocks as a tagged PDF with bookmarks, page numbers and embedded fonts. Equal input gives equal bytes. */
export async function drawDocument(
	blocks: readonly Block[],
	frame: Frame,
	progress: Progress = () => undefined,
): Promise<Uint8Array> {
	const doc = openDocument(frame)
	const output = gatherOutput(doc)
	const pen = aPen(doc, frame.language, frame.edition ?? 'second')
	await drawPages(pen, output, {
		pages: pagesOf(pen, withMissing(blocks, frame)),
		frame,
		progress,
	})
	closeTags(pen.tags)
	output.finishPage()
	attach(doc, frame)
	doc.end()
	return output.bytes()
}

function pagesOf(pen: Pen, blocks: readonly Block[]): Page[] {
	return [...paginate(piecesOf(pen, blocks), { top: SHEET.top, bottom: SHEET.bottom })]
}

type Whole = { readonly pages: Page[]; readonly frame: Frame; readonly progress: Progress }

/** Draws pages one after the other, and lets go of each, since a long report holds thousands of measured lines. */
async function drawPages(pen: Pen, output: Output, { pages, frame, progress }: Whole): Promise<void> {
	const running = runningLines(pen, frame)
	const count = pages.length
	for (let number = 1; number <= count; number += 1) {
		// Others may be served between pages: a long report takes longer than a reader's click.
		if (number % PAGES_AT_ONCE === 0) {
			progress(number, count)
			await setImmediate()
		}
		output.finishPage()
		drawPage(pen, { page: pages.shift() ?? [], number, pages: count, frame, running })
	}
}

/** The blocks, with a last paragraph that names the letters which could not be drawn. */
function withMissing(blocks: readonly Block[], frame: Frame): readonly Block[] {
	if (isFirst(frame) || frame.missingWords === undefined) return blocks
	const missing = missingLetters({ blocks, frame })
	return missing.length === 0 ? blocks : [...blocks, { kind: 'paragraph', text: frame.missingWords(missing) }]
}

function openDocument(frame: Frame): PDFKit.PDFDocument {
	const doc = new PDFDocument({
		autoFirstPage: false,
		pdfVersion: '1.7',
		...(isFirst(frame) ? {} : { subset: 'PDF/A-3a' as const }),
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
	if (!isFirst(frame)) labelPages(doc)
	// PDFKit copies the title into XML as it is; a title with an ampersand would spoil the whole packet.
	Reflect.set(doc, '_addInfo', () => {
		doc.appendXML(descriptionOf(frame))
		if (!isFirst(frame)) doc.appendXML(UNIVERSAL_ACCESS)
	})
	return doc
}

function isFirst({ edition }: Frame): boolean {
	return edition === 'first'
}

/** Attached without dates of their own, so that equal content gives equal bytes. */
function attach(doc: PDFKit.PDFDocument, frame: Frame): void {
	const { attachments, createdAt } = frame
	for (const { name, mediaType, about, text, relationship = 'Supplement' } of attachments) {
		doc.file(Buffer.from(text, 'utf8'), {
			name,
			type: mediaType,
			description: clean(about),
			creationDate: createdAt,
			modifiedDate: createdAt,
			...(isFirst(frame) ? {} : { relationship }),
		})
	}
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
		case 'qr':
			return [qrPiece(pen, block)]
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
	const words = frame.pageWords(String(number), String(pages))
	drawArtifact(pen.tags, 'Pagination', () => drawRunning(pen, running, { number, words }))
	for (const { piece, part, repeatAt } of page) {
		if (repeatAt !== null) piece.repeat?.draw(repeatAt)
		piece.draw(part)
	}
}
