import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { ensureBuilt } from '#app/build.server.ts'

// Every address of the built site × method × door:
//   npm run routes -- --json

process.env.NODE_ENV = 'production'

type Door = 'public' | 'member' | readonly string[]
type Line = {
	readonly path: string
	readonly method: 'GET' | 'POST'
	readonly door: Door | null
	/** Identifies the route in requests for its data, `?_data=<routeId>`; null: answered before the routes. */
	readonly routeId: string | null
	readonly kind: 'page' | 'resource' | 'process'
}

await ensureBuilt((line) => void process.stderr.write(`${line}\n`))
const file = pathToFileURL(join(import.meta.dirname, '..', 'build', 'server', 'index.js')).href
const build = (await import(file)) as ServerBuild

const lines: readonly Line[] = [
	...Object.values(build.routes).flatMap((route) => linesOf(route.id)),
	...['/healthz', '/readyz', '/assets/:file', '/:file'].map((path): Line => ({
		path,
		method: 'GET',
		door: 'public',
		routeId: null,
		kind: 'process',
	})),
]
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(lines)}\n`)
else
	for (const { method, path, door } of lines)
		process.stdout.write(`${method.padEnd(5)} ${path.padEnd(60)} ${String(door)}\n`)

function linesOf(id: string): readonly Line[] {
	const module = build.routes[id]?.module
	if (!module || id === 'root') return []
	const about = { path: pathOf(id), routeId: id, kind: module.default ? 'page' : 'resource' } as const
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

function pathOf(id: string): string {
	const route = build.routes[id]
	if (!route) return ''
	const parent = route.parentId === undefined ? '' : pathOf(route.parentId).replace(/\/$/, '')
	return `${parent}/${route.path ?? ''}`
}
