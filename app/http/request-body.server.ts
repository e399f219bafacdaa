import type { IncomingMessage } from 'node:http'
import { mostHeldBytes } from './request-shape.ts'

/**
 * The whole body of a request.
 *
 * Returns  'too_large' as soon as the limit is passed, with the rest unread; null where there is no body.
 */
export async function bodyOf(req: IncomingMessage): Promise<Buffer | 'too_large' | null> {
	if (req.method === 'GET' || req.method === 'HEAD') return null
	const most = mostHeldBytes(req.url ?? '')
	const chunks: Buffer[] = []
	let bytes = 0
	return new Promise((resolve, reject) => {
		const keep = (chunk: Buffer) => {
			bytes += chunk.length
			if (bytes > most) {
				req.off('data', keep)
				req.pause()
				resolve('too_large')
			} else chunks.push(chunk)
		}
		req.on('data', keep)
		req.once('end', () => resolve(Buffer.concat(chunks)))
		req.once('error', reject)
		// A client that goes away is no defect of ours: 400 keeps it out of the log of defects.
		req.once('close', () => reject(Object.assign(new Error('the request broke off'), { status: 400 })))
	})
}
