import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { HandleDocumentRequestFunction, HandleErrorFunction } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { ResponseContext } from './components/layout/response-context.ts'

/** The whole page, written only when all of it is ready: its bytes can then be compressed once and kept. */
export default function handleRequest(
	...[
		request,
		status,
		headers,
		remixContext,
		{ cspNonce, requestId },
	]: Parameters<HandleDocumentRequestFunction>
): Promise<Response> {
	const page = (
		<ResponseContext.Provider value={{ cspNonce, requestId }}>
			<RemixServer context={remixContext} url={request.url} />
		</ResponseContext.Provider>
	)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	return new Promise((resolve, reject) => {
		const { pipe } = renderToPipeableStream(page, {
			nonce: cspNonce,
			onAllReady() {
				const body = new PassThrough()
				resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
				pipe(body)
			},
			onShellError: reject,
		})
	})
}

/** Last net: what broke goes to the log with the request's id, without the request's contents. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
	// Addresses without a route and methods without an action end with their status, like every refusal.
	if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
	context.log.error({ event: 'defect', requestId: context.requestId, err: error })
}
