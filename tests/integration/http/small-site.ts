import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntryContext, ServerBuild } from '@remix-run/node'
import { openCalls } from '#app/calls.server.ts'
import { configFrom } from '#app/config.server.ts'
import type { Database } from '#app/db.server.ts'
import { openFiles } from '#app/files.server.ts'
import type { FileStore } from '#app/files.server.ts'
import { doorkeeperOf } from '#app/http/doors.server.ts'
import { addressBlock, addressOf } from '#app/http/client-address.server.ts'
import { openFreshness } from '#app/http/freshness.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { openHealth } from '#app/http/health.server.ts'
import { isOwnHost } from '#app/http/host.ts'
import { listenOn } from '#app/http/listen.server.ts'
import { withPageCache } from '#app/http/page-cache.server.ts'
import { linkedStyles } from '#app/http/page-styles.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { remixAnswers } from '#app/http/remix.server.ts'
import { openAccounts } from '#app/http/session.server.ts'
import { siteApp } from '#app/http/site-app.server.ts'
import { openUploads } from '#app/http/uploads.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import { openIntegrity } from '#app/integrity.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import { openLog } from '#app/log.server.ts'
import { openMetrics } from '#app/metrics.server.ts'
import { openReportWork } from '#app/report-work.server.ts'
import type { ReportWork } from '#app/report-work.server.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'
import { z } from 'zod'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

export type SmallSite = {
	readonly database: Database
	readonly accounts: ReturnType<typeof openAccounts>
	readonly publicLog: PublicLog
	readonly files: FileStore
	readonly reportWork: ReportWork
	readonly withdrawals: WithdrawalList
	readonly port: number
	readonly rendered: () => number
	readonly ask: (path: string, asked?: Asked) => Promise<Answer>
	readonly close: () => Promise<void>
}

