import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Made } from './report/worker.ts'

/**
 * The progress report of the fifth U.S. plan (36 commitments, 70 milestones, real texts), made three ways from the
 * same blocks: our tagged PDF, pdfmake (untagged) and Chromium's print to PDF (untagged, no bookmarks). Each way
 * has a process of its own; they take turns report by report, so that a busy machine weighs on all alike.
 *
 * warm    median of further reports in a process that has made some (for Chromium: the browser is running)
 * cold    from the start of the process to its first report (for Chromium: with the start of the browser)
 * memory  peak resident size of the process; Chromium's own processes are not counted
 *
 * The bounds are on warm time and on memory; cold times are printed to be known.
 */
const WAYS = ['renaksi', 'pdfmake', 'chromium'] as const
type Way = (typeof WAYS)[number]

type Result = {
	readonly coldMs: number
	readonly warmMs: number
	readonly peakRssBytes: number
	readonly bytes: number
	readonly pages: number
}

const BOUNDS = { timeToPdfmake: 0.7, timeToChromium: 0.7, memoryToPdfmake: 1.2 }

/** Reports that every process makes before its reports are counted as warm. */
const WARM_UP = 3

const worker = fileURLToPath(new URL('./report/worker.ts', import.meta.url))

type Running = { readonly process: ChildProcess; readonly made: Made[] }

/** Starts one way alone and waits for its first report. */
async function start(way: Way): Promise<Running> {
	const running = { process: fork(worker, [way], { execArgv: ['--import', 'tsx'] }), made: [] }
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

async function compare(processes: number, reports: number): Promise<Record<Way, Result>> {
	const all: Record<Way, Running[]> = { renaksi: [], pdfmake: [], chromium: [] }
	for (let turn = 0; turn < processes; turn += 1) {
		const three: Record<Way, Running> = {
			renaksi: await start('renaksi'),
			pdfmake: await start('pdfmake'),
			chromium: await start('chromium'),
		}
		for (let report = 0; report < WARM_UP + reports; report += 1) {
			for (const way of WAYS) {
				three[way].process.send('one more')
				await receive(three[way])
			}
		}
		for (const way of WAYS) {
			all[way].push(three[way])
			three[way].process.send('stop')
			await once(three[way].process, 'exit')
		}
	}
	return { renaksi: resultOf(all.renaksi), pdfmake: resultOf(all.pdfmake), chromium: resultOf(all.chromium) }
}

function resultOf(runs: readonly Running[]): Result {
	return {
		coldMs: median(runs.flatMap((run) => run.made[0]?.sinceStartMs ?? [])),
		warmMs: median(runs.flatMap((run) => run.made.slice(1 + WARM_UP).map((made) => made.ms))),
		peakRssBytes: median(runs.flatMap((run) => run.made.at(-1)?.peakRssBytes ?? [])),
		bytes: runs[0]?.made[0]?.bytes ?? 0,
		pages: runs[0]?.made[0]?.pages ?? 0,
	}
}

function ratiosOf({ renaksi, pdfmake, chromium }: Record<Way, Result>) {
	return {
		warmToPdfmake: renaksi.warmMs / pdfmake.warmMs,
		coldToPdfmake: renaksi.coldMs / pdfmake.coldMs,
		warmToChromium: renaksi.warmMs / chromium.warmMs,
		coldToChromium: renaksi.coldMs / chromium.coldMs,
		memoryToPdfmake: renaksi.peakRssBytes / pdfmake.peakRssBytes,
	}
}

const [processes, reports] = process.argv.includes('--quick') ? [1, 9] : [3, 15]
const results = await compare(processes, reports)
const ratios = ratiosOf(results)
const holds =
	ratios.warmToPdfmake <= BOUNDS.timeToPdfmake &&
	ratios.warmToChromium <= BOUNDS.timeToChromium &&
	ratios.memoryToPdfmake <= BOUNDS.memoryToPdfmake

function table(): string {
	const row = (cells: readonly string[]) =>
		cells.map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(12))).join('')
	const line = (way: Way, name: string) => {
		const { warmMs, coldMs, peakRssBytes, bytes, pages } = results[way]
		const memory = way === 'chromium' ? '-' : `${(peakRssBytes / 2 ** 20).toFixed(0)} MiB`
		return row([
			name,
			`${warmMs.toFixed(0)} ms`,
			`${coldMs.toFixed(0)} ms`,
			memory,
			`${(bytes / 1024).toFixed(0)} KiB`,
			String(pages),
		])
	}
	return [
		`U.S. plan, 36 commitments, 70 milestones; medians of ${String(processes)} × ${String(reports)} reports, taken in turns`,
		row(['', 'warm', 'cold', 'memory', 'size', 'pages']),
		line('renaksi', 'this report, tagged'),
		line('pdfmake', 'pdfmake, untagged'),
		line('chromium', 'Chromium print'),
		'',
		row(['ratio', 'warm', 'cold', 'memory', 'bound']),
		row([
			'to pdfmake',
			ratios.warmToPdfmake.toFixed(2),
			ratios.coldToPdfmake.toFixed(2),
			ratios.memoryToPdfmake.toFixed(2),
			'0.70 / 1.20',
		]),
		row(['to Chromium', ratios.warmToChromium.toFixed(2), ratios.coldToChromium.toFixed(2), '-', '0.70']),
		holds ? 'The bounds hold (warm time and memory).' : 'A bound is broken.',
	].join('\n')
}

process.stdout.write(
	`${process.argv.includes('--json') ? JSON.stringify({ results, ratios, bounds: BOUNDS, holds }) : table()}\n`,
)
process.exitCode = holds ? 0 : 1
