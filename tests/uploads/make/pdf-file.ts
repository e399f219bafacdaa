import { deflateSync } from 'node:zlib'

/** An object of a document: its dictionary or value, and bytes where it is a stream. */
export type PdfObject = { readonly value: string; readonly stream?: Buffer }

/** A stream of an object, packed or as it is. */
export function streamOf(bytes: Buffer | string, more = '', isPacked = true): PdfObject {
	const plain = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes, 'latin1')
	const stream = isPacked ? deflateSync(plain) : plain
	const filter = isPacked ? '/Filter /FlateDecode' : ''
	return { value: `<< ${more} ${filter} /Length ${String(stream.length)} >>`, stream }
}

export type PdfParts = {
	readonly version?: string
	/** Objects from number 1 on; texts are their values. */
	readonly objects: readonly (PdfObject | string)[]
	readonly trailer?: string
}

/** A document written by hand; its catalogue is object 1. */
export function pdfOf({ version = '1.7', objects, trailer = '' }: PdfParts): Buffer {
	return write(Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1'), objects, {
		first: 1,
		trailer,
		previous: null,
	})
}

/** A document with a later version of some of its objects written after it, as editors save. */
export function pdfUpdated(earlier: Buffer, first: number, objects: readonly (PdfObject | string)[]): Buffer {
	const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(earlier.toString('latin1'))?.[1] ?? 0)
	return write(earlier, objects, { first, trailer: '', previous })
}

function write(
	head: Buffer,
	objects: readonly (PdfObject | string)[],
	{ first, trailer, previous }: { first: number; trailer: string; previous: number | null },
): Buffer {
	const parts = [head]
	const places: number[] = []
	let at = head.length
	objects.forEach((object, index) => {
		const { value, stream } = typeof object === 'string' ? { value: object } : object
		const body = stream ? [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')] : []
		const whole = Buffer.concat([
			Buffer.from(`${String(first + index)} 0 obj\n${value}`, 'latin1'),
			...body,
			Buffer.from('\nendobj\n'),
		])
		places.push(at)
		parts.push(whole)
		at += whole.length
	})
	const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
	const zero = previous === null ? '0 1\n0000000000 65535 f \n' : ''
	const back = previous === null ? '' : `/Prev ${String(previous)}`
	const size = first + objects.length
	parts.push(
		Buffer.from(
			`xref\n${zero}${String(first)} ${String(objects.length)}\n${lines.join('')}trailer\n<< /Size ${String(size)} /Root 1 0 R ${back} ${trailer} >>\nstartxref\n${String(at)}\n%%EOF\n`,
			'latin1',
		),
	)
	return Buffer.concat(parts)
}

export type OnePage = {
	/** Entries of the catalogue. */
	readonly catalog?: string
	/** Entries of the page. */
	readonly page?: string
	readonly box?: string
	/** What is drawn. */
	readonly content?: string
	/** Objects from number 6 on, for whoever refers to them. */
	readonly more?: readonly (PdfObject | string)[]
	readonly trailer?: string
	readonly version?: string
}

const HELLO = 'BT /F1 18 Tf 40 700 Td (Minutes of the meeting) Tj ET 40 600 200 20 re f'

/** A document of one page: 1 catalogue, 2 pages, 3 page, 4 what is drawn, 5 font, 6 and on: more. */
export function onePage(given: OnePage = {}): Buffer {
	const { catalog = '', page = '', box = '[0 0 595 842]', content = HELLO, more = [] } = given
	return pdfOf({
		...(given.version === undefined ? {} : { version: given.version }),
		objects: [
			`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
			'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
			`<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
			streamOf(content),
			'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
			...more,
		],
		...(given.trailer === undefined ? {} : { trailer: given.trailer }),
	})
}

/** A document of many pages, all the same. */
export function manyPages(pages: number): Buffer {
	const kids = Array.from({ length: pages }, (_none, at) => `${String(5 + at)} 0 R`).join(' ')
	return pdfOf({
		objects: [
			'<< /Type /Catalog /Pages 2 0 R >>',
			`<< /Type /Pages /Kids [${kids}] /Count ${String(pages)} /MediaBox [0 0 300 400] /Resources << /Font << /F1 4 0 R >> >> >>`,
			streamOf('BT /F1 18 Tf 40 300 Td (Page) Tj ET'),
			'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
			...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>'),
		],
	})
}
