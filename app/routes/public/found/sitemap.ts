import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { countPublicPages } from '#app/domain/public-page/queries.server.ts'
import { partsOf } from '#app/domain/public-page/rules.ts'
import { PAGE_NOUNS } from '#app/domain/public-page/view.ts'
import { siteMapIndex } from '#app/export/site-map-xml.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { xmlAnswer } from '#app/http/xml-answer.server.ts'

/** The parts of the site map. */
export const loader = guardedLoader('public', async ({ ctx, load }) => {
	await keepLists(ctx)
	const counts = await countPublicPages(ctx)
	const parts = PAGE_NOUNS.flatMap((noun) =>
		Array.from({ length: partsOf(counts[noun]) }, (_, at) => `${noun}-${String(at + 1)}.xml`),
	)
	return xmlAnswer(
		siteMapIndex(['pages.xml', ...parts].map((file) => `${load.config.baseUrl}/sitemaps/${file}`)),
	)
})
