import type { CalendarDay } from '#app/domain/calendar.ts'
import { escaped } from './xml-text.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A page in every language: its addresses, and the day of the newest act on it where the log knows one. */
export type MappedPage = {
	/** Whole addresses by language. */
	readonly at: Readonly<Record<string, string>>
	readonly lastActOn: CalendarDay | null
}

/** A site map that names its parts. */
export function siteMapIndex(parts: readonly string[]): string {
	const items = parts.map((part) => `<sitemap><loc>${escaped(part)}</loc></sitemap>`)
	return `${XML}<sitemapindex xmlns="${NAMESPACE}">\n${items.join('\n')}\n</sitemapindex>\n`
}

/**
 * One part of a site map: each page once per language, every time with all its languages.
 *
 * Source  sitemaps.org protocol 0.9; alternates in the way of Google's "localized versions of your pages"
 */
export function siteMapPart(pages: readonly MappedPage[]): string {
	const urls = pages.flatMap(({ at, lastActOn }) => {
		const others = Object.entries(at).map(
			([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escaped(href)}"/>`,
		)
		const day = lastActOn === null ? '' : `<lastmod>${lastActOn}</lastmod>`
		return Object.values(at).map((href) => `<url><loc>${escaped(href)}</loc>${day}${others.join('')}</url>`)
	})
	return `${XML}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}
