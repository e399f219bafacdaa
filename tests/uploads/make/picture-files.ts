import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Sharp } from 'sharp'

/** A picture with something to see on it, the same every time. */
export function drawing(width: number, height: number, channels: 3 | 4 = 3): Sharp {
	const data = Buffer.alloc(width * height * channels)
	for (let at = 0; at < data.length; at += 1) {
		const pixel = Math.floor(at / channels)
		data[at] = ((pixel % width) * 3 + Math.floor(pixel / width) * 5 + (at % channels) * 40) & 255
	}
	return sharp(data, { raw: { width, height, channels } })
}

const SOI_BYTES = 2

/** One segment of a JPEG. */
export function segment(marker: number, body: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0])
	head.writeUInt16BE(body.length + 2, 2)
	return Buffer.concat([head, body])
}

/** A JPEG with further segments at its beginning, and bytes after its end. */
export function jpegWith(jpeg: Buffer, segments: readonly Buffer[], after: Buffer = Buffer.alloc(0)): Buffer {
	return Buffer.concat([jpeg.subarray(0, SOI_BYTES), ...segments, jpeg.subarray(SOI_BYTES), after])
}

/** The segments in which a JPEG carries what is known about it. */
export const jpegSegments = {
	exif: (block: Buffer) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), block])),
	xmp: (packet: string) => segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`)),
	iptc: (block: Buffer) => segment(0xed, block),
	profile: (profile: Buffer) =>
		segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile])),
	pictures: (body: Buffer) => segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), body])),
	comment: (text: string) => segment(0xfe, Buffer.from(text)),
	other: (number: number, body: Buffer) => segment(0xe0 + number, body),
}

const PNG_SIGN = Buffer.from('89504e470d0a1a0a', 'hex')
const IHDR_END = 33

/** One chunk of a PNG. */
export function chunk(type: string, body: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
	const frame = Buffer.alloc(8)
	frame.writeUInt32BE(body.length)
	frame.writeUInt32BE(crc32(typed), 4)
	return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}

/** A PNG with further chunks after its header, and bytes after its end. */
export function pngWith(png: Buffer, chunks: readonly Buffer[], after: Buffer = Buffer.alloc(0)): Buffer {
	return Buffer.concat([png.subarray(0, IHDR_END), ...chunks, png.subarray(IHDR_END), after])
}

/** The chunks in which a PNG carries text. */
export const pngTexts = {
	plain: (keyword: string, text: string) => chunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1')),
	packed: (keyword: string, text: string) =>
		chunk('zTXt', Buffer.concat([Buffer.from(`${keyword}\0\0`), deflateSync(text)])),
	international: (keyword: string, text: string) =>
		chunk('iTXt', Buffer.from(`${keyword}\0\0\0en\0\0${text}`)),
	packedInternational: (keyword: string, text: string) =>
		chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\x01\0en\0\0`, 'latin1'), deflateSync(text)])),
}

/** A PNG written by hand: any size, one bit of grey for each pixel, all of one colour. */
export function plainPng(width: number, height: number): Buffer {
	const header = Buffer.alloc(13)
	header.writeUInt32BE(width)
	header.writeUInt32BE(height, 4)
	header[8] = 1
	const row = Math.ceil(width / 8) + 1
	const isTooMuch = row * height > 2 ** 27
	const data = deflateSync(Buffer.alloc(isTooMuch ? 1_000 : row * height))
	return Buffer.concat([PNG_SIGN, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** A WebP of the extended form, with further chunks. */
export async function webpWith(
	webp: Buffer,
	chunks: readonly (readonly [type: 'EXIF' | 'XMP ' | 'ICCP' | 'JUNK', body: Buffer])[],
	after: Buffer = Buffer.alloc(0),
): Promise<Buffer> {
	const { width, height } = await sharp(webp).metadata()
	const flags = { EXIF: 8, 'XMP ': 4, ICCP: 32, JUNK: 0 }
	const header = Buffer.alloc(10)
	header[0] = chunks.reduce((all, [type]) => all | flags[type], 0)
	header.writeUIntLE(width - 1, 4, 3)
	header.writeUIntLE(height - 1, 7, 3)
	const early = chunks.filter(([type]) => type === 'ICCP')
	const late = chunks.filter(([type]) => type !== 'ICCP')
	const picture = pictureChunk(webp)
	return riff(
		[
			riffChunk('VP8X', header),
			...early.map(([type, body]) => riffChunk(type, body)),
			picture,
			...late.map(([type, body]) => riffChunk(type, body)),
		],
		after,
	)
}

/** An animated WebP of many frames, all the same. */
export function animatedWebp(frame: Buffer, side: number, frames: number): Buffer {
	const header = Buffer.alloc(10)
	header[0] = 2
	header.writeUIntLE(side - 1, 4, 3)
	header.writeUIntLE(side - 1, 7, 3)
	const place = Buffer.alloc(16)
	place.writeUIntLE(side - 1, 6, 3)
	place.writeUIntLE(side - 1, 9, 3)
	place.writeUIntLE(40, 12, 3)
	const one = riffChunk('ANMF', Buffer.concat([place, pictureChunk(frame)]))
	return riff([
		riffChunk('VP8X', header),
		riffChunk('ANIM', Buffer.alloc(6)),
		...Array.from({ length: frames }, () => one),
	])
}

function pictureChunk(webp: Buffer): Buffer {
	const length = webp.readUInt32LE(16)
	return webp.subarray(12, 20 + length + (length % 2))
}

function riffChunk(type: string, body: Buffer): Buffer {
	const head = Buffer.alloc(8)
	head.write(type, 'latin1')
	head.writeUInt32LE(body.length, 4)
	return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function riff(chunks: readonly Buffer[], after: Buffer = Buffer.alloc(0)): Buffer {
	const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
	const head = Buffer.from('RIFF\0\0\0\0')
	head.writeUInt32LE(body.length, 4)
	return Buffer.concat([head, body, after])
}
