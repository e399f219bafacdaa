import PDFDocument from 'pdfkit'
import { drawing } from './make/picture-files.ts'
import { manyPages, onePage, pdfUpdated, streamOf } from './make/pdf-file.ts'
import type { TrueFile } from './samples.ts'

const PDF = 'application/pdf' as const
const TEXT = 'text/plain' as const
const CSV = 'text/csv' as const

/** A document as programs write it, with the library that writes this site's reports. */
export async function writtenPdf(
	options: PDFKit.PDFDocumentOptions,
	draw: (doc: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
	const doc = new PDFDocument(options)
	const pieces: Buffer[] = []
	doc.on('data', (piece: Buffer) => pieces.push(piece))
	const end = new Promise((resolve) => doc.once('end', resolve))
	draw(doc)
	doc.end()
	await end
	return Buffer.concat(pieces)
}

const NOTE = '<< /Type /Annot /Subtype /Text /Rect [10 10 40 40] /Contents (a remark) /T (somebody) >>'
const LINK =
	'<< /Type /Annot /Subtype /Link /Rect [10 10 40 40] /A << /S /URI /URI (https://example.org) >> >>'
const FIELD =
	'<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (value) /Rect [40 500 300 530] /DA (/F1 12 Tf 0 g) >>'

const documents: readonly TrueFile[] = [
	{ name: 'minutes.pdf', bytes: () => onePage(), mediaType: PDF, pages: 1, removed: ['TEXT_LAYER'] },
	{ name: 'new.pdf', bytes: () => onePage({ version: '2.0' }), mediaType: PDF, pages: 1 },
	{ name: 'turned.pdf', bytes: () => onePage({ page: '/Rotate 90' }), mediaType: PDF, pages: 1 },
	{ name: 'cut.pdf', bytes: () => onePage({ page: '/CropBox [30 600 400 800]' }), mediaType: PDF, pages: 1 },
	{ name: 'poster.pdf', bytes: () => onePage({ box: '[0 0 3370 2384]' }), mediaType: PDF, pages: 1 },
	{ name: 'stamp.pdf', bytes: () => onePage({ box: '[0 0 20 20]' }), mediaType: PDF, pages: 1 },
	{
		name: 'after-a-letterhead.pdf',
		bytes: () => Buffer.concat([Buffer.from('\r\n\r\n'), onePage()]),
		mediaType: PDF,
		pages: 1,
	},
	{
		name: 'remark.pdf',
		bytes: () => onePage({ page: '/Annots [6 0 R]', more: [NOTE] }),
		mediaType: PDF,
		removed: ['COMMENT'],
	},
	{
		name: 'linked.pdf',
		bytes: () => onePage({ page: '/Annots [6 0 R]', more: [LINK] }),
		mediaType: PDF,
		removed: ['LINKS'],
	},
	{
		name: 'form.pdf',
		bytes: () =>
			onePage({ catalog: '/AcroForm << /Fields [6 0 R] >>', page: '/Annots [6 0 R]', more: [FIELD] }),
		mediaType: PDF,
		pages: 1,
	},
	{
		name: 'saved-twice.pdf',
		bytes: () => pdfUpdated(onePage(), 4, [streamOf('0 0 100 100 re f')]),
		mediaType: PDF,
		pages: 1,
	},
	{ name: 'two-hundred-pages.pdf', bytes: () => manyPages(200), mediaType: PDF, pages: 200 },
	{
		name: 'written.pdf',
		bytes: () =>
			writtenPdf(
				{ info: { Title: 'Notulen', Author: 'Sekretariat' } },
				(doc) => void doc.text('Notulen rapat').addPage().text('2'),
			),
		mediaType: PDF,
		pages: 2,
		removed: ['AUTHOR', 'DATES', 'COMMENT', 'TEXT_LAYER'],
	},
	{
		name: 'scanned.pdf',
		bytes: async () => {
			const scan = await drawing(600, 800).jpeg().toBuffer()
			return writtenPdf({}, (doc) => void doc.image(scan, 0, 0, { width: 595 }))
		},
		mediaType: PDF,
		pages: 1,
	},
	{
		name: 'locked-against-changes.pdf',
		bytes: () =>
			writtenPdf({ ownerPassword: 'owner', permissions: {} }, (doc) => void doc.text('open to read')),
		mediaType: PDF,
		pages: 1,
	},
]

const texts: readonly TrueFile[] = [
	{ name: 'note.txt', bytes: () => Buffer.from('One line'), mediaType: TEXT, text: 'One line' },
	{
		name: 'mark.txt',
		bytes: () => Buffer.from('\ufeffNote'),
		mediaType: TEXT,
		text: 'Note',
		removed: ['BYTE_ORDER_MARK'],
	},
	{ name: 'windows.txt', bytes: () => Buffer.from('a\r\nb\r\n'), mediaType: TEXT, text: 'a\nb\n' },
	{ name: 'old-mac.txt', bytes: () => Buffer.from('a\rb\r'), mediaType: TEXT, text: 'a\nb\n' },
	{ name: 'tabs.txt', bytes: () => Buffer.from('\tindented text'), mediaType: TEXT },
	{
		name: 'indonesian.txt',
		bytes: () => Buffer.from('Rapat ditutup pukul 16.00 – selesai. “Baik.”'),
		mediaType: TEXT,
	},
	{ name: 'signs.txt', bytes: () => Buffer.from('✓ 👍🏽 ﷽ 漢字 עברית'), mediaType: TEXT },
	{ name: 'one-letter.txt', bytes: () => Buffer.from('x'), mediaType: TEXT },
	{ name: 'long-line.txt', bytes: () => Buffer.from('kata '.repeat(200_000)), mediaType: TEXT },
	{ name: 'five-mb.txt', bytes: () => Buffer.from('Baris notulen.\n'.repeat(350_000)), mediaType: TEXT },
	{
		name: 'says-less-than.txt',
		bytes: () => Buffer.from('If a < b and c > d, then <b> is bold.'),
		mediaType: TEXT,
	},
	{ name: 'plus.txt', bytes: () => Buffer.from('+62 21 555 0100, C++ and 1+2+3+abc-d'), mediaType: TEXT },
	{ name: 'picture-name.jpg', bytes: () => Buffer.from('This is text.'), mediaType: TEXT },
	{
		name: 'letters-cut-at-64-kb.txt',
		bytes: () => Buffer.from(`${'x'.repeat(65_535)}é and more`),
		mediaType: TEXT,
	},
	{
		name: 'contact.vcf',
		bytes: () => Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Office\nEND:VCARD\n'),
		mediaType: TEXT,
	},
]

const tables: readonly TrueFile[] = [
	{
		name: 'budget.csv',
		bytes: () => Buffer.from('year,amount\n2025,10\n2026,-5\n'),
		mediaType: CSV,
		text: 'year,amount\n2025,10\n2026,-5\n',
	},
	{ name: 'semicolons.csv', bytes: () => Buffer.from('a;b;c\n1,5;2;3\n'), mediaType: CSV },
	{ name: 'tabs.tsv', bytes: () => Buffer.from('a\tb\n1\t2\n'), mediaType: CSV },
	{ name: 'quoted.csv', bytes: () => Buffer.from('a,b\n"one\ntwo","say ""hi"""\n'), mediaType: CSV },
	{ name: 'excel.csv', bytes: () => Buffer.from('\ufeffa,b\r\n1,2\r\n'), mediaType: CSV, text: 'a,b\n1,2\n' },
	{ name: 'long.csv', bytes: () => Buffer.from(`id,name\n${'1,Desa\n'.repeat(60_000)}`), mediaType: CSV },
	{ name: 'one-column.csv', bytes: () => Buffer.from('name\nA\nB\n'), mediaType: TEXT },
]

/** True documents, texts and tables, in odd cases. */
export const TRUE_DOCUMENTS: readonly TrueFile[] = [...documents, ...texts, ...tables]
