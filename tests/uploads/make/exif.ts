/** One entry of an EXIF folder: its tag, and its value as ASCII, as rationals, or as bytes of type "undefined". */
export type Tag = readonly [tag: number, value: string | Buffer | readonly (readonly [number, number])[]]

export type ExifBlock = {
	readonly main?: readonly Tag[]
	readonly exif?: readonly Tag[]
	readonly gps?: readonly Tag[]
	readonly thumbnail?: Buffer
}

const ASCII = 2
const LONG = 4
const RATIONAL = 5
const UNDEFINED = 7
const EXIF_FOLDER = 0x8769
const GPS_FOLDER = 0x8825
const THUMBNAIL_OFFSET = 0x0201
const THUMBNAIL_BYTES = 0x0202

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly value: Buffer }

/** An EXIF block in the order of a little-endian TIFF. */
export function exifBlock({ main = [], exif, gps, thumbnail }: ExifBlock): Buffer {
	const header = Buffer.from('49492a0008000000', 'hex')
	const first = main.map(entryOf)
	// Two rounds: where the sub-folders lie is known only after the first folder's length is.
	const pointers = [exif ? EXIF_FOLDER : null, gps ? GPS_FOLDER : null].filter((tag) => tag !== null)
	const length = folder([...first, ...pointers.map((tag) => longEntry(tag, 0))], 8, 0).length
	let at = 8 + length
	const parts: Buffer[] = []
	const entries = [...first]
	for (const [tag, tags] of [
		[EXIF_FOLDER, exif],
		[GPS_FOLDER, gps],
	] as const) {
		if (!tags) continue
		const part = folder(tags.map(entryOf), at, 0)
		entries.push(longEntry(tag, at))
		parts.push(part)
		at += part.length
	}
	const next = thumbnail ? at : 0
	if (thumbnail) parts.push(thumbnailFolder(thumbnail, at))
	return Buffer.concat([header, folder(entries, 8, next), ...parts])
}

function thumbnailFolder(thumbnail: Buffer, at: number): Buffer {
	const length = folder([longEntry(THUMBNAIL_OFFSET, 0), longEntry(THUMBNAIL_BYTES, 0)], at, 0).length
	const entries = [longEntry(THUMBNAIL_OFFSET, at + length), longEntry(THUMBNAIL_BYTES, thumbnail.length)]
	return Buffer.concat([folder(entries, at, 0), thumbnail])
}

function entryOf([tag, value]: Tag): Entry {
	if (typeof value === 'string') {
		const text = Buffer.from(`${value}\0`)
		return { tag, type: ASCII, count: text.length, value: text }
	}
	if (Buffer.isBuffer(value)) return { tag, type: UNDEFINED, count: value.length, value }
	return { tag, type: RATIONAL, count: value.length, value: rationals(value) }
}

/** Rationals as EXIF keeps them. */
export function rationals(values: readonly (readonly [number, number])[]): Buffer {
	const bytes = Buffer.alloc(values.length * 8)
	values.forEach(([top, bottom], at) => {
		bytes.writeUInt32LE(top, at * 8)
		bytes.writeUInt32LE(bottom, at * 8 + 4)
	})
	return bytes
}

function longEntry(tag: number, value: number): Entry {
	const bytes = Buffer.alloc(4)
	bytes.writeUInt32LE(value)
	return { tag, type: LONG, count: 1, value: bytes }
}

function folder(entries: readonly Entry[], start: number, next: number): Buffer {
	const sorted = [...entries].sort((a, b) => a.tag - b.tag)
	const table = Buffer.alloc(2 + sorted.length * 12 + 4)
	const values: Buffer[] = []
	let at = start + table.length
	table.writeUInt16LE(sorted.length)
	sorted.forEach(({ tag, type, count, value }, index) => {
		const row = 2 + index * 12
		table.writeUInt16LE(tag, row)
		table.writeUInt16LE(type, row + 2)
		table.writeUInt32LE(count, row + 4)
		if (value.length <= 4) value.copy(table, row + 8)
		else {
			const even = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)])
			table.writeUInt32LE(at, row + 8)
			values.push(even)
			at += even.length
		}
	})
	table.writeUInt32LE(next, table.length - 4)
	return Buffer.concat([table, ...values])
}

/** An XMP packet about a picture. */
export function xmpPacket(properties: string): string {
	return [
		'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
		'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">',
		properties,
		'</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
	].join('')
}

/** An IPTC block as Photoshop keeps it: sets of record 2. */
export function iptcBlock(sets: readonly (readonly [set: number, text: string])[]): Buffer {
	const body = Buffer.concat(
		sets.map(([set, text]) => {
			const head = Buffer.from([0x1c, 2, set, text.length >> 8, text.length & 255])
			return Buffer.concat([head, Buffer.from(text)])
		}),
	)
	const length = Buffer.alloc(4)
	length.writeUInt32BE(body.length)
	const even = body.length % 2 === 0 ? Buffer.alloc(0) : Buffer.alloc(1)
	return Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), length, body, even])
}
