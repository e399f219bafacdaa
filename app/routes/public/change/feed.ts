import { recordHref } from '#app/components/addresses.ts'
import { changeFeedHref, changesHref, feedStyleHref } from '#app/components/change-log/addresses.ts'
import { listChanges } from '#app/domain/change-log/queries.server.ts'
import type { Change } from '#app/domain/change-log/view.ts'
import { changeFeed } from '#app/export/change-feed.ts'
import { scopeFrom } from '#app/http/change-scope.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { wordsIn } from '#reports/document/words.ts'

/** The newest changes as a feed. */
export const loader = guardedLoader('public', async ({ ctx, params, locale, load }) => {
	const scope = scopeFrom(params)
	const { name, changes } = await listChanges(ctx, scope)
	const { baseUrl } = load.config
	const addresses = {
		feed: `${baseUrl}${changeFeedHref(locale, scope)}`,
		page: `${baseUrl}${changesHref(locale, scope)}`,
		recordOf: ({ recordId, version }: Change) =>
			`${baseUrl}${recordHref(locale, recordId)}?version=${String(version)}`,
	}
	const of = { name, changes, addresses, stylesheet: feedStyleHref(locale) }
	const atom = changeFeed(of, wordsIn(locale))
	return new Response(atom, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
})
