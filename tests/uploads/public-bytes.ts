import { inflateRawSync, inflateSync } from 'node:zlib'

const MOST_BYTES = 64 * 2 ** 20

/** Everything that can be read out of a file: its bytes, and whatever packed streams lie in it. */
export function readable(file: Buffer): readonly Buffer[] {
	const found = [file]
	for (let at = file.indexOf(0x78); at !== -1 && at + 2 < file.length; at = file.indexOf(0x78, at + 1)) {
		if (file.readUInt16BE(at) % 31 !== 0) continue
		const opened = opens(() =>
			inflateSync(file.subarray(at), { maxOutputLength: MOST_BYTES, finishFlush: 2 }),
		)
		if (opened && opened.length > 16) found.push(opened)
	}
	for (
		let at = file.indexOf('PK\x03\x04', 0, 'latin1');
		at !== -1;
		at = file.indexOf('PK\x03\x04', at + 4, 'latin1')
	) {
		const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
		const opened = opens(() =>
			inflateRawSync(file.subarray(start), { maxOutputLength: MOST_BYTES, finishFlush: 2 }),
		)
		if (opened) found.push(opened)
	}
	return found
}

/** The ways in which words can stand in a file. */
function spellings(needle: string | Buffer): readonly Buffer[] {
	if (Buffer.isBuffer(needle))
		return [needle, Buffer.from(needle.toString('hex')), Buffer.from(needle.toString('hex').toUpperCase())]
	const utf8 = Buffer.from(needle)
	const wide = Buffer.from(needle, 'utf16le')
	const swapped = Buffer.from(wide).swap16()
	return [
		utf8,
		Buffer.from(needle, 'latin1'),
		wide,
		swapped,
		Buffer.from(swapped.toString('hex')),
		Buffer.from(wide.toString('hex')),
		Buffer.from(utf8.toString('hex')),
		Buffer.from(utf8.toString('hex').toUpperCase()),
		Buffer.from(utf8.toString('base64').replace(/=+$/, '')),
	]
}

/** Whether words, or bytes, are to be found in a file in any spelling, packed or not. */
export function holds(file: Buffer, needle: string | Buffer, opened = readable(file)): boolean {
	const ways = spellings(needle)
	return opened.some((bytes) => ways.some((way) => bytes.includes(way)))
}

function opens(unpack: () => Buffer): Buffer | null {
	try {
		return unpack()
	} catch {
		return null
	}
}
