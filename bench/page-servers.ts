import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import express from 'express'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

// What pages are compared with, each in a process of its own; prints its port.
//   bare FILE   node:http that writes the bytes of FILE, with the status and the headers of FILE.json
//   remix       Remix with one page that says nothing

const [kind, file = ''] = process.argv.slice(2)
const server: Server = createServer(kind === 'bare' ? bare(file) : emptyRemix())
server.listen(0, '127.0.0.1', () => {
	const address = server.address()
	process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
process.on('SIGTERM', () => process.exit(0))

function bare(path: string): RequestListener {
	const body = readFileSync(path)
	const { status, headers } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as {
		status: number
		headers: string[]
	}
	return (_req, res) => {
		res.writeHead(status, [...headers])
		res.end(body)
	}
}

function emptyRemix(): RequestListener {
	const app = express()
	const answer = createRequestHandler({ build: emptyBuild(), mode: 'production' })
	app.use((req, res, next) => void answer(req, res, next))
	return app
}

function emptyBuild(): ServerBuild {
	const page = { default: () => createElement('html', null, createElement('body', null, 'x')) }
	const handleDocument = (request: Request, status: number, headers: Headers, context: never) => {
		headers.set('Content-Type', 'text/html')
		const body = renderToString(createElement(RemixServer, { context, url: request.url }))
		return new Response(body, { status, headers })
	}
	return {
		entry: { module: { default: handleDocument } },
		routes: { root: { id: 'root', path: '', parentId: undefined, module: page } },
		assets: {
			entry: { module: '', imports: [] },
			routes: {
				root: {
					id: 'root',
					path: '',
					module: '',
					hasLoader: false,
					hasAction: false,
					hasErrorBoundary: false,
				},
			},
			url: '',
			version: '1',
		},
		publicPath: '/',
		assetsBuildDirectory: '',
		future: { v3_singleFetch: false, v3_lazyRouteDiscovery: false },
		isSpaMode: false,
		mode: 'production',
	} as unknown as ServerBuild
}
