import { createRequestHandler } from '@remix-run/node'
import type { RequestHandler, ServerBuild } from '@remix-run/node'

/**
 * Handlers that know one address each. Remix works out anew for every request, and for every page once more, what all
 * routes of a site look like: with hundreds of them that is a quarter of the work. A handler for one address is given
 * that address's routes only, and is made when it is first asked for.
 */
export function routeHandlers(build: ServerBuild): (routeIds: readonly string[]) => RequestHandler {
	const whole = createRequestHandler(build, 'production')
	const made = new Map<string, RequestHandler>()

	return (routeIds) => {
		const id = routeIds.at(-1)
		if (id === undefined) return whole
		const known = made.get(id)
		if (known) return known
		const handler = createRequestHandler(only(build, routeIds), 'production')
		made.set(id, handler)
		return handler
	}
}

/** The same build, as if these were all its routes. The browser reads the list of all of them from a file. */
function only(build: ServerBuild, routeIds: readonly string[]): ServerBuild {
	const assets = { ...build.assets, routes: chosen(build.assets.routes, routeIds) }
	return { ...build, assets, routes: chosen(build.routes, routeIds) }
}

function chosen<Value>(
	all: Readonly<Record<string, Value>>,
	ids: readonly string[],
): Record<string, NonNullable<Value>> {
	return Object.fromEntries(
		ids.flatMap((id) => {
			const one = all[id]
			return one === undefined || one === null ? [] : [[id, one]]
		}),
	)
}
