import { parseArgs } from 'node:util'

export type SuiteOptions = {
	readonly rounds: number
	/** Printed with the result: the same number repeats the same choices. */
	readonly seed: number
	readonly isQuick: boolean
	readonly isJson: boolean
}

/** What was asked for on the command line: `--rounds N --seed N --quick --json`. */
export function readOptions(defaults: { readonly rounds: number; readonly quick: number }): SuiteOptions {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string' },
			seed: { type: 'string' },
			quick: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	})
	const isQuick = values.quick
	return {
		rounds: wholeNumber('rounds', values.rounds) ?? (isQuick ? defaults.quick : defaults.rounds),
		seed: wholeNumber('seed', values.seed) ?? Math.floor(performance.timeOrigin % 1_000_000),
		isQuick,
		isJson: values.json,
	}
}

function wholeNumber(name: string, text: string | undefined): number | null {
	if (text === undefined) return null
	if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number`)
	return Number(text)
}

/** Numbers from 0 to below 1 that look like chance and are the same for the same seed. */
export function chance(seed: number): () => number {
	let state = seed >>> 0
	return () => {
		state = (state + 0x9e3779b9) >>> 0
		let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
		return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
	}
}
