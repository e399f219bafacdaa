import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { FILE_MAX_BYTES, PDF_MAX_PAGES } from '#app/domain/upload/rules.ts'
import type { FileRefusal, RemovedCode } from '#app/domain/upload/rules.ts'
import { previewOf } from './clean-image.server.ts'
import type { Pixels } from './clean-image.server.ts'
import { documentTraces, nativeOf, pageTraces, pointerIn } from './pdf-traces.ts'

export type CleanPdf = {
	readonly preview: Buffer
	readonly pages: number
	readonly removed: readonly RemovedCode[]
}

type Page = { readonly pixels: Pixels; readonly width: number; readonly height: number }

/** Equal pages give equal bytes: the new document has one date, which is nobody's. */
const NO_DATE = new Date('2000-01-01T00:00:00Z')
const QUALITY = 75
/** Unit: points, of which 72 are an inch. Beyond these a viewer shows nothing. */
const LONGEST_PAGE = 14_400
/** Sharp enough to read small print; a longer document is drawn a little coarser, so that it stays small and quick. */
const LONG_SIDES = [
	{ upToPages: 40, pixels: 2_200 },
	{ upToPages: 100, pixels: 1_800 },
	{ upToPages: PDF_MAX_PAGES, pixels: 1_500 },
]
/** A small page is not drawn larger than this. Unit: pixels per point; 200 dots per inch. */
const LARGEST_SCALE = 200 / 72

/** Pictures of pages are larger than the letters were; a document of nothing but noise would be so without end. */
const MOST_BYTES = 3 * FILE_MAX_BYTES

/**
 * Makes a document anew, into a file that is not there yet: every page a picture of what it showed, and nothing of
 * what it was made of. No letter, link, script, attachment or earlier version of it is left.
 */
export async function cleanPdf(
	path: string,
	target: string,
): Promise<CleanPdf | { readonly refusal: FileRefusal }> {
	const bytes = await readFile(path)
	const library = await PDFiumLibrary.init()
	const opened = await library.loadDocument(bytes).catch((error: unknown) => String(error))
	if (typeof opened === 'string')
		return { refusal: /password|security/i.test(opened) ? 'ENCRYPTED' : 'BROKEN' }
	const pages = opened.getPageCount()
	if (pages < 1) return { refusal: 'BROKEN' }
	if (pages > PDF_MAX_PAGES) return { refusal: 'TOO_MANY_PAGES' }
	const native = nativeOf(library)
	const removed = new Set(documentTraces(native, { pointer: pointerIn(opened, 'documentIdx'), bytes }))
	const preview = await redraw(opened, target, (page) => {
		for (const code of pageTraces(native, page)) removed.add(code)
	})
	return typeof preview === 'string' ? { refusal: preview } : { preview, pages, removed: [...removed] }
}

/** Draws all pages into the new document; gives the preview of the first, or why a page cannot be drawn. */
async function redraw(
	source: PDFiumDocument,
	target: string,
	look: (page: number) => void,
): Promise<Buffer | FileRefusal> {
	const pages = source.getPageCount()
	// Large to load: only for a document that can be opened.
	const { default: PDFDocument } = await import('pdfkit')
	const doc = new PDFDocument({
		autoFirstPage: false,
		font: '',
		margin: 0,
		info: { Creator: 'Renaksi', Producer: 'PDFKit', CreationDate: NO_DATE },
	})
	const file = doc.pipe(createWriteStream(target, { flags: 'wx' }))
	let preview: Buffer | null = null
	let bytes = 0
	for (let at = 0; at < pages; at += 1) {
		const page = source.getPage(at)
		look(pointerIn(page, 'pageIdx'))
		// Drawing also closes the page.
		const drawn = await draw(page, pages)
		if (!drawn) return 'BROKEN'
		const { pixels, width, height } = drawn
		preview ??= await previewOf(pixels)
		const picture = await jpegOf(pixels)
		bytes += picture.length
		if (bytes > MOST_BYTES) return 'TOO_LARGE'
		doc.addPage({ size: [width, height], margin: 0 })
		doc.image(picture, 0, 0, { width, height })
	}
	doc.end()
	await finished(file)
	return preview ?? 'BROKEN'
}

async function draw(page: ReturnType<PDFiumDocument['getPage']>, pages: number): Promise<Page | null> {
	const { originalWidth, originalHeight } = page.getOriginalSize()
	if (!(originalWidth > 0 && originalHeight > 0)) return null
	const width = Math.min(originalWidth, LONGEST_PAGE)
	const height = Math.min(originalHeight, LONGEST_PAGE)
	const longSide = LONG_SIDES.find(({ upToPages }) => pages <= upToPages)?.pixels ?? 0
	const scale = Math.min(longSide / Math.max(width, height), LARGEST_SCALE)
	const image = await page.render({
		scale: 1,
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale)),
		render: 'bitmap',
	})
	const raw = { width: image.width, height: image.height, channels: 4 } as const
	const pixels = await sharp(image.data, { raw }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
	return { pixels, width, height }
}

async function jpegOf({ data, info }: Pixels): Promise<Buffer> {
	const { width, height, channels } = info
	return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: QUALITY }).toBuffer()
}
