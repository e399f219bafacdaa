/**
 * A number as people wrote it: a spreadsheet that took `2.2` for a decimal fraction stores `2.2000000000000002`.
 */
export function withoutFloatNoise(text: string): string {
	return /^\d+\.\d{10,}$/.test(text) ? String(Number(Number(text).toPrecision(12))) : text
}

/** A readable key from a published number or name: `C01.1` → `c01-1`; empty where nothing is left. */
export function keyFrom(text: string): string {
	return withoutFloatNoise(text.trim())
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
}

/** A short key: cut at a word, within a length that keeps addresses readable. */
export function shortKeyFrom(text: string, longest = 100): string {
	const key = keyFrom(text)
	return key.length <= longest ? key : key.slice(0, key.lastIndexOf('-', longest))
}

/** The key of a milestone within its commitment: `US0113.2` in US0113 → `m2`. */
export function milestoneKey(number: string, commitmentKey: string): string {
	const key = keyFrom(number)
	return key === ''
		? ''
		: `m${key.startsWith(`${commitmentKey}-`) ? key.slice(commitmentKey.length + 1) : key}`
}
