import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Body, Visitor } from '../support/visitor.ts'
import type { Aims } from './aims.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export type Route = {
	readonly path: string
	readonly method: 'GET' | 'POST'
	readonly routeId: string | null
	readonly kind: string
}

/** One request that might change what is a judge's. */
export type Attempt = {
	readonly route: string
	readonly method: string
	readonly shape: string
	readonly body: string
	readonly path: string
	readonly send: (visitor: Visitor) => Promise<Answer>
}

/** Every address of the build, as `npm run routes` lists them. */
export function routesOfBuild(): readonly Route[] {
	const listed = execFileSync(process.execPath, ['--import', 'tsx', 'tests/routes.ts', '--json'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	return JSON.parse(listed.slice(listed.indexOf('['))) as Route[]
}

/** Routes that only end the session of who asks, or are a machine's. */
const NOT_TRIED = /\/sign-out$|^\/(healthz|readyz|assets|:file)/
const MOST_ADDRESSES = 4
const METHODS = ['PUT', 'PATCH', 'DELETE'] as const

/** All attempts through one route with the ids of what is a judge's, in each shape that a request can have. */
export function attemptsThrough(route: Route, aims: Aims): readonly Attempt[] {
	if (NOT_TRIED.test(route.path)) return []
	const addresses = addressesOf(route.path, aims)
	if (route.method === 'GET')
		return addresses.flatMap((path) => [
			attempt(route, { method: 'GET', shape: 'document', body: 'none', path }),
			...dataAddresses(route, path).map(([shape, at]) =>
				attempt(route, { method: 'GET', shape, body: 'none', path: at }),
			),
		])
	return addresses.flatMap((path, nth) => {
		const all = formOf(Object.fromEntries(aims.fields.map((name) => [name, aims.inField(name, nth)])))
		const json = jsonOf(Object.fromEntries(aims.fields.map((name) => [name, aims.inField(name, nth)])))
		const shapes = [['document', path] as const, ...dataAddresses(route, path)]
		return [
			...shapes.flatMap(([shape, at]) => [
				attempt(route, { method: 'POST', shape, body: 'every field', path: at, bytes: all }),
				attempt(route, { method: 'POST', shape, body: 'nothing', path: at, bytes: formOf({}) }),
				attempt(route, { method: 'POST', shape, body: 'form of the page', path: at }, (visitor) =>
					sendOwnForm(visitor, { path, at, aims, nth }),
				),
			]),
			attempt(route, { method: 'POST', shape: 'JSON', body: 'every field', path, bytes: json }),
			...METHODS.map((method) =>
				attempt(route, { method, shape: 'document', body: 'every field', path, bytes: all }),
			),
			attempt(
				route,
				{ method: 'POST', shape: 'overridden', body: 'every field', path, bytes: all },
				(visitor) =>
					visitor.ask(path, { method: 'POST', body: all, headers: { 'X-HTTP-Method-Override': 'DELETE' } }),
			),
		]
	})
}

type Made = Pick<Attempt, 'method' | 'shape' | 'body' | 'path'> & { readonly bytes?: Body }

function attempt(
	{ path: route }: Route,
	{ bytes, ...made }: Made,
	send?: (visitor: Visitor) => Promise<Answer>,
): Attempt {
	const plain = (visitor: Visitor) =>
		visitor.ask(made.path, { method: made.method, ...(bytes ? { body: bytes } : {}) })
	return { ...made, route, send: send ?? plain }
}

/** The same address as the scripts of a page ask it: for the data of one route, and as single fetch would. */
function dataAddresses(
	{ routeId }: Route,
	path: string,
): readonly (readonly [shape: string, path: string])[] {
	if (routeId === null) return []
	return [
		['_data', `${path}?_data=${encodeURIComponent(routeId)}`],
		['.data', `${path}.data`],
	]
}

/** An address for each of the first few ids of its last part; the parts before take theirs in turn. */
function addressesOf(path: string, aims: Aims): readonly string[] {
	const names = [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => (name === 'lang' ? [] : (name ?? [])))
	const most = Math.max(1, ...names.map((name) => Math.min(MOST_ADDRESSES, aims.inAddress(name).length)))
	return Array.from({ length: names.length === 0 ? 1 : most }, (_one, nth) =>
		path
			.replace(/:(\w+)/g, (_part, name: string) => {
				const values = name === 'lang' ? ['en'] : aims.inAddress(name)
				return encodeURIComponent(values[nth % values.length] ?? '1')
			})
			.replace('*', 'x'),
	)
}

function formOf(form: Readonly<Record<string, string>>): Body {
	return {
		type: 'application/x-www-form-urlencoded',
		bytes: Buffer.from(new URLSearchParams(form).toString(), 'utf8'),
	}
}

function jsonOf(form: Readonly<Record<string, string>>): Body {
	return { type: 'application/json', bytes: Buffer.from(JSON.stringify(form), 'utf8') }
}

type OwnForm = { readonly path: string; readonly at: string; readonly aims: Aims; readonly nth: number }

/** The page's form as a browser would send it, with what it holds and the first answers, aimed where it has ids. */
async function sendOwnForm(visitor: Visitor, { path, at, aims, nth }: OwnForm): Promise<Answer> {
	const page = await visitor.get(path)
	const fields = page.status === 200 ? fieldsOf(page.text) : new Map<string, string>()
	const form = Object.fromEntries(
		[...fields].map(([name, value]) => [name, value === '' ? aims.inField(name, nth) : value]),
	)
	return visitor.ask(at, { method: 'POST', body: formOf(form) })
}

/** Fields of the forms of a page, with what they hold: of choices the first, of words a sentence. */
export function fieldsOf(html: string): ReadonlyMap<string, string> {
	const fields = new Map<string, string>()
	for (const [tag] of html.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
		const name = /\bname="([^"]*)"/.exec(tag)?.[1]
		if (!name || fields.get(name)) continue
		const type = /\btype="([^"]*)"/.exec(tag)?.[1] ?? 'text'
		if (type === 'file') continue
		fields.set(name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
	}
	for (const [, name, value] of html.matchAll(
		/<select[^>]*\bname="([^"]*)"[\s\S]*?<option[^>]*value="([^"]+)"/g,
	))
		if (name && !fields.get(name)) fields.set(name, value ?? '')
	return fields
}

/** Files in pieces of somebody else: what is left of them could be changed, or thrown away. */
export function fileAttempts(uploads: readonly string[]): readonly Attempt[] {
	const tus = { 'Tus-Resumable': '1.0.0' }
	return uploads.flatMap((id) =>
		(['HEAD', 'PATCH', 'DELETE', 'POST'] as const).map((method): Attempt => {
			const path = `/uploads/${id}`
			const body = { type: 'application/offset+octet-stream', bytes: Buffer.from('x') }
			return {
				...{ route: '/uploads/:id', method, shape: 'resumable', body: 'one byte', path },
				send: (visitor) =>
					visitor.ask(path, {
						method,
						headers: { ...tus, 'Upload-Offset': '0' },
						...(method === 'PATCH' || method === 'POST' ? { body } : {}),
					}),
			}
		}),
	)
}
