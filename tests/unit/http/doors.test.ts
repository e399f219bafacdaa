import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { doorkeeperOf } from '#app/http/doors.server.ts'
import type { Doorkeeper } from '#app/http/doors.server.ts'
import { siteMap } from '#tests/architecture/site-map.ts'

type Module = { loader?: { door?: unknown }; default?: unknown; handle?: unknown }

const modules = new Map<string, Module>()
let doorkeeper: Doorkeeper

/** The site as it is built: every address of the site map with its module. */
beforeAll(async () => {
	const app = join(import.meta.dirname, '..', '..', '..', 'app')
	// As in the build: all addresses stand under one route without a path of its own.
	const routes: Record<string, object> = { root: { id: 'root', path: '', module: {} } }
	for (const { url, file } of siteMap()) {
		const module = (await import(join(app, file))) as Module
		modules.set(url, module)
		const path = url === '/' ? { index: true } : { path: url.slice(1) }
		routes[file] = { id: file, parentId: 'root', module, ...path }
	}
	doorkeeper = doorkeeperOf({ routes } as unknown as ServerBuild)
}, 60_000)

describe('an address is public when all its doors are', () => {
	test.each([
		['/', true],
		['/en', true],
		['/id/plans', true],
		['/id/plans/contoh-2025', true],
		['/en/commitments/us-nap5-us0113', true],
		['/en/records/contoh-2025-v1', true],
		['/api/v1/plans', true],
		['/en/sign-in', true],
		['/en/evidence/contoh-1.1.0', true],
		['/en/protected-evidence/contoh-1.1.0', false],
		['/en/nothing/at/all', true],
		['/en/tasks', false],
		['/id/verify', false],
		['/id/verify/contoh-2025-1', false],
	])('%s: %s', (path, isPublic) => {
		expect(doorkeeper(path).isPublic).toBe(isPublic)
	})

	test('no page with a door for some is given to all', () => {
		const guarded = [...modules].filter(([, { loader }]) => loader && loader.door !== 'public')
		const open = guarded.filter(([url]) => doorkeeper(url.replaceAll(/:\w+/g, 'x')).isPublic)
		expect(guarded.length).toBeGreaterThan(10)
		expect(open.map(([url]) => url)).toEqual([])
	})

	test('large files are handed on as they are read, and are no page to keep', () => {
		const streamed = [...modules].filter(([url]) => doorkeeper(url.replaceAll(/:\w+/g, 'x')).isStreamed)
		expect(streamed.map(([url]) => url).sort()).toEqual([
			'/:lang/protected-evidence/:evidenceId/file',
			'/:lang/protected-evidence/:evidenceId/preview',
			'/:lang/uploaded-files/:upload',
			'/:lang/uploaded-files/:upload/preview',
			'/files/evidence/:file',
			'/files/reports/:file',
		])
		expect(streamed.filter(([url]) => doorkeeper(url.replaceAll(/:\w+/g, 'x')).isPublic)).toEqual([])
	})

	test('what the process answers itself, or what is not there, is no page to keep', () => {
		expect(doorkeeper('/en/plans').isKept).toBe(true)
		for (const path of ['/healthz', '/readyz', '/en/nothing/at/all']) {
			expect(doorkeeper(path).isKept, path).toBe(false)
		}
		expect(doorkeeper('/EN/Plans/').routeIds).toEqual(['root', 'routes/public/plans.tsx'])
		expect(doorkeeper('/%65n/plans').routeIds).toEqual(['root', 'routes/public/plans.tsx'])
	})

	test('no public page has scripts, except where a route asks for them', () => {
		const withScripts = [...modules].filter(([url]) => doorkeeper(url.replaceAll(/:\w+/g, 'x')).hasScripts)
		expect(withScripts.every(([, { handle }]) => Object.keys(handle ?? {}).includes('scripts'))).toBe(true)
		expect(doorkeeper('/en/plans').hasScripts).toBe(false)
	})
})

describe('a route whose loader names no door', () => {
	test('is nobody’s public page', () => {
		const module = { loader: () => null }
		const routes = { bare: { id: 'bare', path: 'bare', parentId: 'root', module } }
		expect(doorkeeperOf({ routes } as unknown as ServerBuild)('/bare').isPublic).toBe(false)
	})
})
