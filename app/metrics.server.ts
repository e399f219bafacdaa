import { createHash, timingSafeEqual } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { IncomingMessage, RequestListener } from 'node:http'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Config } from './config.server.ts'
import type { DiskRoom } from './disk-room.server.ts'
import { differingRecords } from './domain/integrity/rules.ts'
import type { Integrity } from './integrity.server.ts'
import type { PublicLog } from './ledger/public-log.server.ts'

/** Figures of this process for whoever watches over the site: of requests, the log, integrity and the disk. */
export type Metrics = {
	/** The same listener, each of whose answers is counted. */
	readonly counting: (behind: RequestListener) => RequestListener
	/** Whether a request bears the word that figures are told for. */
	readonly isFor: (authorization: string | undefined) => boolean
	/** The figures in Prometheus' text format, with its media type. */
	readonly text: () => Promise<{ readonly body: string; readonly mediaType: string }>
}

export type MetricsWorld = {
	readonly config: Pick<Config, 'dataDir' | 'metricsToken'>
	readonly publicLog: Pick<PublicLog, 'published' | 'fault'>
	readonly integrity: Pick<Integrity, 'findings' | 'isUnchecked'>
	readonly room: Pick<DiskRoom, 'isTight'>
	/** Milliseconds of a clock that only counts forward. */
	readonly stopwatch: () => number
}

/** Unit: seconds. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** Opens the figures; null where no word for them is set, and then nothing is counted. */
export function openMetrics(world: MetricsWorld): Metrics | null {
	const { metricsToken } = world.config
	if (metricsToken === null) return null
	const registry = new Registry()
	collectDefaultMetrics({ register: registry, prefix: 'renaksi_' })
	gaugesOf(world, registry)
	return {
		counting: requestsOf(world, registry),
		isFor: (authorization) => isSame(authorization ?? '', `Bearer ${metricsToken}`),
		text: async () => ({ body: await registry.metrics(), mediaType: registry.contentType }),
	}
}

/** What is asked for, in few words: an address may hold anything, and a figure for each would fill the memory. */
const KINDS: readonly (readonly [kind: string, path: RegExp])[] = [
	['asset', /^\/(assets\/|fonts\/|favicon|error\.css)/],
	['file', /^\/(files|uploads)(\/|$)/],
	['api', /^\/(api|oembed)(\/|$)/],
	['log', /^\/(log|records)(\/|$)/],
	['health', /^\/(healthz|readyz|metrics)$/],
	['page', /^/],
]

function requestsOf({ stopwatch }: MetricsWorld, registry: Registry): Metrics['counting'] {
	const labelNames = ['method', 'kind', 'status'] as const
	const took = new Histogram({
		name: 'renaksi_http_request_seconds',
		help: 'Time from the request to the end of its answer',
		labelNames,
		buckets: BUCKETS,
		registers: [registry],
	})
	const cut = new Counter({
		name: 'renaksi_http_requests_cut_total',
		help: 'Requests whose connection ended before their answer did',
		registers: [registry],
	})
	return (behind) => (req, res) => {
		const began = stopwatch()
		res.once('close', () => {
			if (!res.writableFinished) return cut.inc()
			const status = `${String(res.statusCode).slice(0, 1)}xx`
			took.observe(
				{ method: methodOf(req), kind: kindOf(req.url ?? '/'), status },
				(stopwatch() - began) / 1_000,
			)
		})
		behind(req, res)
	}
}

function methodOf({ method }: IncomingMessage): string {
	return method === 'GET' || method === 'HEAD' || method === 'POST' ? method : 'other'
}

function kindOf(url: string): string {
	const path = url.replace(/\?.*$/s, '')
	return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'page'
}

function gaugesOf({ config, publicLog, integrity, room }: MetricsWorld, registry: Registry): void {
	const gauge = (name: string, help: string, valueOf: () => number | Promise<number>) =>
		new Gauge({
			name: `renaksi_${name}`,
			help,
			registers: [registry],
			async collect() {
				this.set(await valueOf())
			},
		})
	gauge('log_size', 'Entries that the newest checkpoint covers', () => publicLog.published().size)
	gauge('log_failing', '1 while the public log signs no more', () => Number(publicLog.fault() !== null))
	gauge('records_differing', 'Records that are not what was sealed', () =>
		differingRecords(integrity.findings()),
	)
	gauge('unchecked', '1 while the last comparison of everything could not be done', () =>
		Number(integrity.isUnchecked()),
	)
	gauge('disk_read_only', '1 while the site only reads', () => Number(room.isTight()))
	gauge('disk_free_bytes', 'Free room on the disk of the data folder', async () => {
		const { bavail, bsize } = await statfs(config.dataDir)
		return bavail * bsize
	})
}

/** Whether two words are the same, in the same time wherever they differ. */
function isSame(given: string, right: string): boolean {
	const [one, other] = [given, right].map((word) => createHash('sha256').update(word).digest())
	return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
