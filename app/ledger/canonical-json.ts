/** A value JSON can hold exactly: what the content of an act is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * The RFC 8785 form of a JSON value: one text for one value, whatever the order of its members.
 *
 * ECMAScript writes literals, numbers and texts as the RFC asks; what is left is the order of members. An import
 * hashes thousands of acts, and the package of this name takes several times as long; a test compares the two.
 *
 * Throws  for what JSON cannot hold (undefined, NaN, lone surrogates).
 */
export function canonicalJson(value: Json): string {
	if (typeof value === 'string') return quoted(value)
	if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON number')
	if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value)
	if (typeof value !== 'object') throw new Error('not a JSON value')
	if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
	// The default order of sort is that of UTF-16 code units.
	const names = Object.keys(value).sort()
	return `{${names.map((name) => `${quoted(name)}:${canonicalJson(member(value, name))}`).join(',')}}`
}

function quoted(text: string): string {
	if (!text.isWellFormed()) throw new Error('text with a lone surrogate cannot be recorded')
	return JSON.stringify(text)
}

function isList(value: object): value is readonly Json[] {
	return Array.isArray(value)
}

function member(value: { readonly [key: string]: Json }, name: string): Json {
	const found = value[name]
	if (found === undefined) throw new Error(`the member ${name} is not a JSON value`)
	return found
}
