import { PAGE_NOUNS } from '#app/domain/public-page/view.ts'
import type { PageNoun } from '#app/domain/public-page/view.ts'
import { Refusal } from '#app/domain/refusal.ts'

/** A part of the site map: the pages that are there once, or so many of a kind, counted from 1. */
export type SiteMapPart = { readonly of: 'PAGES' } | { readonly of: PageNoun; readonly part: number }

const PART = /^([a-z]+)-([1-9]\d{0,4})\.xml$/

/** Which part of the site map an address asks for; what cannot be one is not found. */
export function siteMapPartFrom(file: string | undefined): SiteMapPart {
	if (file === 'pages.xml') return { of: 'PAGES' }
	const [, noun, part] = PART.exec(file ?? '') ?? []
	const of = PAGE_NOUNS.find((known) => known === noun)
	if (of === undefined) throw new Refusal('not_found')
	return { of, part: Number(part) }
}
