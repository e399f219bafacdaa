import { DetailedError, Upload } from 'tus-js-client'
import type { PreviousUpload } from 'tus-js-client'

/** What is told of a file on its way. */
export type Sending = {
	readonly onProgress: (sent: number, total: number) => void
	readonly onArrived: (upload: string) => void
	/** With the sentence of the site, where it gave one; null where the line is gone for good. */
	readonly onRefused: (message: string | null) => void
}

/** Where files are sent to piece by piece. */
const ENDPOINT = '/uploads'

/** Lines that drop come back: tried again for about five minutes. Unit: milliseconds. */
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 120_000]

/**
 * Sends a file so that a line that drops only delays it, and goes on with one that a closed page left half sent.
 *
 * Returns  what stops it and has the site forget what has arrived.
 */
export function sendFile(file: File, locale: string, sending: Sending): () => void {
	const upload = new Upload(file, {
		endpoint: ENDPOINT,
		headers: { 'Accept-Language': locale },
		retryDelays: RETRY_DELAYS,
		removeFingerprintOnSuccess: true,
		fingerprint: fingerprintOf,
		onProgress: sending.onProgress,
		onSuccess: () => sending.onArrived(idIn(upload.url)),
		onError: (error) => sending.onRefused(messageIn(error)),
	})
	let isStopped = false
	const begin = (previous: readonly PreviousUpload[]): void => {
		if (isStopped) return
		if (previous[0]) upload.resumeFromPreviousUpload(previous[0])
		upload.start()
	}
	upload.findPreviousUploads().then(begin, () => begin([]))
	return () => {
		isStopped = true
		upload.abort(true).catch(() => {
			// What cannot be taken back now, the site forgets by itself after a day.
		})
	}
}

/** Tells the same file again after the page was closed. Its name is not kept: it may tell more than its content. */
function fingerprintOf(file: File): Promise<string> {
	return Promise.resolve(['evidence', file.type, file.size, file.lastModified].join('-'))
}

function idIn(url: string | null): string {
	return url?.split('/').at(-1) ?? ''
}

function messageIn(error: Error | DetailedError): string | null {
	const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
	if (!body) return null
	try {
		const answer: unknown = JSON.parse(body)
		const message: unknown =
			typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'message') : null
		return typeof message === 'string' ? message : null
	} catch {
		return null
	}
}
