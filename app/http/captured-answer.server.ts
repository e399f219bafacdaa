import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

export type CapturedAnswer = {
	readonly status: number
	readonly headers: Readonly<Record<string, OutgoingHttpHeader | undefined>>
	readonly body: Buffer
}

/**
 * Keeps what is written to a response instead of sending it, until it is complete.
 *
 * Returns  the whole answer; afterwards the response is untouched and can be sent in any form.
 */
export function captureAnswer(res: ServerResponse): Promise<CapturedAnswer> {
	const chunks: Buffer[] = []

	/** What the response itself has under these names comes back into sight once they are removed from it. */
	function giveBack(): void {
		for (const name of ['writeHead', 'write', 'end']) Reflect.deleteProperty(res, name)
	}

	function keep(chunk: Chunk | undefined, encoding: BufferEncoding | Written | undefined): void {
		if (chunk === undefined) return
		const isText = typeof chunk === 'string'
		chunks.push(
			isText ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : Buffer.from(chunk),
		)
	}

	return new Promise((resolve) => {
		Object.assign(res, {
			writeHead(status: number, reason?: string | OutgoingHttpHeaders, headers?: OutgoingHttpHeaders) {
				res.statusCode = status
				const given = typeof reason === 'object' ? reason : headers
				for (const [name, value] of Object.entries(given ?? {}))
					if (value !== undefined) res.setHeader(name, value)
				return res
			},
			write(chunk: Chunk, encoding?: BufferEncoding | Written, written?: Written) {
				keep(chunk, encoding)
				const callback = typeof encoding === 'function' ? encoding : written
				callback?.()
				return true
			},
			end(chunk?: Chunk, encoding?: BufferEncoding | Written) {
				keep(chunk, encoding)
				giveBack()
				resolve({ status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(chunks) })
				return res
			},
		})
	})
}

type Chunk = string | Uint8Array
type Written = () => void
