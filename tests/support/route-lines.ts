import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'

export type Door = 'public' | 'half' | 'member' | readonly string[]

/** One address of the built site and one method. */
export type RouteLine = {
	readonly path: string
	readonly method: 'GET' | 'POST'
	/** Null: a defect. */
	readonly door: Door | null
	/** Identifies the route in requests for its data, `?_data=<routeId>`; null: answered before the routes. */
	readonly routeId: string | null
	readonly kind: 'page' | 'resource' | 'process'
}

const PROCESS = ['/healthz', '/readyz', '/metrics', '/assets/:file', '/:file']

/** Every address of the built site × method × door, from the build and not by hand. */
export async function routeLines(): Promise<readonly RouteLine[]> {
	const file = pathToFileURL(join(import.meta.dirname, '..', '..', 'build', 'server', 'index.js')).href
	const build = (await import(file)) as ServerBuild
	return [
		...Object.values(build.routes).flatMap((route) => linesOf(build, route.id)),
		...PROCESS.map((path): RouteLine => ({
			path,
			method: 'GET',
			door: 'public',
			routeId: null,
			kind: 'process',
		})),
	]
}

function linesOf(build: ServerBuild, id: string): readonly RouteLine[] {
	const module = build.routes[id]?.module
	if (!module || id === 'root') return []
	const about = { path: pathOf(build, id), routeId: id, kind: module.default ? 'page' : 'resource' } as const
	return [
		...(module.loader || module.default
			? [{ ...about, method: 'GET' as const, door: doorOf(module.loader) }]
			: []),
		...(module.action ? [{ ...about, method: 'POST' as const, door: doorOf(module.action) }] : []),
	]
}

/** The door that the function carries; null is a defect, except on a page that loads nothing. */
function doorOf(guarded: object | undefined): Door | null {
	if (guarded === undefined) return 'public'
	return 'door' in guarded ? (guarded.door as Door) : null
}

function pathOf(build: ServerBuild, id: string): string {
	const route = build.routes[id]
	if (!route) return ''
	const parent = route.parentId === undefined ? '' : pathOf(build, route.parentId).replace(/\/$/, '')
	return `${parent}/${route.path ?? ''}`
}
