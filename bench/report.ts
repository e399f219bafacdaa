import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Made } from './report/worker.ts'

/**
 * The progress report, made several ways from the same blocks. Of the fifth U.S. plan (36 commitments, 70 milestones,
 * real texts): our tagged PDF, pdfmake (untagged) and Chromium's print to PDF (untagged, no bookmarks). Of a plan with
 * the same texts over and over (500 commitments): ours, and PDFKit with rows that are measured by hand and tagged.
 * Each way has a process of its own; they take turns report by report, so that a busy machine weighs on all alike.
 *
 * warm    median of further reports in a process that has made some (for Chromium: the browser is running)
 * cold    from the start of the process to its first report (for Chromium: with the start of the browser)
 * memory  peak resident size of the process when its first report is made; Chromium's own processes are not counted
 *
 * The bounds are on warm time and on memory; cold times are printed to be known.
 */
const WAYS = {
	ours: { way: 'renaksi', plan: 'us', name: 'this report, tagged' },
	pdfmake: { way: 'pdfmake', plan: 'us', name: 'pdfmake, untagged' },
	chromium: { way: 'chromium', plan: 'us', name: 'Chromium print' },
	oursLarge: { way: 'renaksi', plan: 'large', name: 'this report, tagged' },
	pdfkitLarge: { way: 'pdfkit', plan: 'large', name: 'PDFKit by hand, tagged' },
} as const
type Way = keyof typeof WAYS

type Result = {
	readonly coldMs: number
	readonly warmMs: number
	readonly peakRssBytes: number
	readonly bytes: number
	readonly pages: number
}

const MIB = 2 ** 20

/** Growth is bounded at 5 times the time for 13.6 times the pages, whatever the number of pages is. */
const BOUNDS = {
	timeToPdfmake: 0.35,
	timeToChromium: 0.35,
	memoryToPdfmake: 1.2,
	timeToPdfkit: 0.8,
	memoryToPdfkit: 0.8,
	growthPerPage: 5 / 13.6,
	largeBytes: 300 * MIB,
}

const isQuick = process.argv.includes('--quick')

/** How often each plan is drawn: processes, reports before any is counted as warm, reports that are. */
const TIMES = {
	us: isQuick ? { processes: 1, before: 3, counted: 9 } : { processes: 3, before: 3, counted: 15 },
	large: isQuick ? { processes: 1, before: 1, counted: 3 } : { processes: 2, before: 1, counted: 5 },
}

/** Every way has the heap for what is soon gone that the drawing thread of a site has: app/drawing gives it 4 MB, three semi-spaces. */
const EXEC_ARGV = ['--import', 'tsx', '--max-semi-space-size=1']

const worker = fileURLToPath(new URL('./report/worker.ts', import.meta.url))

type Running = { readonly process: ChildProcess; readonly made: Made[] }

/** Starts one way alone and waits for its first report. */
async function start(name: Way): Promise<Running> {
	const { way, plan } = WAYS[name]
	const running = { process: fork(worker, [way, plan], { execArgv: EXEC_ARGV }), made: [] }
	await receive(running)
	return running
}

