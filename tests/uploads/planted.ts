import sharp from 'sharp'
import { iptcBlock, rationals, xmpPacket } from './make/exif.ts'
import type { ExifBlock } from './make/exif.ts'
import { drawing, jpegSegments, jpegWith } from './make/picture-files.ts'
import { once } from './samples.ts'

/** A file with something in it that must not be in any public byte of it; or a kind that is not taken at all. */
export type PlantedFile = {
	readonly name: string
	readonly bytes: () => Buffer | Promise<Buffer>
	readonly needles: readonly (string | Buffer)[]
	readonly isRefused?: boolean
}

/** Words that stand nowhere by chance. */
export const needle = (what: string) => `Zq7Needle-${what}-9vXk`

export const small = once(async () =>
	jpegWith(await drawing(16, 12).jpeg().toBuffer(), [jpegSegments.comment(needle('in-thumbnail'))]),
)

export const PLACE = [
	[6, 1],
	[27, 1],
	[123_457, 1_000],
] as const
export const OTHER_PLACE = [
	[106, 1],
	[49, 1],
	[765_431, 1_000],
] as const
export const PLACE_NEEDLES = [rationals(PLACE), rationals(OTHER_PLACE)]

type Block = readonly [
	what: string,
	block: () => ExifBlock | Promise<ExifBlock>,
	needles: readonly (string | Buffer)[],
]

/** What EXIF can tell: each as its own block. */
export const BLOCKS: readonly Block[] = [
	[
		'place',
		() => ({
			gps: [
				[1, 'S'],
				[2, PLACE],
				[3, 'E'],
				[4, OTHER_PLACE],
			],
		}),
		PLACE_NEEDLES,
	],
	[
		'place-in-words',
		() => ({
			gps: [
				[28, Buffer.from(needle('village'))],
				[18, needle('datum')],
			],
		}),
		[needle('village'), needle('datum')],
	],
	[
		'camera',
		() => ({
			main: [
				[0x010f, needle('make')],
				[0x0110, needle('model')],
			],
		}),
		[needle('make'), needle('model')],
	],
	[
		'serial-numbers',
		() => ({
			exif: [
				[0xa431, needle('body')],
				[0xa435, needle('lens')],
			],
		}),
		[needle('body'), needle('lens')],
	],
	[
		'owner',
		() => ({
			main: [
				[0x013b, needle('artist')],
				[0x8298, needle('rights')],
			],
			exif: [[0xa430, needle('owner')]],
		}),
		[needle('artist'), needle('rights'), needle('owner')],
	],
	[
		'maker-note',
		() => ({ exif: [[0x927c, Buffer.from(`MakerNote\0${needle('maker-note')}`)]] }),
		[needle('maker-note')],
	],
	[
		'dates',
		() => ({ main: [[0x0132, needle('changed')]], exif: [[0x9003, needle('taken')]] }),
		[needle('changed'), needle('taken')],
	],
	[
		'remarks',
		() => ({
			main: [[0x010e, needle('description')]],
			exif: [[0x9286, Buffer.from(`ASCII\0\0\0${needle('comment')}`)]],
		}),
		[needle('description'), needle('comment')],
	],
	[
		'windows-fields',
		() => ({
			main: [
				[0x9c9d, Buffer.from(needle('xp-author'), 'utf16le')],
				[0x9c9b, Buffer.from(needle('xp-title'), 'utf16le')],
			],
		}),
		[needle('xp-author'), needle('xp-title')],
	],
	[
		'software',
		() => ({
			main: [
				[0x0131, needle('software')],
				[0x013c, needle('host')],
			],
		}),
		[needle('software'), needle('host')],
	],
	['unique-id', () => ({ exif: [[0xa420, needle('unique')]] }), [needle('unique')]],
	['small-picture', async () => ({ thumbnail: await small() }), [needle('in-thumbnail')]],
]

export const XMP = xmpPacket(
	`<dc:creator><rdf:li>${needle('xmp-author')}</rdf:li></dc:creator><exif:GPSLatitude>${needle('xmp-place')}</exif:GPSLatitude>`,
)
export const XMP_NEEDLES = [needle('xmp-author'), needle('xmp-place')]
export const IPTC = iptcBlock([
	[80, needle('by-line')],
	[90, needle('city')],
	[120, needle('caption')],
])
export const IPTC_NEEDLES = [needle('by-line'), needle('city'), needle('caption')]

/** A colour profile that tells whose screen it was made for. */
export const profile = once(async () => {
	const whole = await drawing(8, 8).withIccProfile('p3').jpeg().toBuffer()
	const icc = Buffer.from((await sharp(whole).metadata()).icc ?? [])
	const words = Buffer.from(needle('screen'), 'latin1')
	words.copy(icc, icc.length - words.length)
	return icc
})
