export type Ratio = {
	readonly name: string
	/** Unit: milliseconds. */
	readonly ours: number
	readonly other: number
	/** Largest ratio that is accepted; null: shown for comparison only. */
	readonly atMost: number | null
}

/** The middle value; of an even number the lower one. */
export function median(values: readonly number[]): number {
	const ordered = [...values].sort((a, b) => a - b)
	return ordered[Math.floor((ordered.length - 1) / 2)] ?? Number.NaN
}

/** Prints the ratios, as a table or with `--json` as JSON, and makes the process fail where one is broken. */
export function report(bench: string, ratios: readonly Ratio[]): void {
	const rows = ratios.map(({ name, ours, other, atMost }) => {
		const ratio = ours / other
		return {
			name,
			oursMs: round(ours),
			otherMs: round(other),
			ratio: Math.round(ratio * 100) / 100,
			atMost,
			holds: atMost === null || ratio <= atMost,
		}
	})
	if (process.argv.includes('--json'))
		process.stdout.write(`${JSON.stringify({ bench, rows }, null, '\t')}\n`)
	else for (const row of rows) process.stdout.write(`${line(row)}\n`)
	if (rows.some((row) => !row.holds)) process.exitCode = 1
}

type Row = {
	name: string
	oursMs: number
	otherMs: number
	ratio: number
	atMost: number | null
	holds: boolean
}

function line({ name, oursMs, otherMs, ratio, atMost, holds }: Row): string {
	const bound = atMost === null ? 'for comparison' : `${holds ? 'holds' : 'BROKEN'}: at most ${atMost}`
	return `${name.padEnd(48)} ${String(oursMs).padStart(9)} ms ${String(otherMs).padStart(9)} ms   × ${ratio}   (${bound})`
}

function round(ms: number): number {
	return Math.round(ms * 10) / 10
}
