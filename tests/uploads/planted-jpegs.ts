import { exifBlock, rationals, xmpPacket } from './make/exif.ts'
import { drawing, jpegSegments, jpegWith } from './make/picture-files.ts'
import {
	BLOCKS,
	IPTC,
	IPTC_NEEDLES,
	OTHER_PLACE,
	PLACE,
	PLACE_NEEDLES,
	XMP,
	XMP_NEEDLES,
	needle,
	profile,
	small,
} from './planted.ts'
import type { PlantedFile } from './planted.ts'
import { once } from './samples.ts'

const jpeg = once(() => drawing(160, 120).jpeg().toBuffer())

/** JPEGs with planted words and numbers wherever they can carry them. */
export const PLANTED_JPEGS: readonly PlantedFile[] = [
	...BLOCKS.map(([what, block, needles]) => ({
		name: `${what}.jpg`,
		needles,
		bytes: async () => jpegWith(await jpeg(), [jpegSegments.exif(exifBlock(await block()))]),
	})),
	plant('xmp.jpg', jpeg, [jpegSegments.xmp(XMP)], XMP_NEEDLES),
	plant(
		'xmp-goes-on.jpg',
		jpeg,
		[jpegSegments.other(1, Buffer.from(`http://ns.adobe.com/xmp/extension/\0${XMP}`))],
		XMP_NEEDLES,
	),
	plant('iptc.jpg', jpeg, [jpegSegments.iptc(IPTC)], IPTC_NEEDLES),
	{
		name: 'profile.jpg',
		needles: [needle('screen')],
		bytes: async () => jpegWith(await jpeg(), [jpegSegments.profile(await profile())]),
	},
	plant('comment.jpg', jpeg, [jpegSegments.comment(needle('comment'))], [needle('comment')]),
	plant(
		'comment-in-utf-16.jpg',
		jpeg,
		[jpegSegments.other(12, Buffer.from(needle('wide'), 'utf16le'))],
		[needle('wide')],
	),
	...[3, 5, 6, 7, 8, 9, 10, 11, 14, 15].map((number) =>
		plant(
			`app-${String(number)}.jpg`,
			jpeg,
			[jpegSegments.other(number, Buffer.from(needle(`app-${String(number)}`)))],
			[needle(`app-${String(number)}`)],
		),
	),
	{
		name: 'small-picture-in-jfxx.jpg',
		needles: [needle('in-thumbnail')],
		bytes: async () =>
			jpegWith(await jpeg(), [
				jpegSegments.other(0, Buffer.concat([Buffer.from('JFXX\0\x10'), await small()])),
			]),
	},
	{
		name: 'second-picture.jpg',
		needles: [needle('second'), rationals(PLACE)],
		bytes: async () => {
			const block = exifBlock({ main: [[0x010e, needle('second')]], gps: [[2, PLACE]] })
			const second = jpegWith(await jpeg(), [jpegSegments.exif(block)])
			return jpegWith(await jpeg(), [jpegSegments.pictures(Buffer.from('MM\0\x2a'))], second)
		},
	},
	{
		name: 'moving-photo.jpg',
		needles: [needle('film-place'), 'ftypmp42'],
		bytes: async () => {
			const packet = xmpPacket('<GCamera:MotionPhoto>1</GCamera:MotionPhoto>')
			const film = Buffer.from(`\0\0\0\x18ftypmp42\0\0\0\0moov udta ${needle('film-place')}`, 'latin1')
			return jpegWith(await jpeg(), [jpegSegments.xmp(packet)], film)
		},
	},
	plant('after-the-end.jpg', jpeg, [], [needle('after')], Buffer.from(`SEFH${needle('after')}SEFT`)),
	{
		name: 'between-the-passes.jpg',
		needles: [needle('between')],
		bytes: async () => {
			const whole = await drawing(160, 120).jpeg({ progressive: true }).toBuffer()
			const last = whole.lastIndexOf(Buffer.from([0xff, 0xda]))
			return Buffer.concat([
				whole.subarray(0, last),
				jpegSegments.comment(needle('between')),
				whole.subarray(last),
			])
		},
	},
	{
		name: 'everything.jpg',
		needles: [...XMP_NEEDLES, ...IPTC_NEEDLES, ...PLACE_NEEDLES, needle('owner')],
		bytes: async () => {
			const block = exifBlock({
				exif: [[0xa430, needle('owner')]],
				gps: [
					[2, PLACE],
					[4, OTHER_PLACE],
				],
				thumbnail: await small(),
			})
			return jpegWith(
				await jpeg(),
				[jpegSegments.exif(block), jpegSegments.xmp(XMP), jpegSegments.iptc(IPTC)],
				await small(),
			)
		},
	},
]

function plant(
	name: string,
	base: typeof jpeg,
	segments: readonly Buffer[],
	needles: readonly string[],
	after?: Buffer,
): PlantedFile {
	return { name, needles, bytes: async () => jpegWith(await base(), segments, after) }
}
