import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#app/access/policy.ts'
import { root } from './source-files.ts'
import { siteMap } from './site-map.ts'

type RouteModule = {
	readonly loader?: object
	readonly action?: object
	readonly handle?: { readonly scripts?: boolean }
	readonly default?: unknown
}

const doorOf = (door: object | undefined): unknown => (door && 'door' in door ? door.door : undefined)

/** Whether this is a door: open to all, to whoever came by a letter, to members, or to at least one role that exists. */
function isDoor(door: unknown): boolean {
	if (door === 'public' || door === 'half' || door === 'member') return true
	return Array.isArray(door) && door.length > 0 && door.every((role) => ROLES.some((known) => known === role))
}

/** The one public page that scripts bring to life: its drawing stays where none run. */
const LIVELY = 'routes/public/exploration/explore.tsx'

/** What a route module lacks at its doors; a page without a loader has none at all. */
function faultsOf(module: RouteModule): readonly string[] {
	const unmarked = (['loader', 'action'] as const).filter(
		(name) => module[name] && !isDoor(doorOf(module[name])),
	)
	const faults = unmarked.map(
		(name) => `${name} says no door: write guarded${name === 'loader' ? 'Loader' : 'Action'}(door, …)`,
	)
	if (!module.loader && module.default) faults.push('a page without a loader has no door')
	if (!module.loader && !module.action) faults.push('a route without loader and action does nothing')
	if (doorOf(module.loader) === 'public' && module.handle?.scripts) faults.push('public pages have no script')
	return faults
}

describe('who may come in is said at every door', () => {
	test.each([...new Set(siteMap().map((address) => address.file))])('%s', async (file) => {
		const faults = faultsOf((await import(join(root, 'app', file))) as RouteModule)
		expect(faults).toEqual(file === LIVELY ? ['public pages have no script'] : [])
	})
})

const bare = () => null
const guarded = (door: unknown) => Object.assign(() => null, { door })

test.each([
	['a loader without a door', { loader: bare }, 1],
	['an action without a door', { loader: guarded('public'), action: bare }, 1],
	['a door for no role', { loader: guarded([]) }, 1],
	['a door for a role that is none', { loader: guarded(['KING']) }, 1],
	['a page without a loader', { action: guarded('member'), default: bare }, 1],
	['a public page with scripts', { loader: guarded('public'), handle: { scripts: true } }, 1],
	['scripts for monitors', { loader: guarded(['CSO_MONITOR']), handle: { scripts: true }, default: bare }, 0],
])('%s', (_what, module, faults) => {
	expect(faultsOf(module)).toHaveLength(faults)
})
