/**
 * How many things one part of the site map names. Each stands there once per language.
 *
 * Source  sitemaps.org: at most 50,000 addresses and 50 MB in one file; with what stands beside each address this is a
 *         sixth of both [D].
 */
export const PAGES_PER_PART = 4_000

/** How many parts so many things need; none where there is nothing. */
export function partsOf(count: number): number {
	return Math.ceil(count / PAGES_PER_PART)
}
