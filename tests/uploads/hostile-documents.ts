import { deflateSync } from 'node:zlib'
import { manyPages, onePage, pdfOf, streamOf } from './make/pdf-file.ts'
import type { OnePage, PdfObject } from './make/pdf-file.ts'
import { zipOf } from './make/zip-file.ts'
import type { HostileFile } from './samples.ts'
import { writtenPdf } from './true-documents.ts'

const SCRIPT = '<script>alert(1)</script>'

/** A document that does something when it is opened. */
function acting(name: string, given: OnePage, harm: readonly string[]): HostileFile {
	return { name, bytes: () => onePage(given), harm }
}

const actions: readonly HostileFile[] = [
	acting('script-at-opening.pdf', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }, [
		'/JavaScript',
		'app.alert',
	]),
	acting(
		'script-by-name.pdf',
		{
			catalog: '/Names << /JavaScript << /Names [(x) 6 0 R] >> >>',
			more: ['<< /S /JavaScript /JS (app.alert(2)) >>'],
		},
		['/JavaScript', 'app.alert'],
	),
	acting('script-on-the-page.pdf', { page: '/AA << /O << /S /JavaScript /JS (app.alert(3)) >> >>' }, [
		'/AA',
		'app.alert',
	]),
	acting('starts-a-program.pdf', { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }, [
		'/Launch',
		'cmd.exe',
	]),
	acting('opens-an-address.pdf', { catalog: '/OpenAction << /S /URI /URI (http://127.0.0.1/x) >>' }, [
		'/URI',
		'127.0.0.1',
	]),
	acting('sends-a-form.pdf', { catalog: '/OpenAction << /S /SubmitForm /F (http://127.0.0.1/) >>' }, [
		'/SubmitForm',
	]),
	acting(
		'goes-elsewhere.pdf',
		{ catalog: '/OpenAction << /S /GoToR /F (\\\\\\\\127.0.0.1\\\\x) /D [0 /Fit] >>' },
		['/GoToR'],
	),
	acting('imports.pdf', { catalog: '/OpenAction << /S /ImportData /F (x) >>' }, ['/ImportData']),
	acting(
		'xfa-form.pdf',
		{
			catalog: '/AcroForm << /XFA 6 0 R /Fields [] >>',
			more: [streamOf('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>x</script></xdp:xdp>')],
		},
		['xdp:xdp', '/XFA'],
	),
	acting(
		'carries-a-program.pdf',
		{
			catalog: '/Names << /EmbeddedFiles << /Names [(x) 6 0 R] >> >>',
			more: ['<< /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>', streamOf('MZ program')],
		},
		['MZ program', '/EmbeddedFile', 'x.exe'],
	),
	acting(
		'plays-a-film.pdf',
		{
			page: '/Annots [6 0 R]',
			more: ['<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /Contents (film) >>'],
		},
		['/RichMedia', 'film'],
	),
	acting(
		'counts.pdf',
		{
			catalog: '/AcroForm << /CO [6 0 R] /Fields [6 0 R] >>',
			page: '/Annots [6 0 R]',
			more: [
				'<< /Subtype /Widget /FT /Tx /T (f) /Rect [0 0 9 9] /AA << /C << /S /JavaScript /JS (event.value=1) >> >> >>',
			],
		},
		['event.value', '/JavaScript'],
	),
	acting('hidden-name.pdf', { catalog: '/Open#41ction << /S /J#61vaScript /JS (app.alert(9)) >>' }, [
		'app.alert',
		'vaScript',
	]),
]

const twoThings: readonly HostileFile[] = [
	{
		name: 'pdf-and-page.pdf',
		bytes: () => Buffer.concat([onePage(), Buffer.from(SCRIPT)]),
		harm: ['<script'],
	},
	{
		name: 'page-and-pdf.pdf',
		bytes: () => Buffer.concat([Buffer.from(`<html>${SCRIPT}\n`), onePage()]),
		harm: ['<script'],
	},
	{
		name: 'words-and-pdf.pdf',
		bytes: () => Buffer.concat([Buffer.from('alert(1)//\n'), onePage()]),
		harm: ['alert(1)'],
	},
	{
		name: 'pdf-and-zip.pdf',
		bytes: () => Buffer.concat([onePage(), zipOf([['x.js', Buffer.from('alert(1)')]])]),
		harm: ['PK\x03\x04', 'x.js'],
	},
	{ name: 'only-says-pdf.pdf', bytes: () => Buffer.from(`%PDF-1.7\n${SCRIPT}`), refused: ['BROKEN'] },
	{ name: 'only-ends-as-pdf.pdf', bytes: () => Buffer.from('%PDF-1.7\n%%EOF'), refused: ['BROKEN'] },
]

