import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

/** What the routes behind an address say of themselves. */
export type Entrance = {
	/** Nobody is asked who they are: the page is the same for all who read it. */
	readonly isPublic: boolean
	/** A route asks for scripts with `handle = { scripts: true }`, or for one of its own by its address. */
	readonly hasScripts: boolean
	/** A route hands out large files with `handle = { streamed: true }`: they are never held in memory, nor kept. */
	readonly isStreamed: boolean
}

/** Tells of an address, by the doors of its routes, who may come in. */
export type Doorkeeper = (pathname: string) => Entrance

const REMEMBERED = 2_000
const NOWHERE: Entrance = { isPublic: false, hasScripts: false, isStreamed: false }

/** Reads the doors from the built routes themselves, so that no second list of public addresses can disagree. */
export function doorkeeperOf(build: Pick<ServerBuild, 'routes'>): Doorkeeper {
	const tree = branchesOf(build.routes, undefined)
	const remembered = new Map<string, Entrance>()

	return (pathname) => {
		const known = remembered.get(pathname)
		if (known) return known
		const entrance = entranceOf(
			build.routes,
			(matchRoutes([...tree], pathname) ?? []).map((match) => match.route.id),
		)
		if (remembered.size >= REMEMBERED) remembered.clear()
		remembered.set(pathname, entrance)
		return entrance
	}
}

type Routes = ServerBuild['routes']
type Branch = Parameters<typeof matchRoutes>[0][number]

function entranceOf(routes: Routes, ids: readonly (string | undefined)[]): Entrance {
	const modules = ids.flatMap((id) => (id === undefined ? [] : (routes[id]?.module ?? [])))
	if (modules.length === 0) return NOWHERE
	const isStreamed = modules.some((module) => said(module.handle, 'streamed') === true)
	return {
		isPublic:
			!isStreamed && modules.every((module) => module.loader === undefined || isPublicDoor(module.loader)),
		hasScripts: modules.some((module) => Boolean(said(module.handle, 'scripts'))),
		isStreamed,
	}
}

/** A loader without a door is a defect that the tests find; until then it is nobody's public page. */
function isPublicDoor(loader: object): boolean {
	return 'door' in loader && loader.door === 'public'
}

function said(handle: unknown, what: 'scripts' | 'streamed'): unknown {
	return typeof handle === 'object' && handle !== null ? Reflect.get(handle, what) : undefined
}

function branchesOf(routes: Routes, parentId: string | undefined): readonly Branch[] {
	return Object.values(routes).flatMap((route): readonly Branch[] => {
		if (route.parentId !== parentId) return []
		const { id, path, index, caseSensitive = false } = route
		const own = { id, caseSensitive, ...(path === undefined ? {} : { path }) }
		return index === true ? [{ ...own, index }] : [{ ...own, children: [...branchesOf(routes, id)] }]
	})
}
