import type { RequestHandler } from 'express'
import { fileDoorOf } from './request-shape.ts'

const FORM_MS = 30_000

/** Whoever sends a form has half a minute for it. Files have the time that a slow line needs, which `listenOn` limits. */
export function limitTime(): RequestHandler {
	return (req, res, next) => {
		const hasBody = Number(req.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in req.headers
		if (!hasBody || req.complete || fileDoorOf(req.url) !== null) {
			next()
			return
		}
		const end = setTimeout(() => {
			if (!res.headersSent) res.writeHead(408, { Connection: 'close', 'Content-Length': 0 }).end()
			req.socket.destroySoon()
		}, FORM_MS)
		const clear = () => clearTimeout(end)
		req.once('end', clear)
		req.once('close', clear)
		next()
	}
}
