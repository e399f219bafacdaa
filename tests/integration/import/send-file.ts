import type { Answer, SmallSite } from '../http/small-site.ts'

const EDGE = 'edge-of-a-part'

/** A form with one file, as a person's browser sends it. */
export function sendFile(
	site: SmallSite,
	path: string,
	{ cookie, bytes, name = 'plan.xlsx' }: { cookie: string; bytes: Uint8Array; name?: string },
): Promise<Answer> {
	const head = `--${EDGE}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
	const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${EDGE}--\r\n`)])
	const type = `multipart/form-data; boundary=${EDGE}`
	return site.ask(path, {
		method: 'POST',
		headers: { 'content-type': type, 'sec-fetch-site': 'same-origin', cookie },
		body,
	})
}
