import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { ensureBuilt } from '#app/build.server.ts'
import { clientOf, hashOf } from './pdfload/client.ts'
import type { Answered, Client } from './pdfload/client.ts'
import { chance, readOptions } from './support/options.ts'
import { percentile, progress, report } from './support/outcome.ts'
import { defectsOf, startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'

// Fifty people ask for reports at the same moment while others sign in, and a point of contact compiles one:
//   npm run t:pdfload -- [--rounds N] [--seed N] [--quick] [--json]
// Nothing breaks: whoever cannot be served yet is told when to ask again. Signing in stays quick, and equal content is
// equal bytes, in this process and in the next.

const PORT = 4117
const AT_ONCE = 50
const SIGN_IN_P95_MS = 1_000
const MOST_TRIES = 60
/** One address for half of those who ask, as a school or a ministry has. */
const OFFICE = '198.51.100.7'

const options = readOptions({ rounds: 6, quick: 2 })
const random = chance(options.seed)
const folder = mkdtempSync(join(tmpdir(), 'renaksi-pdfload-'))
const dataDir = join(folder, 'data')
const failures: string[] = []
const reportsMs: number[] = []
const signInMs: number[] = []
const hashes = new Map<string, string>()
const counts = { reports: 0, toldToWait: 0, otherStatus: 0, signIns: 0, restarted: 0 }
const compiled = { formMs: 0, doneMs: 0 }
const now: { site: SiteProcess | null } = { site: null }
let isCompared = false

// Addresses of visitors are those that a proxy in front says.
process.env.TRUSTED_PROXIES = '1'
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('exit', () => {
	now.site?.abandon()
	rmSync(folder, { recursive: true, force: true })
})

try {
	await run()
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
if (now.site && failures.length > 0) failures.push(...defectsOf(now.site))
await now.site?.kill()

const signInP95Ms = percentile(signInMs, 0.95)
if (signInP95Ms > SIGN_IN_P95_MS)
	failures.push(`signing in takes ${String(signInP95Ms)} ms at the 95th percentile`)
report(
	{
		suite: 'pdfload',
		figures: {
			...{ atOnce: AT_ONCE, rounds: options.rounds, files: hashes.size, ...counts },
			...{ reportP50Ms: percentile(reportsMs, 0.5), reportP95Ms: percentile(reportsMs, 0.95) },
			...{ signInP50Ms: percentile(signInMs, 0.5), signInP95Ms },
			...{ compileFormMs: Math.round(compiled.formMs), compileDoneMs: Math.round(compiled.doneMs) },
		},
		failures,
	},
	options,
)

async function run(): Promise<void> {
	await ensureBuilt((line) => progress(options, line))
	now.site = await startProcess({ dataDir, port: PORT })
	const client = clientOf(PORT)
	const files = await filesOf(client)
	const links = linksOf(now.site)
	await warm(client)
	for (let round = 1; round <= options.rounds; round += 1) {
		const isOver = { value: false }
		const signing = signIn(client, { links, isOver })
		// What is compiled grows the log, which every report names: only the other rounds can be compared.
		isCompared = round > 1
		const compiling = round === 1 ? compile(client, links) : Promise.resolve()
		await Promise.all(
			Array.from({ length: AT_ONCE }, (_, at) => {
				const path = files[Math.floor(random() * files.length)] ?? ''
				// A query of its own: no answer is one that was kept for the address.
				return readReport(client, path, {
					query: `?r=${String(round)}.${String(at)}`,
					from: visitor(round, at),
				})
			}),
		)
		await compiling
		isOver.value = true
		await signing
		progress(options, `round ${String(round)}: sign-in p95 ${String(percentile(signInMs, 0.95))} ms`)
	}
	client.leave()
	await again(files)
}

/** The first of everything takes longer: it is not what is measured. */
async function warm(client: Client): Promise<void> {
	for (let turn = 0; turn < 5; turn += 1) {
		const from = `10.251.0.${String(turn)}`
		await client.ask('/en/sign-in', { from })
		await client.ask('/en/sign-in', { from, form: { email: `warm-${String(turn)}@address.invalid` } })
	}
}

/** The reports of every plan, in both languages. */
async function filesOf(client: Client): Promise<readonly string[]> {
	const { bytes } = await client.ask('/api/v1/plans', { from: OFFICE })
	const { items } = z
		.object({ items: z.array(z.object({ id: z.string() })) })
		.parse(JSON.parse(bytes.toString()))
	return items.flatMap(({ id }) =>
		['progress-report', 'divergence-report'].flatMap((name) =>
			['en', 'id'].map((language) => `/files/plans/${id}/${name}.${language}.pdf`),
		),
	)
}

/** Asks until the file is there, as often and as late as it is told. */
async function readReport(
	client: Client,
	path: string,
	{ query, from }: { readonly query: string; readonly from: string },
): Promise<void> {
	const begun = performance.now()
	for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
		const answer = await client.ask(path + query, { from })
		if (answer.status === 200) {
			counts.reports += 1
			reportsMs.push(performance.now() - begun)
			same(path, answer)
			return
		}
		const waitS = Number(answer.headers['retry-after'] ?? Number.NaN)
		if (![429, 503].includes(answer.status) || !(waitS > 0)) {
			counts.otherStatus += 1
			failures.push(`${path}: ${String(answer.status)} ${answer.bytes.toString().slice(0, 200)}`)
			return
		}
		counts.toldToWait += 1
		await wait(waitS * 1_000)
	}
	failures.push(`${path}: still not there after ${String(MOST_TRIES)} tries`)
}

function same(path: string, { bytes }: Answered): void {
	const hash = hashOf(bytes)
	if (bytes.subarray(0, 5).toString() !== '%PDF-') failures.push(`${path}: no PDF`)
	if (!isCompared) return
	if ((hashes.get(path) ?? hash) !== hash) failures.push(`${path}: equal content, other bytes`)
	hashes.set(path, hash)
}

function visitor(round: number, at: number): string {
	return at % 2 === 0 ? OFFICE : `203.0.${String(round)}.${String(at)}`
}

type Signing = { readonly links: string[]; readonly isOver: { readonly value: boolean } }

/** People sign in one after the other: with a link while there are some, else they ask for one. */
async function signIn(client: Client, { links, isOver }: Signing): Promise<void> {
	for (let turn = 0; !isOver.value; turn += 1) {
		const from = turn % 3 === 0 ? OFFICE : `192.0.2.${String(counts.signIns % 250)}`
		const page = await client.ask('/en/sign-in', { from })
		const link = links.pop()
		const answer = link
			? await client.ask('/en/sign-in/link', { from, form: { token: link } })
			: await client.ask('/en/sign-in', {
					...{ from: `10.${String(turn % 250)}.${String(counts.signIns % 250)}.9` },
					form: { email: `nobody-${String(counts.signIns)}@address.invalid` },
				})
		for (const [what, one] of Object.entries({ page, answer })) {
			counts.signIns += 1
			signInMs.push(one.ms)
			if (![200, 303].includes(one.status)) failures.push(`sign-in ${what}: ${String(one.status)}`)
		}
		await wait(50)
	}
}

/** The tokens of the one-time links that the terminal shows; the one of a point of contact stands first. */
function linksOf(site: SiteProcess): string[] {
	const found = site.said.flatMap((line) => {
		const [, roles, link] = /^ {2}([A-Z_, ]+?) {2}.* {2}(http\S+)$/.exec(line) ?? []
		return link
			? [{ isPoc: roles?.includes('POC') === true, token: new URL(link).searchParams.get('token') ?? '' }]
			: []
	})
	return found.sort((a, b) => Number(b.isPoc) - Number(a.isPoc)).map(({ token }) => token)
}

/** A point of contact compiles in the middle of it; the file that comes is the one that its act seals, in parts too. */
async function compile(client: Client, links: string[]): Promise<void> {
	const from = '192.0.2.251'
	const token = links.shift() ?? ''
	const signedIn = await client.ask('/en/sign-in/link', { from, form: { token } })
	const cookie = (signedIn.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
	const poc = (await client.ask('/en/poc', { from, headers: { cookie } })).bytes.toString()
	const form = /\/en\/poc\/plans\/[a-z0-9-]+\/report/.exec(poc)?.[0] ?? ''
	const begun = performance.now()
	const job = await client.ask(form, { from, form: {}, headers: { cookie } })
	compiled.formMs = job.ms
	for (;;) {
		const page = await client.ask(job.headers.location ?? '', { from, headers: { cookie } })
		const recordId = /\/poc\/reports\/([0-9a-f]+)$/.exec(page.headers.location ?? '')?.[1]
		if (recordId !== undefined) {
			compiled.doneMs = performance.now() - begun
			return sealed(client, recordId)
		}
		if (page.status !== 200) return void failures.push(`the job's page: ${String(page.status)}`)
		await wait(500)
	}
}

async function sealed(client: Client, recordId: string): Promise<void> {
	const path = `/files/reports/${recordId}.id.pdf`
	const whole = await client.ask(path, { from: OFFICE })
	const half = Math.floor(whole.bytes.length / 2)
	const parts = await Promise.all(
		[`bytes=0-${String(half - 1)}`, `bytes=${String(half)}-`].map((range) =>
			client.ask(path, { from: OFFICE, headers: { range } }),
		),
	)
	const tag = `"${hashOf(whole.bytes)}"`
	if (whole.status !== 200 || whole.headers.etag !== tag) failures.push(`${path}: not the sealed file`)
	if (parts.some(({ status }) => status !== 206)) failures.push(`${path}: no parts`)
	if (!Buffer.concat(parts.map(({ bytes }) => bytes)).equals(whole.bytes))
		failures.push(`${path}: the parts are not the whole`)
}

/** The next process draws the same bytes. */
async function again(files: readonly string[]): Promise<void> {
	const some = files.slice(0, options.isQuick ? 4 : 12)
	const read = async (): Promise<readonly string[]> => {
		const client = clientOf(PORT)
		const found: string[] = []
		for (const path of some) found.push(hashOf((await client.ask(path, { from: OFFICE })).bytes))
		client.leave()
		return found
	}
	const before = await read()
	await now.site?.kill()
	now.site = await startProcess({ dataDir, port: PORT })
	const after = await read()
	counts.restarted = after.length
	some.forEach((path, at) => {
		if (before[at] !== after[at]) failures.push(`${path}: other bytes in the next process`)
	})
}
