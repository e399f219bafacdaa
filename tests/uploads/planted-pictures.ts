import { deflateSync } from 'node:zlib'
import { exifBlock } from './make/exif.ts'
import { animatedWebp, chunk, drawing, pngTexts, pngWith, webpWith } from './make/picture-files.ts'
import { PLANTED_JPEGS } from './planted-jpegs.ts'
import { BLOCKS, XMP, XMP_NEEDLES, needle, profile } from './planted.ts'
import type { PlantedFile } from './planted.ts'
import { once } from './samples.ts'

const png = once(() => drawing(160, 120).png().toBuffer())
const webp = once(() => drawing(160, 120).webp().toBuffer())

const inPng: readonly PlantedFile[] = [
	...BLOCKS.slice(0, 6).map(([what, block, needles]) => ({
		name: `${what}.png`,
		needles,
		bytes: async () => pngWith(await png(), [chunk('eXIf', exifBlock(await block()))]),
	})),
	...['Author', 'Comment', 'Software', 'Creation Time', 'Source'].map((keyword) =>
		plantPng(
			`text-${keyword.toLowerCase().replace(' ', '-')}.png`,
			pngTexts.plain(keyword, needle(keyword)),
			[needle(keyword)],
		),
	),
	plantPng('packed-text.png', pngTexts.packed('Comment', needle('packed')), [needle('packed')]),
	plantPng('text-of-the-world.png', pngTexts.international('Author', needle('världen')), [needle('världen')]),
	plantPng('packed-text-of-the-world.png', pngTexts.packedInternational('Author', needle('packed-world')), [
		needle('packed-world'),
	]),
	plantPng('xmp.png', pngTexts.international('XML:com.adobe.xmp', XMP), XMP_NEEDLES),
	plantPng(
		'raw-profile.png',
		pngTexts.packed('Raw profile type exif', `\nexif\n40\n${Buffer.from(needle('raw')).toString('hex')}\n`),
		[needle('raw')],
	),
	plantPng('own-chunk.png', chunk('prVt', Buffer.from(needle('private'))), [needle('private')]),
	plantPng('origin.png', chunk('caBX', Buffer.from(`jumb c2pa ${needle('signer')}`)), [needle('signer')]),
	{
		name: 'profile.png',
		needles: [needle('screen'), needle('profile-name')],
		bytes: async () =>
			pngWith(await png(), [
				chunk(
					'iCCP',
					Buffer.concat([Buffer.from(`${needle('profile-name')}\0\0`), deflateSync(await profile())]),
				),
			]),
	},
	{
		name: 'after-the-end.png',
		needles: [needle('after')],
		bytes: async () => pngWith(await png(), [], Buffer.from(needle('after'))),
	},
	{
		name: 'cut-picture-below.png',
		needles: [needle('cropped')],
		bytes: async () =>
			pngWith(await png(), [], pngWith(await png(), [pngTexts.plain('Comment', needle('cropped'))])),
	},
]

const inWebp: readonly PlantedFile[] = [
	...BLOCKS.slice(0, 6).map(([what, block, needles]) => ({
		name: `${what}.webp`,
		needles,
		bytes: async () => webpWith(await webp(), [['EXIF', exifBlock(await block())]]),
	})),
	{
		name: 'exif-as-in-jpeg.webp',
		needles: [needle('artist')],
		bytes: async () =>
			webpWith(await webp(), [
				['EXIF', Buffer.concat([Buffer.from('Exif\0\0'), exifBlock({ main: [[0x013b, needle('artist')]] })])],
			]),
	},
	{
		name: 'xmp.webp',
		needles: XMP_NEEDLES,
		bytes: async () => webpWith(await webp(), [['XMP ', Buffer.from(XMP)]]),
	},
	{
		name: 'profile.webp',
		needles: [needle('screen')],
		bytes: async () => webpWith(await webp(), [['ICCP', await profile()]]),
	},
	{
		name: 'own-chunk.webp',
		needles: [needle('junk')],
		bytes: async () => webpWith(await webp(), [['JUNK', Buffer.from(needle('junk'))]]),
	},
	{
		name: 'after-the-end.webp',
		needles: [needle('after')],
		bytes: async () => webpWith(await webp(), [], Buffer.from(needle('after'))),
	},
	{
		name: 'moving.webp',
		needles: ['ANMF'],
		bytes: async () => animatedWebp(await drawing(64, 64).webp().toBuffer(), 64, 5),
	},
]

const refused: readonly PlantedFile[] = (['avif', 'tiff', 'gif'] as const).map((format) => ({
	name: `place.${format}`,
	needles: [],
	isRefused: true,
	bytes: () =>
		drawing(60, 40)
			.withExif({ IFD0: { Artist: needle('artist') } })
			.toFormat(format)
			.toBuffer(),
}))

/** Pictures with planted words and numbers wherever a picture can carry them. */
export const PLANTED_PICTURES: readonly PlantedFile[] = [...PLANTED_JPEGS, ...inPng, ...inWebp, ...refused]

function plantPng(name: string, part: Buffer, needles: readonly string[]): PlantedFile {
	return { name, needles, bytes: async () => pngWith(await png(), [part]) }
}
