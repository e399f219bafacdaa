import { crc32, deflateRawSync } from 'node:zlib'

/** An archive with files in it, packed. */
export function zipOf(files: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
	const local: Buffer[] = []
	const central: Buffer[] = []
	let at = 0
	for (const [name, bytes] of files) {
		const packed = deflateRawSync(bytes)
		const fields = Buffer.alloc(26)
		fields.writeUInt16LE(20)
		fields.writeUInt16LE(8, 4)
		fields.writeUInt32LE(crc32(bytes), 10)
		fields.writeUInt32LE(packed.length, 14)
		fields.writeUInt32LE(bytes.length, 18)
		fields.writeUInt16LE(Buffer.byteLength(name), 22)
		const place = Buffer.alloc(14)
		place.writeUInt32LE(at, 10)
		local.push(Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]))
		central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, Buffer.from(name)]))
		at += 30 + Buffer.byteLength(name) + packed.length
	}
	const index = Buffer.concat(central)
	const end = Buffer.alloc(18)
	end.writeUInt16LE(files.length, 4)
	end.writeUInt16LE(files.length, 6)
	end.writeUInt32LE(index.length, 8)
	end.writeUInt32LE(at, 12)
	return Buffer.concat([...local, index, Buffer.from('PK\x05\x06'), end])
}

/** A document of an office program: an archive with the parts by which programs know it. */
export function officeFile(kind: 'word' | 'xl', isMacro = false): Buffer {
	const type = isMacro
		? 'application/vnd.ms-word.document.macroEnabled.main+xml'
		: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
	return zipOf([
		[
			'[Content_Types].xml',
			Buffer.from(`<Types><Override PartName="/${kind}/document.xml" ContentType="${type}"/></Types>`),
		],
		[`${kind}/document.xml`, Buffer.from('<document/>')],
		...(isMacro ? [[`${kind}/vbaProject.bin`, Buffer.from('Auto_Open')] as const] : []),
	])
}

/** A document of LibreOffice: its first entry says what it is, and is not packed in true ones. */
export function openDocument(): Buffer {
	const type = 'application/vnd.oasis.opendocument.text'
	const name = 'mimetype'
	const fields = Buffer.alloc(26)
	fields.writeUInt16LE(10)
	fields.writeUInt32LE(crc32(type), 10)
	fields.writeUInt32LE(type.length, 14)
	fields.writeUInt32LE(type.length, 18)
	fields.writeUInt16LE(name.length, 22)
	const rest = zipOf([['content.xml', Buffer.from('<office/>')]])
	return Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name + type), rest])
}
