import { feedStyle } from '#app/export/feed-style.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { wordsIn } from '#reports/document/words.ts'

/** How a browser shows a feed as a page. */
export const loader = guardedLoader('public', ({ locale }) =>
	Promise.resolve(
		new Response(feedStyle(wordsIn(locale)), { headers: { 'Content-Type': 'text/xsl; charset=utf-8' } }),
	),
)
