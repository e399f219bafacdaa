import { callLoosely } from './untyped.ts'

type Doc = PDFKit.PDFDocument

/** Where a document's bytes gather. */
export type Output = {
	/** Hands the drawing gathered so far to its page; before the next page is begun and before the end. */
	readonly finishPage: () => void
	/** The finished file. */
	readonly bytes: () => Uint8Array
}

/**
 * Gathers what PDFKit writes in long texts. By itself it makes an array of bytes of every drawing instruction and
 * of every line of every object, and passes each through a stream: for a tagged report that is a third of the time.
 */
export function gatherOutput(doc: Doc): Output {
	let drawing: string[] = []
	let text = ''
	// The file's first line was written when the document was made.
	const head = Buffer.from(doc.read())
	let offset = head.length
	const parts: Uint8Array[] = [head]

	Reflect.set(doc, 'addContent', (instruction: string) => {
		drawing.push(instruction)
		return doc
	})
	Reflect.set(doc, '_write', (data: string | Uint8Array) => {
		if (typeof data === 'string') {
			text += `${data}\n`
			offset += data.length + 1
		} else {
			parts.push(Buffer.from(text, 'latin1'), data)
			text = ''
			offset += data.length
		}
		Reflect.set(doc, '_offset', offset)
	})
	return {
		finishPage: () => {
			if (drawing.length > 0) writeTo(doc, drawing.join('\n'))
			drawing = []
		},
		bytes: () => {
			// PDFKit ends the file only when every tag is ended and hangs on its parent; else it would wait for ever.
			if (!text.endsWith('%%EOF\n')) throw new Error('a tag of the document was left open')
			return Buffer.concat([...parts, Buffer.from(text, 'latin1')])
		},
	}
}

/** The page takes bytes, though its types know only text. */
function writeTo(doc: Doc, drawing: string): void {
	callLoosely(doc.page, 'write', [Buffer.from(`${drawing}\n`, 'latin1')])
}
