import { mappedPages, mappedPlaces } from '#app/components/layout/mapped-pages.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { listPublicPages } from '#app/domain/public-page/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { siteMapPart } from '#app/export/site-map-xml.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { siteMapPartFrom } from '#app/http/site-map-part-from.ts'
import { xmlAnswer } from '#app/http/xml-answer.server.ts'

/** One part of the site map: `pages.xml`, or `<kind>-<part>.xml`. */
export const loader = guardedLoader('public', async ({ ctx, params, load }) => {
	const { baseUrl } = load.config
	const asked = siteMapPartFrom(params.file)
	if (asked.of === 'PAGES') return xmlAnswer(siteMapPart(mappedPlaces(baseUrl)))
	await keepLists(ctx)
	const pages = await listPublicPages(ctx, asked.of, asked.part)
	if (pages.length === 0) throw new Refusal('not_found')
	return xmlAnswer(siteMapPart(mappedPages(asked.of, pages, baseUrl)))
})
