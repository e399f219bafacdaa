import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** A listener, and how many of its requests are neither answered nor gone. */
export function counted(listener: RequestListener): {
	readonly listener: RequestListener
	readonly count: () => number
} {
	const open = new Set<ServerResponse>()

	return {
		count: () => open.size,
		listener: (req: IncomingMessage, res: ServerResponse & { req: IncomingMessage }) => {
			open.add(res)
			for (const end of ['finish', 'close']) res.once(end, () => open.delete(res))
			listener(req, res)
		},
	}
}
