import { exifBlock, rationals, xmpPacket } from './make/exif.ts'
import { drawing, jpegSegments, jpegWith } from './make/picture-files.ts'
import { onePage, pdfUpdated, streamOf } from './make/pdf-file.ts'
import type { OnePage } from './make/pdf-file.ts'
import { needle } from './planted.ts'
import type { PlantedFile } from './planted.ts'
import { writtenPdf } from './true-documents.ts'

const PLACE = [
	[6, 1],
	[27, 1],
	[123_457, 1_000],
] as const

/** A photo as a phone makes it, put into a document. */
async function photo(): Promise<Buffer> {
	const block = exifBlock({
		main: [[0x010f, needle('pdf-make')]],
		exif: [
			[0xa430, needle('pdf-owner')],
			[0xa431, needle('pdf-serial')],
		],
		gps: [[2, PLACE]],
	})
	const packet = xmpPacket(`<dc:creator>${needle('pdf-xmp')}</dc:creator>`)
	return jpegWith(await drawing(160, 120).jpeg().toBuffer(), [
		jpegSegments.exif(block),
		jpegSegments.xmp(packet),
	])
}

const PHOTO_NEEDLES = [
	needle('pdf-make'),
	needle('pdf-owner'),
	needle('pdf-serial'),
	needle('pdf-xmp'),
	rationals(PLACE),
]

function page(name: string, needles: readonly string[], given: OnePage): PlantedFile {
	return { name, needles, bytes: () => onePage(given) }
}

const withText = (operators: string, words: string) => `BT /F1 18 Tf ${operators} 40 700 Td (${words}) Tj ET`
const xmp = xmpPacket(
	`<pdf:Author>${needle('packet-author')}</pdf:Author><xmp:CreatorTool>${needle('tool')}</xmp:CreatorTool>`,
)

const written: readonly PlantedFile[] = [
	page('info.pdf', [needle('info-author'), needle('info-title'), needle('own-entry')], {
		trailer: '/Info 6 0 R',
		more: [
			`<< /Author (${needle('info-author')}) /Title (${needle('info-title')}) /Company (${needle('own-entry')}) /CreationDate (D:20260101) >>`,
		],
	}),
	page('info-in-utf-16.pdf', [needle('wide-author')], {
		trailer: '/Info 6 0 R',
		more: [`<< /Author <feff${Buffer.from(needle('wide-author'), 'utf16le').swap16().toString('hex')}> >>`],
	}),
	page('packet.pdf', [needle('packet-author'), needle('tool')], {
		catalog: '/Metadata 6 0 R',
		more: [streamOf(xmp, '/Type /Metadata /Subtype /XML', false)],
	}),
	page('packed-packet.pdf', [needle('packet-author')], {
		catalog: '/Metadata 6 0 R',
		more: [streamOf(xmp, '/Type /Metadata /Subtype /XML')],
	}),
	page('remark.pdf', [needle('remark'), needle('reviewer')], {
		page: '/Annots [6 0 R]',
		more: [
			`<< /Subtype /Text /Rect [9 9 30 30] /Contents (${needle('remark')}) /T (${needle('reviewer')}) >>`,
		],
	}),
	page('hidden-remark.pdf', [needle('hidden-remark')], {
		page: '/Annots [6 0 R]',
		more: [
			`<< /Subtype /FreeText /F 2 /Rect [9 9 300 30] /Contents (${needle('hidden-remark')}) /DA (/F1 9 Tf) >>`,
		],
	}),
	page('attached.pdf', [needle('attached'), needle('file-name')], {
		catalog: `/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>`,
		more: [
			`<< /Type /Filespec /F (${needle('file-name')}) /EF << /F 7 0 R >> >>`,
			streamOf(needle('attached'), '/Type /EmbeddedFile'),
		],
	}),
	page('attached-to-the-page.pdf', [needle('clipped')], {
		page: '/Annots [6 0 R]',
		more: [
			'<< /Subtype /FileAttachment /Rect [9 9 30 30] /FS 7 0 R >>',
			'<< /Type /Filespec /F (x) /EF << /F 8 0 R >> >>',
			streamOf(needle('clipped'), '/Type /EmbeddedFile'),
		],
	}),
	page('script.pdf', [needle('script')], {
		catalog: `/OpenAction << /S /JavaScript /JS (var a = "${needle('script')}") >>`,
	}),
	page('packed-script.pdf', [needle('packed-script')], {
		catalog: '/OpenAction << /S /JavaScript /JS 6 0 R >>',
		more: [streamOf(`var a="${needle('packed-script')}"`)],
	}),
	page('invisible-letters.pdf', [needle('invisible')], { content: withText('3 Tr', needle('invisible')) }),
	page('white-letters.pdf', [needle('white')], { content: `1 1 1 rg ${withText('', needle('white'))}` }),
	page('visible-letters.pdf', [needle('visible')], { content: withText('', needle('visible')) }),
	page('letters-below-a-bar.pdf', [needle('blacked-out')], {
		content: `${withText('', needle('blacked-out'))} 0 0 0 rg 0 690 595 40 re f`,
	}),
	page('letters-beside-the-page.pdf', [needle('beside')], {
		page: '/CropBox [0 0 300 300]',
		content: withText('', needle('beside')),
	}),
	page('layer-switched-off.pdf', [needle('layer')], {
		catalog: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
		page: '/Resources << /Font << /F1 5 0 R >> /Properties << /L 6 0 R >> >>',
		content: `/OC /L BDC ${withText('', needle('layer'))} EMC`,
		more: ['<< /Type /OCG /Name (notes) >>'],
	}),
	page('form.pdf', [needle('field-value'), needle('field-name')], {
		catalog: '/AcroForm << /Fields [6 0 R] >>',
		page: '/Annots [6 0 R]',
		more: [
			`<< /Subtype /Widget /FT /Tx /F 2 /T (${needle('field-name')}) /V (${needle('field-value')}) /Rect [9 9 99 30] >>`,
		],
	}),
	page('outline.pdf', [needle('outline')], {
		catalog: '/Outlines 6 0 R',
		more: [
			'<< /First 7 0 R /Last 7 0 R /Count 1 >>',
			`<< /Title (${needle('outline')}) /Parent 6 0 R /Dest [3 0 R /Fit] >>`,
		],
	}),
	page('alternative-words.pdf', [needle('actual'), needle('alternative')], {
		content: `/Span << /ActualText (${needle('actual')}) /Alt (${needle('alternative')}) >> BDC ${withText('', 'shown')} EMC`,
	}),
	page('program-data.pdf', [needle('piece')], {
		page: `/PieceInfo << /Editor << /Private (${needle('piece')}) >> >>`,
	}),
	page('link.pdf', [needle('link')], {
		page: '/Annots [6 0 R]',
		more: [
			`<< /Subtype /Link /Rect [9 9 30 30] /A << /S /URI /URI (https://example.org/${needle('link')}) >> >>`,
		],
	}),
	page('signed.pdf', [needle('signer'), needle('reason')], {
		catalog: '/AcroForm << /SigFlags 3 /Fields [6 0 R] >>',
		more: [
			`<< /FT /Sig /T (s) /V 7 0 R >>`,
			`<< /Type /Sig /Filter /Adobe.PPKLite /Name (${needle('signer')}) /Reason (${needle('reason')}) /Contents <00> >>`,
		],
	}),
	page('nobody-refers-to-it.pdf', [needle('orphan')], {
		more: [`(${needle('orphan')})`, streamOf(needle('orphan'))],
	}),
	page('font-name.pdf', [needle('font')], { more: [`<< /Type /Font /BaseFont /${needle('font')} >>`] }),
	page('small-picture.pdf', [needle('pdf-thumb')], {
		page: '/Thumb 6 0 R',
		more: [
			streamOf(
				Buffer.from(needle('pdf-thumb').padEnd(48)),
				'/Width 4 /Height 4 /ColorSpace /DeviceRGB /BitsPerComponent 8',
			),
		],
	}),
	page('xfa.pdf', [needle('xfa')], {
		catalog: '/AcroForm << /XFA 6 0 R /Fields [] >>',
		more: [streamOf(`<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><v>${needle('xfa')}</v></xdp:xdp>`)],
	}),
]

