import { Parser } from 'saxen'

/** What is met while a document is read, in order. Names are without their prefix. */
export type XmlHandlers = {
	readonly open: (name: string, attribute: (name: string) => string | undefined) => void
	readonly close: (name: string) => void
	readonly text: (text: string) => void
}

const decoder = new TextDecoder('utf-8')

/** Reads an XML document; false where it is none, or where it declares a document type, which no workbook needs. */
export function readXml(bytes: Uint8Array | undefined, { open, close, text }: XmlHandlers): boolean {
	if (!bytes) return false
	let isSound = true
	const parser = new Parser()
	const fail = () => {
		isSound = false
		parser.stop()
	}
	parser.on('openTag', (name, attributes) => {
		open(local(name), (wanted) => valueOf(attributes(), wanted))
	})
	parser.on('closeTag', (name) => {
		close(local(name))
	})
	parser.on('text', (value) => {
		text(decoded(value))
	})
	parser.on('cdata', text)
	parser.on('attention', fail)
	parser.on('error', fail)
	parser.on('warn', () => undefined)
	parser.parse(decoder.decode(bytes))
	return isSound
}

function local(name: string): string {
	return name.slice(name.indexOf(':') + 1)
}

/** The value of an attribute, whatever prefix its name has. */
function valueOf(attributes: Record<string, string>, wanted: string): string | undefined {
	const found = Object.entries(attributes).find(([name]) => name === wanted || name.endsWith(`:${wanted}`))
	return found && decoded(found[1])
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The parser's own decoder cuts characters beyond U+FFFF in two. */
function decoded(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
		(all, ...found: (string | undefined)[]) => {
			const [decimal, hex, name] = found
			if (name !== undefined) return NAMED[name] ?? all
			const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
			return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
		},
	)
}

/** Text as a workbook means it: `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
	return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
}
