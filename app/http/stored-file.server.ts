import type { Response as ExpressResponse } from 'express'
import type { ReportFiles } from '#app/report-files.server.ts'

/** An answer with this header is the stored file of that SHA-256; the header itself never leaves the process. */
export const STORED_FILE = 'x-stored-file'

/**
 * Sends a stored file with the headers of an answer: the part that was asked for (`Range`, `If-Range`), or nothing where
 * the client has it already. What parts there are, and when they may be given, is the matter of express.
 */
export async function sendStoredFile(
	res: ExpressResponse,
	{ headers }: Response,
	files: Pick<ReportFiles, 'find'>,
): Promise<void> {
	const path = await files.find(headers.get(STORED_FILE) ?? '')
	if (path === null) throw new Error('a stored file is gone')
	for (const [name, value] of headers) if (name !== STORED_FILE) res.setHeader(name, value)
	await new Promise<void>((sent, failed) => {
		const how = { lastModified: false, cacheControl: false, dotfiles: 'allow' } as const
		res.sendFile(path, how, (error?: SendFault) => {
			if (!error) return sent()
			if (error.status === 416 && !res.headersSent) {
				refuseRange(res, error)
				return sent()
			}
			// A client that goes away is no defect of ours: 400 keeps it out of the log of defects.
			failed(res.destroyed ? Object.assign(error, { status: 400 }) : error)
		})
	})
}

/** What express says of a file that it did not send. */
type SendFault = Error & { readonly status?: number; readonly headers?: Readonly<Record<string, string>> }

/** There is no such part of the file; how long the whole is says a header. */
function refuseRange(res: ExpressResponse, { headers }: SendFault): void {
	const said = headers?.['Content-Range']
	for (const name of ['Content-Type', 'Content-Disposition', 'Content-Length', 'ETag']) res.removeHeader(name)
	if (said !== undefined) res.setHeader('Content-Range', said)
	res.setHeader('Cache-Control', 'no-store')
	res.status(416).end()
}