const further: readonly PlantedFile[] = [
	{
		name: 'earlier-version.pdf',
		needles: [needle('earlier')],
		bytes: () =>
			pdfUpdated(onePage({ content: withText('', needle('earlier')) }), 4, [streamOf('0 0 9 9 re f')]),
	},
	{
		name: 'after-the-end.pdf',
		needles: [needle('after')],
		bytes: () => Buffer.concat([onePage(), Buffer.from(needle('after'))]),
	},
	{
		name: 'before-the-beginning.pdf',
		needles: [needle('before')],
		bytes: () => Buffer.concat([Buffer.from(`${needle('before')}\n`), onePage()]),
	},
	{
		name: 'in-a-comment.pdf',
		needles: [needle('percent')],
		bytes: () =>
			Buffer.from(
				onePage()
					.toString('latin1')
					.replace('\n%', `\n% ${needle('percent')}\n%`),
				'latin1',
			),
	},
	{
		name: 'photo.pdf',
		needles: PHOTO_NEEDLES,
		bytes: async () => {
			const picture = await photo()
			return writtenPdf({}, (doc) => void doc.image(picture, 0, 0))
		},
	},
	{
		name: 'photo-that-is-not-shown.pdf',
		needles: PHOTO_NEEDLES,
		bytes: async () => {
			const picture = await photo()
			return onePage({
				more: [
					{
						value: `<< /Type /XObject /Subtype /Image /Width 160 /Height 120 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${String(picture.length)} >>`,
						stream: picture,
					},
				],
			})
		},
	},
	{
		name: 'library.pdf',
		needles: [needle('lib-author'), needle('lib-keyword')],
		bytes: () =>
			writtenPdf(
				{ info: { Author: needle('lib-author'), Keywords: needle('lib-keyword') } },
				(doc) => void doc.text('Notulen'),
			),
	},
]

/** Documents with planted words wherever a document can carry them. */
export const PLANTED_DOCUMENTS: readonly PlantedFile[] = [...written, ...further]
