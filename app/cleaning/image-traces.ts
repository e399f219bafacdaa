import type { RemovedCode } from '#app/domain/upload/rules.ts'
import { exifTraces, iptcTraces, xmpTraces } from './exif-traces.ts'

type Found = Set<RemovedCode>

/**
 * What a picture carries beside its pixels. The picture is made anew from pixels alone, whatever this finds; it only
 * lets people read what was taken away.
 */
export function imageTraces(bytes: Buffer, kind: 'JPEG' | 'PNG' | 'WEBP'): readonly RemovedCode[] {
	const found: Found = new Set()
	const end = { JPEG: walkJpeg, PNG: walkPng, WEBP: walkWebp }[kind](bytes, found)
	if (bytes.subarray(end).some((byte) => byte !== 0)) found.add('TRAILING_DATA')
	return [...found]
}

const XMP_SIGN = 'http://ns.adobe.com/xap/1.0/\0'
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Goes through the segments of a JPEG; gives where the picture ends. */
function walkJpeg(bytes: Buffer, found: Found): number {
	let at = 2
	while (at + 2 <= bytes.length) {
		if (bytes[at] !== 0xff) {
			at += 1
			continue
		}
		const marker = bytes[at + 1] ?? 0
		if (marker === END_OF_IMAGE) return at + 2
		if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
			at += marker === 0xff ? 1 : 2
			continue
		}
		if (at + 4 > bytes.length) break
		const length = bytes.readUInt16BE(at + 2)
		if (marker !== START_OF_SCAN) noteSegment(marker, bytes.subarray(at + 4, at + 2 + length), found)
		at += 2 + length
	}
	return bytes.length
}

function noteSegment(marker: number, body: Buffer, found: Found): void {
	const sign = body.toString('latin1', 0, 40)
	if (marker === 0xfe) found.add('COMMENT')
	if (marker < 0xe0 || marker > 0xef || /^(JFIF|Adobe)\0?/.test(sign)) return
	if (sign.startsWith('Exif\0')) addAll(found, exifTraces(body.subarray(6)))
	else if (sign.startsWith(XMP_SIGN.slice(0, 28))) addAll(found, xmpTraces(body.toString('utf8')))
	else if (sign.startsWith('ICC_PROFILE')) found.add('COLOR_PROFILE')
	else if (sign.startsWith('Photoshop 3.0')) addAll(found, iptcTraces(body))
	else if (sign.startsWith('JFXX')) found.add('THUMBNAIL')
	else found.add('METADATA')
}

/** Chunks of PNG that are about the picture itself. */
const DRAWN = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|hIST|pHYs|sPLT|fcTL|fdAT|cICP)$/

function walkPng(bytes: Buffer, found: Found): number {
	let at = 8
	while (at + 12 <= bytes.length) {
		const length = bytes.readUInt32BE(at)
		const type = bytes.toString('latin1', at + 4, at + 8)
		notePngChunk(type, bytes.subarray(at + 8, at + 8 + length), found)
		at += 12 + length
		if (type === 'IEND') return at
	}
	return bytes.length
}

function notePngChunk(type: string, body: Buffer, found: Found): void {
	if (type === 'eXIf') addAll(found, exifTraces(body))
	else if (type === 'iCCP') found.add('COLOR_PROFILE')
	else if (type === 'tIME') found.add('DATES')
	else if (type === 'acTL') found.add('ANIMATION')
	else if (/^[tzi]..t$/i.test(type) && /tEXt|zTXt|iTXt/.test(type)) noteText(body, found)
	else if (!DRAWN.test(type)) found.add('METADATA')
}

function noteText(body: Buffer, found: Found): void {
	const keyword = body.toString('latin1', 0, Math.max(0, body.indexOf(0)))
	if (/xmp/i.test(keyword)) addAll(found, xmpTraces(body.toString('utf8')))
	else if (/author|artist|copyright/i.test(keyword)) found.add('AUTHOR')
	else if (/time|date/i.test(keyword)) found.add('DATES')
	else if (/raw profile/i.test(keyword)) found.add('METADATA')
	else found.add('COMMENT')
}

function walkWebp(bytes: Buffer, found: Found): number {
	const end = bytes.length >= 12 ? 8 + bytes.readUInt32LE(4) : bytes.length
	for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
		const type = bytes.toString('latin1', at, at + 4)
		const length = bytes.readUInt32LE(at + 4)
		const body = bytes.subarray(at + 8, at + 8 + length)
		if (type === 'EXIF') addAll(found, exifTraces(body.subarray(body.indexOf('Exif\0\0') === 0 ? 6 : 0)))
		else if (type === 'XMP ') addAll(found, xmpTraces(body.toString('utf8')))
		else if (type === 'ICCP') found.add('COLOR_PROFILE')
		else if (type === 'ANIM') found.add('ANIMATION')
		else if (!/^(VP8[ LX]|ALPH|ANMF)$/.test(type)) found.add('METADATA')
		at += 8 + length + (length % 2)
	}
	return end
}

function addAll(found: Found, codes: readonly RemovedCode[]): void {
	for (const code of codes) found.add(code)
}
