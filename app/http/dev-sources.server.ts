import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { doorkeeperOf } from './doors.server.ts'

/**
 * The pages from their sources, for development: Vite answers for scripts and styles and sends changes to open
 * pages. Its own inline scripts need a content policy without limits, so there is none here, and only here.
 */
export async function openSources(root: string) {
	const { createServer } = await import('vite')
	const vite = await createServer({ root, server: { middlewareMode: true } })
	const build = async () => serverBuildFrom(await vite.ssrLoadModule('virtual:remix/server-build'))
	const sources: RequestHandler = (req, res, next) => {
		res.removeHeader('Content-Security-Policy')
		vite.middlewares(req, res, next)
	}
	return {
		build,
		doorkeeper: async () => doorkeeperOf(await build()),
		buildId: null,
		folders: null,
		sources,
		close: () => vite.close(),
	}
}

/** The module as what it is. Throws where it is something else. */
export function serverBuildFrom(loaded: unknown): ServerBuild {
	if (!isServerBuild(loaded)) throw new Error('this module is no server build of Remix')
	return loaded
}

function isServerBuild(loaded: unknown): loaded is ServerBuild {
	return typeof loaded === 'object' && loaded !== null && 'routes' in loaded && 'entry' in loaded
}
