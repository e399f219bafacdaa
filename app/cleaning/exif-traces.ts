import type { RemovedCode } from '#app/domain/upload/rules.ts'

const TAGS: readonly (readonly [code: RemovedCode, tags: readonly number[]])[] = [
	['LOCATION', [0x8825]],
	['CAMERA', [0x010f, 0x0110, 0x927c, 0xa431, 0xa432, 0xa433, 0xa434, 0xa435, 0xc614, 0xc62f]],
	['AUTHOR', [0x013b, 0x8298, 0x9c9d, 0xa430]],
	['DATES', [0x0132, 0x882a, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012]],
	['COMMENT', [0x010e, 0x9286, 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f]],
]
const SUB_FOLDERS = [0x8769, 0xa005]
const MOST_FOLDERS = 8
const ENTRY_BYTES = 12

/** What an EXIF block tells: it is read only to name what is thrown away, so a broken one is simply metadata. */
export function exifTraces(block: Uint8Array): readonly RemovedCode[] {
	const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
	const isLittle = block[0] === 0x49
	const codes = new Set<RemovedCode>(['METADATA'])
	const waiting = view.byteLength >= 8 ? [view.getUint32(4, isLittle)] : []
	for (let read = 0; read < MOST_FOLDERS; read += 1) {
		const start = waiting.shift()
		if (start === undefined || start + 2 > view.byteLength) break
		const count = view.getUint16(start, isLittle)
		const end = start + 2 + count * ENTRY_BYTES
		for (let at = start + 2; at + ENTRY_BYTES <= Math.min(end, view.byteLength); at += ENTRY_BYTES) {
			const tag = view.getUint16(at, isLittle)
			for (const [code, tags] of TAGS) if (tags.includes(tag)) codes.add(code)
			if (SUB_FOLDERS.includes(tag)) waiting.push(view.getUint32(at + 8, isLittle))
		}
		// What follows the first folder is the one of a small picture inside the picture.
		if (read === 0 && end + 4 <= view.byteLength && view.getUint32(end, isLittle) > 0) codes.add('THUMBNAIL')
	}
	return [...codes]
}

const XMP: readonly (readonly [code: RemovedCode, pattern: RegExp])[] = [
	['LOCATION', /exif:GPS|photoshop:(City|State|Country)|Iptc4xmp(Core|Ext):Location/],
	['CAMERA', /tiff:(Make|Model)|aux:(Lens|SerialNumber)|exifEX:(BodySerial|Lens)/],
	['AUTHOR', /dc:(creator|rights)|photoshop:(Credit|AuthorsPosition)|aux:OwnerName|xmpRights:|pdf:Author/],
	['DATES', /xmp:(Create|Modify|Metadata)Date|photoshop:DateCreated|exif:DateTime/],
	['COMMENT', /dc:(description|title|subject)|photoshop:(Headline|Instructions)|exif:UserComment/],
]

/** What an XMP packet tells. */
export function xmpTraces(packet: string): readonly RemovedCode[] {
	return ['METADATA', ...XMP.filter(([, pattern]) => pattern.test(packet)).map(([code]) => code)]
}

const IPTC: readonly (readonly [code: RemovedCode, sets: readonly number[]])[] = [
	['AUTHOR', [80, 85, 110, 116]],
	['LOCATION', [90, 92, 95, 100, 101]],
	['DATES', [55, 60, 62, 63]],
	['COMMENT', [5, 25, 105, 120]],
]

/** What an IPTC block tells; its sets of record 2 begin with 0x1C 0x02. */
export function iptcTraces(block: Uint8Array): readonly RemovedCode[] {
	const sets = new Set<number>()
	for (let at = 0; at + 2 < block.length; at += 1) {
		if (block[at] === 0x1c && block[at + 1] === 2) sets.add(block[at + 2] ?? 0)
	}
	return ['METADATA', ...IPTC.filter(([, known]) => known.some((set) => sets.has(set))).map(([code]) => code)]
}