async function receive({ process: child, made }: Running): Promise<void> {
	const [answer] = (await once(child, 'message')) as [Made]
	made.push(answer)
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Makes a plan's reports, each way in its turn. */
async function compare(plan: 'us' | 'large'): Promise<Partial<Record<Way, Result>>> {
	const names = (Object.keys(WAYS) as Way[]).filter((name) => WAYS[name].plan === plan)
	const { processes, before, counted } = TIMES[plan]
	const all = new Map<Way, Running[]>(names.map((name) => [name, []]))
	for (let turn = 0; turn < processes; turn += 1) {
		const running = new Map<Way, Running>()
		for (const name of names) running.set(name, await start(name))
		for (let report = 0; report < before + counted; report += 1) {
			for (const way of running.values()) {
				way.process.send('one more')
				await receive(way)
			}
		}
		for (const [name, way] of running) {
			all.get(name)?.push(way)
			way.process.send('stop')
			await once(way.process, 'exit')
		}
	}
	return Object.fromEntries([...all].map(([name, runs]) => [name, resultOf(runs, before)]))
}

function resultOf(runs: readonly Running[], before: number): Result {
	return {
		coldMs: median(runs.flatMap((run) => run.made[0]?.sinceStartMs ?? [])),
		warmMs: median(runs.flatMap((run) => run.made.slice(1 + before).map((made) => made.ms))),
		peakRssBytes: median(runs.flatMap((run) => run.made[0]?.peakRssBytes ?? [])),
		bytes: runs[0]?.made[0]?.bytes ?? 0,
		pages: runs[0]?.made[0]?.pages ?? 0,
	}
}

function ratiosOf({ ours, pdfmake, chromium, oursLarge, pdfkitLarge }: Record<Way, Result>) {
	return {
		warmToPdfmake: ours.warmMs / pdfmake.warmMs,
		coldToPdfmake: ours.coldMs / pdfmake.coldMs,
		warmToChromium: ours.warmMs / chromium.warmMs,
		coldToChromium: ours.coldMs / chromium.coldMs,
		memoryToPdfmake: ours.peakRssBytes / pdfmake.peakRssBytes,
		warmToPdfkit: oursLarge.warmMs / pdfkitLarge.warmMs,
		coldToPdfkit: oursLarge.coldMs / pdfkitLarge.coldMs,
		memoryToPdfkit: oursLarge.peakRssBytes / pdfkitLarge.peakRssBytes,
		growth: oursLarge.warmMs / ours.warmMs,
		growthOfPages: oursLarge.pages / ours.pages,
	}
}

const results = { ...(await compare('us')), ...(await compare('large')) } as Record<Way, Result>
const ratios = ratiosOf(results)
const checks: readonly (readonly [what: string, measured: number, bound: number])[] = [
	['warm time to pdfmake', ratios.warmToPdfmake, BOUNDS.timeToPdfmake],
	['warm time to Chromium', ratios.warmToChromium, BOUNDS.timeToChromium],
	['memory to pdfmake', ratios.memoryToPdfmake, BOUNDS.memoryToPdfmake],
	['warm time to PDFKit', ratios.warmToPdfkit, BOUNDS.timeToPdfkit],
	['memory to PDFKit', ratios.memoryToPdfkit, BOUNDS.memoryToPdfkit],
	[
		`growth, for ${ratios.growthOfPages.toFixed(1)} × the pages`,
		ratios.growth,
		BOUNDS.growthPerPage * ratios.growthOfPages,
	],
	['memory of 500 commitments, MiB', results.oursLarge.peakRssBytes / MIB, BOUNDS.largeBytes / MIB],
]
const holds = checks.every(([, measured, bound]) => measured <= bound)

function table(): string {
	const row = (cells: readonly string[]) =>
		cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(11))).join('')
	const line = (way: Way) => {
		const { warmMs, coldMs, peakRssBytes, bytes, pages } = results[way]
		const memory = way === 'chromium' ? '-' : `${(peakRssBytes / MIB).toFixed(0)} MiB`
		const size = `${(bytes / 1024).toFixed(0)} KiB`
		return row([
			WAYS[way].name,
			`${warmMs.toFixed(0)} ms`,
			`${coldMs.toFixed(0)} ms`,
			memory,
			size,
			String(pages),
		])
	}
	const head = row(['', 'warm', 'cold', 'memory', 'size', 'pages'])
	const times = ({ processes, counted }: (typeof TIMES)['us']) =>
		`medians of ${String(processes)} × ${String(counted)} reports, taken in turns`
	return [
		`U.S. plan, 36 commitments, 70 milestones; ${times(TIMES.us)}`,
		head,
		...(['ours', 'pdfmake', 'chromium'] as const).map(line),
		'',
		`The same texts in 500 commitments; ${times(TIMES.large)}`,
		head,
		...(['oursLarge', 'pdfkitLarge'] as const).map(line),
		'',
		row(['', 'measured', 'bound']),
		...checks.map(([what, measured, bound]) => row([what, measured.toFixed(2), bound.toFixed(2)])),
		holds ? 'The bounds hold.' : 'A bound is broken.',
	].join('\n')
}

process.stdout.write(
	`${process.argv.includes('--json') ? JSON.stringify({ results, ratios, bounds: BOUNDS, holds }) : table()}\n`,
)
process.exitCode = holds ? 0 : 1
