import type { SuiteOptions } from './options.ts'

export type Figures = Readonly<Record<string, number | string | boolean | readonly string[] | null>>

/** What a suite found out: figures, and each thing that is not as it must be, in words. */
export type Outcome = {
	readonly suite: string
	readonly figures: Figures
	readonly failures: readonly string[]
}

/** Prints what was found out and makes the process fail where something is not as it must be. */
export function report({ suite, figures, failures }: Outcome, options: SuiteOptions): void {
	const { seed } = options
	const holds = failures.length === 0
	if (options.isJson) print(JSON.stringify({ suite, holds, seed, ...figures, failures }, null, '\t'))
	else {
		print(`${suite}: ${holds ? 'holds' : 'BROKEN'} (--seed ${String(seed)})`)
		for (const [name, value] of Object.entries(figures)) {
			const shown = Array.isArray(value)
				? value.map((line) => `\n    ${String(line)}`).join('')
				: String(value)
			print(`  ${name}: ${shown}`)
		}
		for (const failure of failures) print(`  ✗ ${failure}`)
	}
	if (!holds) process.exitCode = 1
}

/** One line of progress, where people watch; machines get only the result. */
export function progress(options: SuiteOptions, line: string): void {
	if (!options.isJson) process.stderr.write(`${line}\n`)
}

/** The value below which a share of the values lie; the largest of few. */
export function percentile(values: readonly number[], share: number): number {
	const ordered = [...values].sort((a, b) => a - b)
	return Math.round(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0)
}

function print(line: string): void {
	process.stdout.write(`${line}\n`)
}
