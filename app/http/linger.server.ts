import type { IncomingMessage, ServerResponse } from 'node:http'

const LINGER_MS = 500

/** Ends an answer with its body; where the request was not read to its end, the connection ends too. */
export function endAnswer(
	req: IncomingMessage,
	res: ServerResponse,
	body: string | Buffer | undefined,
): void {
	const hasBody = Number(req.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in req.headers
	// What is left of the request is not read, so the connection cannot carry a further one.
	if (!req.complete && hasBody) endAfterLingering(req, res, body)
	else res.end(body)
}

/** Answers at once, then throws away what is still coming for a moment, so that the answer is read before the end. */
function endAfterLingering(
	req: IncomingMessage,
	res: ServerResponse,
	body: string | Buffer | undefined,
): void {
	res.setHeader('Connection', 'close')
	if (body === undefined) res.flushHeaders()
	else res.write(body)
	req.resume()
	const end = () => {
		clearTimeout(timer)
		res.end()
	}
	const timer = setTimeout(end, LINGER_MS)
	req.once('end', end)
	req.once('error', end)
	res.once('finish', () => req.socket.destroySoon())
}
