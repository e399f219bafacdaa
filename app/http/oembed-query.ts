import { z } from 'zod'
import { Refusal } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'

const size = z.coerce.number().int().min(1).max(100_000).optional()

/** What oEmbed asks with. Source: https://oembed.com, 2.2. */
export const OembedQuery = z.strictObject({
	url: z.string().max(1_000).optional(),
	format: z.string().max(20).optional(),
	maxwidth: size,
	maxheight: size,
})

/** Where a page of this site leads that can be shown in a frame. */
export type Framed =
	| { readonly of: 'CHART'; readonly locale: Locale; readonly chart: string; readonly about: string }
	| { readonly of: 'COMMITMENT'; readonly locale: Locale; readonly id: string }

const CHART = /^\/([a-z]{2})\/(?:embed\/)?charts\/([^/]+)\/([^/]+)$/
const COMMITMENT = /^\/([a-z]{2})\/(?:embed\/)?commitments\/([^/]+)$/

/** The chart or commitment that an address of this site shows. Refuses with `not_found` what is none of them. */
export function framedAt(address: string, baseUrl: string): Framed {
	const url = URL.parse(address)
	if (!url || url.origin !== new URL(baseUrl).origin) throw new Refusal('not_found')
	const [, chartLocale, chart, about] = CHART.exec(url.pathname) ?? []
	if (isLocale(chartLocale) && chart !== undefined && about !== undefined)
		return { of: 'CHART', locale: chartLocale, chart, about }
	const [, locale, id] = COMMITMENT.exec(url.pathname) ?? []
	if (!isLocale(locale) || id === undefined) throw new Refusal('not_found')
	return { of: 'COMMITMENT', locale, id }
}
