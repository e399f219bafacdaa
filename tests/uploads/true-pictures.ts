import sharp from 'sharp'
import { exifBlock } from './make/exif.ts'
import {
	animatedWebp,
	chunk,
	drawing,
	jpegSegments,
	jpegWith,
	plainPng,
	pngTexts,
	pngWith,
} from './make/picture-files.ts'
import { noise, once } from './samples.ts'
import type { TrueFile } from './samples.ts'

const jpeg = once(() => drawing(120, 80).jpeg().toBuffer())
const png = once(() => drawing(120, 80).png().toBuffer())
const webp = once(() => drawing(64, 64).webp().toBuffer())

const JPEG = 'image/jpeg' as const
const PNG = 'image/png' as const
const WEBP = 'image/webp' as const

/** A picture of noise, which does not compress. */
const noisy = (side: number) =>
	sharp(noise(side * side * 3), { raw: { width: side, height: side, channels: 3 } })

/** A picture as large as a camera's. */
const large = (width: number, height: number) =>
	drawing(200, 150).resize(width, height, { fit: 'fill', kernel: 'nearest' })

/** Orientation 5 to 8 are on their side: width and height change places. */
function turned(orientation: number): TrueFile {
	return {
		name: `photo-turned-${String(orientation)}.jpg`,
		bytes: () => drawing(120, 80).withMetadata({ orientation }).jpeg().toBuffer(),
		mediaType: JPEG,
		size: orientation > 4 ? [80, 120] : [120, 80],
		removed: ['METADATA'],
	}
}

const jpegs: readonly TrueFile[] = [
	{ name: 'photo.jpg', bytes: jpeg, mediaType: JPEG, size: [120, 80] },
	{ name: 'photo.txt', bytes: jpeg, mediaType: JPEG },
	{
		name: 'progressive.jpg',
		bytes: () => drawing(300, 200).jpeg({ progressive: true }).toBuffer(),
		mediaType: JPEG,
	},
	{ name: 'grey.jpg', bytes: () => drawing(90, 90).greyscale().jpeg().toBuffer(), mediaType: JPEG },
	{
		name: 'print-colours.jpg',
		bytes: () => drawing(90, 90).toColourspace('cmyk').jpeg().toBuffer(),
		mediaType: JPEG,
	},
	{
		name: 'full-colour.jpg',
		bytes: () => drawing(90, 90).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
		mediaType: JPEG,
	},
	{ name: 'mozjpeg.jpg', bytes: () => drawing(400, 300).jpeg({ mozjpeg: true }).toBuffer(), mediaType: JPEG },
	{ name: 'one-pixel.jpg', bytes: () => drawing(1, 1).jpeg().toBuffer(), mediaType: JPEG, size: [1, 1] },
	{ name: 'wide.jpg', bytes: () => drawing(5_000, 3).jpeg().toBuffer(), mediaType: JPEG },
	{
		name: 'phone-12-mp.jpg',
		bytes: () => large(4_000, 3_000).jpeg().toBuffer(),
		mediaType: JPEG,
		size: [4_000, 3_000],
	},
	{
		name: 'phone-38-mp.jpg',
		bytes: () => large(7_200, 5_300).jpeg().toBuffer(),
		mediaType: JPEG,
		size: [4_096, 3_015],
	},
	{
		name: 'wide-colours.jpg',
		bytes: () => drawing(90, 90).withIccProfile('p3').jpeg().toBuffer(),
		mediaType: JPEG,
		removed: ['COLOR_PROFILE'],
	},
	{
		name: 'padded.jpg',
		bytes: async () => Buffer.concat([await jpeg(), Buffer.alloc(512)]),
		mediaType: JPEG,
	},
	{
		name: 'commented.jpg',
		bytes: async () => jpegWith(await jpeg(), [jpegSegments.comment('scanned')]),
		mediaType: JPEG,
		removed: ['COMMENT'],
	},
	{
		name: 'phone.jpg',
		bytes: async () => {
			const gps = [
				[
					2,
					[
						[6, 1],
						[27, 1],
						[0, 1],
					],
				],
			] as const
			const block = exifBlock({
				main: [
					[0x010f, 'Maker'],
					[0x0132, '2026:01:01 10:00:00'],
				],
				exif: [],
				gps,
			})
			return jpegWith(await jpeg(), [jpegSegments.exif(block)])
		},
		mediaType: JPEG,
		removed: ['LOCATION', 'CAMERA', 'DATES'],
	},
	...[1, 3, 6, 8].map(turned),
]

const pngs: readonly TrueFile[] = [
	{ name: 'drawing.png', bytes: png, mediaType: PNG, size: [120, 80] },
	{ name: 'see-through.png', bytes: () => drawing(50, 50, 4).png().toBuffer(), mediaType: PNG },
	{ name: 'grey.png', bytes: () => drawing(50, 50).greyscale().png().toBuffer(), mediaType: PNG },
	{ name: 'palette.png', bytes: () => drawing(50, 50).png({ palette: true }).toBuffer(), mediaType: PNG },
	{ name: 'deep.png', bytes: () => drawing(50, 50).toColourspace('rgb16').png().toBuffer(), mediaType: PNG },
	{
		name: 'interlaced.png',
		bytes: () => drawing(50, 50).png({ progressive: true }).toBuffer(),
		mediaType: PNG,
	},
	{ name: 'one-bit.png', bytes: () => plainPng(500, 300), mediaType: PNG, size: [500, 300] },
	{ name: 'one-pixel.png', bytes: () => drawing(1, 1).png().toBuffer(), mediaType: PNG, size: [1, 1] },
	{
		name: 'screenshot.png',
		bytes: () => drawing(1_920, 1_080).png().toBuffer(),
		mediaType: PNG,
		size: [1_920, 1_080],
	},
	{ name: 'scan-36-mp.png', bytes: () => plainPng(6_000, 6_000), mediaType: PNG, size: [4_096, 4_096] },
	{
		name: 'noted.png',
		bytes: async () =>
			pngWith(await png(), [pngTexts.plain('Author', 'x'), pngTexts.plain('Creation Time', 'x')]),
		mediaType: PNG,
		removed: ['AUTHOR', 'DATES'],
	},
	{
		name: 'moving.png',
		bytes: async () => pngWith(await png(), [chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))]),
		mediaType: PNG,
		removed: ['ANIMATION'],
	},
	{ name: 'noise.png', bytes: () => noisy(1_500).png().toBuffer(), mediaType: PNG, size: [1_500, 1_500] },
]

const webps: readonly TrueFile[] = [
	{ name: 'photo.webp', bytes: webp, mediaType: WEBP, size: [64, 64] },
	{
		name: 'lossless.webp',
		bytes: () => drawing(64, 64).webp({ lossless: true }).toBuffer(),
		mediaType: WEBP,
	},
	{ name: 'see-through.webp', bytes: () => drawing(64, 64, 4).webp().toBuffer(), mediaType: WEBP },
	{ name: 'one-pixel.webp', bytes: () => drawing(1, 1).webp().toBuffer(), mediaType: WEBP },
	{
		name: 'moving.webp',
		bytes: async () => animatedWebp(await webp(), 64, 3),
		mediaType: WEBP,
		removed: ['ANIMATION'],
	},
]

/** True pictures, in the odd cases that people's devices make. */
export const TRUE_PICTURES: readonly TrueFile[] = [...jpegs, ...pngs, ...webps]
