import { randomBytes } from 'node:crypto'

export type SentFile = { readonly name: string; readonly bytes: Buffer; readonly headers?: readonly string[] }

/** What is odd about a form, for those that a browser would not send. */
export type Oddity = {
	readonly files?: number
	readonly fields?: number
	readonly fieldBytes?: number
	readonly isCut?: boolean
}

/** A form as a browser sends it: text fields first, then the file. */
export function formWith(
	fields: Readonly<Record<string, string>>,
	file?: SentFile,
	odd: Oddity = {},
): { readonly type: string; readonly body: Buffer } {
	const boundary = `----form${randomBytes(8).toString('hex')}`
	const texts = [
		...Object.entries(fields),
		...Array.from({ length: odd.fields ?? 0 }, (_none, at) => [`more${String(at)}`, 'x'] as const),
		...(odd.fieldBytes ? [['long', 'x'.repeat(odd.fieldBytes)] as const] : []),
	].map(([name, value]) => part(boundary, [`form-data; name="${name}"`], Buffer.from(value)))
	const files = Array.from({ length: file ? (odd.files ?? 1) : 0 }, () => filePart(boundary, file))
	const end = odd.isCut ? '' : `--${boundary}--\r\n`
	return {
		type: `multipart/form-data; boundary=${boundary}`,
		body: Buffer.concat([...texts, ...files, Buffer.from(end)]),
	}
}

function filePart(boundary: string, file: SentFile | undefined): Buffer {
	if (!file) return Buffer.alloc(0)
	const disposition = `form-data; name="file"; filename="${file.name}"`
	return part(boundary, [disposition, ...(file.headers ?? ['application/octet-stream'])], file.bytes)
}

function part(boundary: string, [disposition = '', ...types]: readonly string[], body: Buffer): Buffer {
	const lines = [
		`--${boundary}`,
		`Content-Disposition: ${disposition}`,
		...types.map((type) => (type.includes(':') ? type : `Content-Type: ${type}`)),
	]
	return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n')])
}
