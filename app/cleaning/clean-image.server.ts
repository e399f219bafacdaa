import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { OutputInfo, Sharp } from 'sharp'
import { FILE_MAX_BYTES, IMAGE_MAX_PIXELS } from '#app/domain/upload/rules.ts'
import type { FileRefusal, MediaType, RemovedCode } from '#app/domain/upload/rules.ts'
import { imageTraces } from './image-traces.ts'

/** Pixels as they are in memory, and nothing else. */
export type Pixels = { readonly data: Buffer; readonly info: OutputInfo }

export type CleanImage = {
	readonly mediaType: MediaType
	readonly file: Buffer
	readonly preview: Buffer
	readonly removed: readonly RemovedCode[]
}

const LONGEST_SIDE = 4_096
const PREVIEW_SIDE = 640
const QUALITY = 82
const PREVIEW_QUALITY = 70
/** A picture whose noise does not compress is made smaller until it fits; three times is to an eighth of its area. */
const SHRINK = 0.7
const SHRINKS = 3

const WRITERS = {
	JPEG: { mediaType: 'image/jpeg', write: (image: Sharp) => image.jpeg({ quality: QUALITY }) },
	PNG: { mediaType: 'image/png', write: (image: Sharp) => image.png({ compressionLevel: 8 }) },
	WEBP: { mediaType: 'image/webp', write: (image: Sharp) => image.webp({ quality: QUALITY }) },
} as const

/** Lets the library read three kinds of pictures and no other, one thread at a time, without a memory of files. */
export function restrictImages(): void {
	sharp.block({ operation: ['VipsForeignLoad'] })
	sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
	sharp.cache(false)
	sharp.concurrency(1)
}

/** Makes a picture anew from its pixels: upright, in sRGB, with nothing written beside them. */
export async function cleanImage(
	path: string,
	kind: keyof typeof WRITERS,
): Promise<CleanImage | { readonly refusal: FileRefusal }> {
	const bytes = await readFile(path)
	try {
		const pixels = await pixelsOf(bytes)
		return {
			mediaType: WRITERS[kind].mediaType,
			file: await written(pixels, kind),
			preview: await previewOf(pixels),
			removed: imageTraces(bytes, kind),
		}
	} catch (error) {
		const isTooLarge = error instanceof Error && /pixel limit|dimensions/.test(error.message)
		return { refusal: isTooLarge ? 'TOO_MANY_PIXELS' : 'BROKEN' }
	}
}

/** A small picture of a large one, for pages and lists. */
export async function previewOf(pixels: Pixels): Promise<Buffer> {
	return fitted(pixels, PREVIEW_SIDE).webp({ quality: PREVIEW_QUALITY }).toBuffer()
}

async function pixelsOf(bytes: Buffer): Promise<Pixels> {
	const pixels = await sharp(bytes, { failOn: 'warning', limitInputPixels: IMAGE_MAX_PIXELS })
		.autoOrient()
		.resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
		.toColourspace('srgb')
		.raw({ depth: 'uchar' })
		.toBuffer({ resolveWithObject: true })
	return { ...pixels, data: withoutUnseen(pixels) }
}

/** Pixels that nobody sees have no colour: what was cut out of a picture may still lie under its transparent parts. */
function withoutUnseen({ data, info }: Pixels): Buffer {
	if (info.channels !== 4) return data
	for (let at = 3; at < data.length; at += 4) if (data[at] === 0) data.fill(0, at - 3, at)
	return data
}

async function written(pixels: Pixels, kind: keyof typeof WRITERS): Promise<Buffer> {
	let side = Math.max(pixels.info.width, pixels.info.height)
	let file = await WRITERS[kind].write(fitted(pixels, side)).toBuffer()
	for (let shrunk = 0; file.length > FILE_MAX_BYTES && shrunk < SHRINKS; shrunk += 1) {
		side = Math.round(side * SHRINK)
		file = await WRITERS[kind].write(fitted(pixels, side)).toBuffer()
	}
	return file
}

function fitted({ data, info }: Pixels, side: number): Sharp {
	const { width, height, channels } = info
	return sharp(data, { raw: { width, height, channels } }).resize(side, side, {
		fit: 'inside',
		withoutEnlargement: true,
	})
}