const locked: readonly HostileFile[] = (['1.4', '1.7ext3'] as const).map((pdfVersion) => ({
	name: `locked-${pdfVersion}.pdf`,
	bytes: () => writtenPdf({ pdfVersion, userPassword: 'secret' }, (doc) => void doc.text('locked')),
	refused: ['ENCRYPTED'] as const,
}))

/** A stream that is packed over and over, and is enormous when it is opened. */
function packedOften(times: number): PdfObject {
	let bytes: Buffer = Buffer.alloc(50 * 2 ** 20, ' ')
	for (let round = 0; round < times; round += 1) bytes = deflateSync(bytes)
	const filters = '/FlateDecode '.repeat(times)
	return { value: `<< /Filter [${filters}] /Length ${String(bytes.length)} >>`, stream: bytes }
}

function withContent(content: PdfObject, more: readonly (PdfObject | string)[] = []): Buffer {
	return pdfOf({
		objects: [
			'<< /Type /Catalog /Pages 2 0 R >>',
			'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
			'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
			content,
			...more,
		],
	})
}

const picture = (width: number, height: number) => ({
	...streamOf(
		Buffer.alloc(1_000_000),
		`/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /ColorSpace /DeviceRGB /BitsPerComponent 8`,
	),
})
const draws = streamOf('q 300 0 0 300 0 0 cm /X Do Q')

const bombs: readonly HostileFile[] = [
	{ name: 'ten-thousand-pages.pdf', bytes: () => manyPages(10_000), refused: ['TOO_MANY_PAGES'] },
	{ name: '201-pages.pdf', bytes: () => manyPages(201), refused: ['TOO_MANY_PAGES'] },
	{
		name: 'says-a-billion-pages.pdf',
		bytes: () =>
			Buffer.from(onePage().toString('latin1').replace('/Count 1 ', '/Count 999999999 '), 'latin1'),
	},
	{
		name: 'pages-of-themselves.pdf',
		bytes: () =>
			pdfOf({
				objects: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'],
			}),
	},
	{
		name: 'draws-itself.pdf',
		bytes: () =>
			withContent(draws, [
				streamOf(
					'/X Do',
					'/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X 5 0 R >> >>',
				),
			]),
	},
	{ name: 'is-its-own-font.pdf', bytes: () => onePage({ page: '/Resources << /Font << /F1 3 0 R >> >>' }) },
	{ name: 'packed-three-times.pdf', bytes: () => withContent(packedOften(3)) },
	{ name: 'thousands-of-lines.pdf', bytes: () => onePage({ content: '0 0 m 300 300 l S\n'.repeat(5_000) }) },
	{ name: 'picture-of-ten-gigapixels.pdf', bytes: () => withContent(draws, [picture(100_000, 100_000)]) },
	{ name: 'picture-of-100-megapixels.pdf', bytes: () => withContent(draws, [picture(10_000, 10_000)]) },
	{ name: 'page-of-a-mile.pdf', bytes: () => onePage({ box: '[0 0 9999999 9999999]' }) },
	{ name: 'page-of-nothing.pdf', bytes: () => onePage({ box: '[0 0 0 0]' }) },
	{ name: 'page-inside-out.pdf', bytes: () => onePage({ box: '[500 500 -500 -500]' }) },
	{
		name: 'deep-brackets.pdf',
		bytes: () => onePage({ catalog: `/X ${'['.repeat(50_000)}${']'.repeat(50_000)}` }),
	},
	{ name: 'deep-saves.pdf', bytes: () => onePage({ content: 'q '.repeat(200_000) }) },
	{ name: 'no-catalogue.pdf', bytes: () => pdfOf({ objects: ['<< >>'] }) },
]

/** Documents that act, that are something else too, that are locked, or that are made to break what reads them. */
export const HOSTILE_DOCUMENTS: readonly HostileFile[] = [...actions, ...twoThings, ...locked, ...bombs]
