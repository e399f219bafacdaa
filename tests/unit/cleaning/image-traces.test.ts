import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imageTraces } from '#app/cleaning/image-traces.ts'
import { exifBlock, iptcBlock, xmpPacket } from '#tests/uploads/make/exif.ts'
import {
	animatedWebp,
	chunk,
	drawing,
	jpegSegments,
	jpegWith,
	pngTexts,
	pngWith,
	webpWith,
} from '#tests/uploads/make/picture-files.ts'

const block = exifBlock({
	main: [
		[0x010f, 'Maker'],
		[0x0132, '2026'],
		[0x013b, 'Somebody'],
		[0x010e, 'A remark'],
	],
	exif: [[0xa431, '12345']],
	gps: [[1, 'S']],
	thumbnail: Buffer.alloc(10),
})
const ALL = ['AUTHOR', 'CAMERA', 'COMMENT', 'DATES', 'LOCATION', 'METADATA', 'THUMBNAIL']
const jpeg = await drawing(20, 20).jpeg().toBuffer()
const png = await drawing(20, 20).png().toBuffer()
const webp = await drawing(20, 20).webp().toBuffer()

const inJpeg = (...segments: Buffer[]) => [...imageTraces(jpegWith(jpeg, segments), 'JPEG')].sort()
const inPng = (...chunks: Buffer[]) => [...imageTraces(pngWith(png, chunks), 'PNG')].sort()

test('a picture with nothing beside itself has nothing to take away', () => {
	expect([imageTraces(jpeg, 'JPEG'), imageTraces(png, 'PNG'), imageTraces(webp, 'WEBP')]).toEqual([
		[],
		[],
		[],
	])
})

test.each([
	['EXIF', jpegSegments.exif(block), ALL],
	[
		'XMP',
		jpegSegments.xmp(xmpPacket('<dc:creator/><exif:GPSLatitude/>')),
		['AUTHOR', 'LOCATION', 'METADATA'],
	],
	[
		'IPTC',
		jpegSegments.iptc(
			iptcBlock([
				[80, 'a'],
				[90, 'b'],
				[120, 'c'],
			]),
		),
		['AUTHOR', 'COMMENT', 'LOCATION', 'METADATA'],
	],
	['a comment', jpegSegments.comment('x'), ['COMMENT']],
	['a profile', jpegSegments.profile(Buffer.alloc(9)), ['COLOR_PROFILE']],
	['further pictures', jpegSegments.pictures(Buffer.alloc(9)), ['METADATA']],
	['what a program put there', jpegSegments.other(7, Buffer.from('x')), ['METADATA']],
])('of %s in a JPEG it is said what it tells', (_what, segment, codes) => {
	expect(inJpeg(segment)).toEqual(codes)
})

test.each([
	['EXIF', chunk('eXIf', block), ALL],
	['an author', pngTexts.plain('Author', 'x'), ['AUTHOR']],
	['a time', pngTexts.plain('Creation Time', 'x'), ['DATES']],
	['a packed remark', pngTexts.packed('Description', 'x'), ['COMMENT']],
	['XMP', pngTexts.international('XML:com.adobe.xmp', xmpPacket('<aux:OwnerName/>')), ['AUTHOR', 'METADATA']],
	['frames', chunk('acTL', Buffer.alloc(8)), ['ANIMATION']],
	['a profile', chunk('iCCP', Buffer.alloc(8)), ['COLOR_PROFILE']],
	['a chunk of a program', chunk('prVt', Buffer.alloc(8)), ['METADATA']],
])('of %s in a PNG it is said what it tells', (_what, part, codes) => {
	expect(inPng(part)).toEqual(codes)
})

test('a WebP tells its EXIF and that it moves', async () => {
	expect([...imageTraces(await webpWith(webp, [['EXIF', block]]), 'WEBP')].sort()).toEqual(ALL)
	expect(imageTraces(animatedWebp(webp, 20, 2), 'WEBP')).toEqual(['ANIMATION'])
})

test.each([
	['JPEG', jpeg],
	['PNG', png],
	['WEBP', webp],
] as const)('bytes after the end of a %s are seen, zeros are none', (kind, whole) => {
	expect(imageTraces(Buffer.concat([whole, Buffer.from('x')]), kind)).toEqual(['TRAILING_DATA'])
	expect(imageTraces(Buffer.concat([whole, Buffer.alloc(100)]), kind)).toEqual([])
})

test('a broken picture is looked through to its end without a fault', () => {
	const kinds = fc.constantFrom('JPEG', 'PNG', 'WEBP')
	const starts = {
		JPEG: jpegWith(jpeg, [jpegSegments.exif(block)]),
		PNG: pngWith(png, [chunk('eXIf', block)]),
		WEBP: webp,
	}
	fc.assert(
		fc.property(
			kinds,
			fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
			fc.nat(),
			(kind, flips, cut) => {
				const bytes = Buffer.from(starts[kind])
				for (const [at, value] of flips) bytes[at % bytes.length] = value
				expect(() => imageTraces(bytes.subarray(0, cut % (bytes.length + 1)), kind)).not.toThrow()
			},
		),
		{ seed: 2_026, numRuns: 2_000 },
	)
})
