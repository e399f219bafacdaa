import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { isLocale } from '#app/i18n/locale.ts'

/** What the routes behind an address say of themselves. */
export type Entrance = {
	/** Nobody is asked who they are: the page is the same for all who read it. */
	readonly isPublic: boolean
	/** A route asks for scripts with `handle = { scripts: true }`, or for one of its own by its address. */
	readonly hasScripts: boolean
	/** A route hands out large files with `handle = { streamed: true }`: they are never held in memory, nor kept. */
	readonly isStreamed: boolean
	/** A route lets other sites show it in their frames with `handle = { framed: true }`. */
	readonly isFramed: boolean
	/** Its answer may be kept for whoever asks next: it is public, without scripts, and there is such an address. */
	readonly isKept: boolean
	/** The routes that answer, from the outermost in; none where there is no such address. */
	readonly routeIds: readonly string[]
}

/** Tells of an address, by the doors of its routes, who may come in. */
export type Doorkeeper = (pathname: string) => Entrance

const REMEMBERED = 2_000
/** The path of the route for addresses that are no other's. */
const ANYTHING_ELSE = '*'
const NOWHERE: Entrance = {
	...{ isPublic: false, hasScripts: false, isStreamed: false, isFramed: false, isKept: false },
	routeIds: [],
}

/** Reads the doors from the built routes themselves, so that no second list of public addresses can disagree. */
export function doorkeeperOf(build: Pick<ServerBuild, 'routes'>): Doorkeeper {
	const match = matchingIn(branchesOf(build.routes, undefined))
	const remembered = new Map<string, Entrance>()

	return (pathname) => {
		const known = remembered.get(pathname)
		if (known) return known
		const entrance = entranceOf(build.routes, match(pathname), partsOf(pathname))
		if (remembered.size >= REMEMBERED) remembered.clear()
		remembered.set(pathname, entrance)
		return entrance
	}
}

type Routes = ServerBuild['routes']
type Branch = Parameters<typeof matchRoutes>[0][number]

function entranceOf(routes: Routes, routeIds: readonly string[], parts: readonly string[]): Entrance {
	const modules = routeIds.flatMap((id) => routes[id]?.module ?? [])
	if (modules.length === 0) return NOWHERE
	const isStreamed = modules.some((module) => said(module.handle, 'streamed') === true)
	const isPublicAll = modules.every((module) => module.loader === undefined || isPublicDoor(module.loader))
	const isPublic = !isStreamed && isPublicAll
	const hasScripts = modules.some((module) => Boolean(said(module.handle, 'scripts')))
	return {
		...{ isPublic, hasScripts, isStreamed, routeIds },
		isFramed: isPublicAll && modules.some((module) => said(module.handle, 'framed') === true),
		isKept: isPublic && !hasScripts && isThere(routes[routeIds.at(-1) ?? '']?.path, parts),
	}
}

/** Whether an address is a page's: the route for everything else, and a language that is none, have no pages. */
function isThere(path: string | undefined, [language = '']: readonly string[]): boolean {
	return path !== ANYTHING_ELSE && (path?.startsWith(':lang') !== true || isLocale(language))
}

/**
 * The library looks at every route of a tree for every address. It is given those only that can be meant: of hundreds,
 * a few have as many parts, with the same words in the same places. Which of them it is, is the library's to say.
 */
function matchingIn(tree: readonly Branch[]): (pathname: string) => readonly string[] {
	return (pathname) => {
		const parts = partsOf(pathname)
		const meant = tree.flatMap((branch) => withinReach(branch, parts))
		return (matchRoutes(meant, pathname) ?? []).flatMap(({ route }) => route.id ?? [])
	}
}

/** A branch with only those of its leaves that an address can mean. */
function withinReach(branch: Branch, parts: readonly string[]): readonly Branch[] {
	if (branch.path) return canBe(branch.path, parts) ? [branch] : []
	if (branch.index === true) return [branch]
	return [{ ...branch, children: (branch.children ?? []).flatMap((child) => withinReach(child, parts)) }]
}

function canBe(path: string, parts: readonly string[]): boolean {
	const asked = partsOf(path)
	if (asked.at(-1) === ANYTHING_ELSE) return true
	return (
		asked.length === parts.length && asked.every((part, at) => part.startsWith(':') || part === parts[at])
	)
}

/** The parts of an address between its strokes, in small letters, as the library compares them. */
function partsOf(pathname: string): readonly string[] {
	return plainOf(pathname).toLowerCase().split('/').filter(Boolean)
}

function plainOf(pathname: string): string {
	try {
		return decodeURI(pathname)
	} catch {
		return pathname
	}
}

/** A loader without a door is a defect that the tests find; until then it is nobody's public page. */
function isPublicDoor(loader: object): boolean {
	return 'door' in loader && loader.door === 'public'
}

function said(handle: unknown, what: 'scripts' | 'streamed' | 'framed'): unknown {
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