/** A site of a few routes behind the real process: limits, guards, cache and Remix are those of production. */
export async function smallSite(
	settings: {
		baseUrl?: string
		trustedProxies?: number
		metricsToken?: string
		/** Routes of the site itself that are to be there too, by their path. */
		routes?: Readonly<Record<string, object>>
		/** A database to use, where this runs outside the tests; it is closed with the site. */
		database?: Database
	} = {},
): Promise<SmallSite> {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-http-'))
	const config = configFrom({
		NODE_ENV: 'production',
		DATA_DIR: folder,
		BASE_URL: settings.baseUrl ?? 'http://localhost:4210',
		TRUSTED_PROXIES: String(settings.trustedProxies ?? 0),
		METRICS_TOKEN: settings.metricsToken,
	})
	const database = settings.database ?? (await ownDatabase())
	const log = openLog('silent')
	const mail = { send: async () => {}, close: () => {} }
	const accounts = openAccounts({
		db: database.db,
		baseUrl: config.baseUrl,
		secret: 's'.repeat(40),
		mail,
		log,
	})
	const publicLog = await openPublicLog({
		sql: database.sql,
		folder: join(folder, 'log'),
		origin: config.logOrigin,
		key: openKeys(folder).ledgerKey,
	})
	const clock = () => new Date()
	const withdrawals = openWithdrawals(folder)
	const files = await openFiles(config)
	// Calls lead to this machine here, where the product forbids it.
	const calls = openCalls(openKeys(folder), () => true)
	const known = { database, config, log, publicLog, files, withdrawals, calls }
	const reportWork = await openReportWork({ ...known, accounts, clock })
	const load = { ...known, accounts, reportWork, integrity: openIntegrity({ ...known, clock }) }
	const uploads = await openUploads({ ...load, clock })
	let renderings = 0
	const build = buildOf(() => (renderings += 1), settings.routes ?? {})
	const doorkeeper = doorkeeperOf(build)
	const siteHost = new URL(config.baseUrl).host
	const stopwatch = () => performance.now()
	const metrics = openMetrics({ ...load, room: { isTight: () => false }, stopwatch })
	const app = siteApp({
		config,
		log,
		health: openHealth(database, folder, load),
		metrics,
		stopwatch,
		folders: { client: join(folder, 'none'), public: join(folder, 'none') },
		sources: null,
		uploads,
		answer: remixAnswers({
			build,
			doorkeeper: async () => doorkeeper,
			load,
			clock,
		}),
	})
	const front = withPageCache(
		{
			isKept: (path) => doorkeeper(path).isKept,
			isOwnHost: (host) => isOwnHost(host, siteHost),
			freshness: openFreshness({
				database,
				buildId: 'build',
				clock,
				withdrawn: () => withdrawals.withdrawn().size,
				findings: load.integrity.findings,
			}),
			buildId: 'build',
			styles: linkedStyles,
			blockOf: (req) => addressBlock(addressOf(req, config.trustedProxies)),
		},
		app,
	)
	const listener = await listenOn(
		{ port: 0, host: '127.0.0.1', baseUrl: config.baseUrl },
		metrics ? metrics.counting(front) : front,
	)
	return {
		database,
		accounts,
		publicLog,
		files,
		reportWork,
		withdrawals,
		port: listener.port,
		rendered: () => renderings,
		ask: (path, asked) => ask(listener.port, path, asked),
		close: async () => {
			await listener.drain()
			await reportWork.close()
			uploads.close()
			await accounts.close()
			await database.close()
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

/** The tests' own databases come from their runner, which is there only while it runs. */
async function ownDatabase(): Promise<Database> {
	const { freshDatabase } = await import('#tests/support/fresh-database.ts')
	return freshDatabase()
}

/** One request as it is written, without a library's good manners. */
function ask(
	port: number,
	path: string,
	{ method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const sent = httpRequest(
			{ port, host: '127.0.0.1', path, method, headers: { host: 'localhost:4210', ...headers } },
			(answer) => {
				const chunks: Buffer[] = []
				answer.on('data', (chunk: Buffer) => chunks.push(chunk))
				answer.on('end', () =>
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
				)
				answer.on('error', reject)
			},
		)
		sent.on('error', reject)
		sent.end(body)
	})
}

const Form = z.strictObject({ title: z.string() })
const Page = () => null

function buildOf(render: () => number, more: Readonly<Record<string, object>>): ServerBuild {
	const page = async ({ ctx }: { ctx: { db: Database['db'] } }) => {
		render()
		return { leaves: await ctx.db.ledgerEntry.count(), text: 'promise '.repeat(400) }
	}
	return {
		entry: { module: { default: writePage, handleError: () => {} } },
		routes: {
			...Object.assign({}, ...Object.entries(more).map(([path, module]) => route(path, path, module))),
			...route('routes/plans', ':lang/plans', { default: Page, loader: guardedLoader('public', page) }),
			...route('routes/live', ':lang/live', {
				default: Page,
				handle: { scripts: true },
				loader: guardedLoader('public', page),
			}),
			...route('routes/tasks', ':lang/tasks', {
				default: Page,
				loader: guardedLoader(['IMPLEMENTER'], ({ ctx, person }) => ({ by: ctx.actor.personId, person })),
			}),
			...route('routes/form', ':lang/form', {
				default: Page,
				action: guardedAction('public', async ({ request }) => {
					const form = await parseForm(request, Form)
					return Response.json(form, { status: form.ok ? 200 : 422 })
				}),
			}),
			...route('routes/list', 'api/v1/list', {
				loader: guardedLoader('public', async (visit) => Response.json(await page(visit))),
			}),
			...route('routes/fresh', 'api/v1/fresh', {
				loader: guardedLoader('public', () =>
					Response.json({ n: render() }, { headers: { 'Cache-Control': 'no-store' } }),
				),
			}),
			...route('routes/nowhere', '*', {
				default: Page,
				loader: guardedLoader('public', () => {
					throw new Refusal('not_found')
				}),
			}),
			...route('routes/broken', ':lang/broken', {
				default: Page,
				loader: guardedLoader('public', () => {
					throw new Error('SELECT secret FROM "Person"')
				}),
			}),
		},
		assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
		publicPath: '/',
		assetsBuildDirectory: '',
		future: {
			v3_fetcherPersist: true,
			v3_relativeSplatPath: true,
			v3_throwAbortReason: true,
			v3_routeConfig: true,
			v3_singleFetch: false,
			v3_lazyRouteDiscovery: false,
			unstable_optimizeDeps: false,
		},
		isSpaMode: false,
		mode: 'production',
	} as unknown as ServerBuild
}

function route(id: string, path: string, module: object) {
	return { [id]: { id, path, parentId: undefined, index: undefined, caseSensitive: undefined, module } }
}

/** Writes a page's data into a document, as the site's own entry does with React. */
function writePage(_request: Request, status: number, headers: Headers, context: EntryContext): Response {
	headers.set('Content-Type', 'text/html; charset=utf-8')
	const { loaderData, actionData, errors } = context.staticHandlerContext
	const shown = errors ? { failed: status } : { ...loaderData, ...(actionData && { answered: actionData }) }
	return new Response(`<!doctype html><title>page</title>${JSON.stringify(shown)}`, { status, headers })
}
