import sharp from 'sharp'
import type { Answer, Attached, Visitor } from './visitor.ts'

/** A text that no other file has; it is stored as it is sent. */
export function textFile(marker: string, bytes: number): Attached {
	const line = `${marker}: what was seen, and by whom.\n`
	const text = line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes - 1)
	return { field: 'file', name: `${marker}.txt`, type: 'text/plain', bytes: Buffer.from(`${text}\n`, 'utf8') }
}

/** A picture that no other is like. */
export async function pictureFile(marker: string, seed: number): Promise<Attached> {
	const [width, height] = [96, 64]
	const pixels = Buffer.from(
		Array.from({ length: width * height * 3 }, (_none, at) => (at * 7 + seed * 131) % 251),
	)
	const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg()
		.toBuffer()
	return { field: 'file', name: `${marker}.jpg`, type: 'image/jpeg', bytes }
}

const TUS = { 'Tus-Resumable': '1.0.0' }

/** A file that goes up piece by piece. */
export type Sending = { readonly visitor: Visitor; readonly path: string; readonly file: Attached }

/** Announces a file. */
export async function announce(visitor: Visitor, file: Attached): Promise<Sending | Answer> {
	const headers = { ...TUS, 'Upload-Length': String(file.bytes.length) }
	const answer = await visitor.ask('/uploads', { method: 'POST', headers })
	if (answer.status !== 201 || answer.location === null) return answer
	return { visitor, file, path: new URL(answer.location, 'http://localhost').pathname }
}

/** Sends a file from a byte on, up to another. */
export function sendPiece(
	{ visitor, path, file }: Sending,
	from: number,
	to = file.bytes.length,
): Promise<Answer> {
	const body = { type: 'application/offset+octet-stream', bytes: file.bytes.subarray(from, to) }
	return visitor.ask(path, { method: 'PATCH', headers: { ...TUS, 'Upload-Offset': String(from) }, body })
}

/** How many bytes of a file the site has; null where it knows of none. */
export async function offsetOf({ visitor, path }: Sending): Promise<number | null> {
	const { status, headers } = await visitor.ask(path, { method: 'HEAD', headers: TUS })
	const offset = headers['upload-offset']
	return status === 200 && typeof offset === 'string' ? Number(offset) : null
}

/** The upload that an address belongs to. */
export function uploadIdOf({ path }: Sending): string {
	return path.split('/').at(-1) ?? ''
}
