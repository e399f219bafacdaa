import { Feed } from 'feed'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Change } from '#app/domain/change-log/view.ts'
import { changeInWords, changeLine, publisherOf } from '#reports/document/change-words.ts'
import type { Words } from '#reports/document/words.ts'
import { xmlText } from './xml-text.ts'

type FeedOf = {
	/** What it is of; null for the whole site. */
	readonly name: Bilingual | null
	readonly changes: readonly Change[]
	/** Addresses with the site's name: of the feed, of the same list as a page, and of a version of a record. */
	readonly addresses: {
		readonly feed: string
		readonly page: string
		readonly recordOf: (change: Change) => string
	}
	/** How browsers show it; on the site itself. */
	readonly stylesheet: string
}

/** What was published as an Atom feed (RFC 4287): an entry per version of a record, under its lasting address. */
export function changeFeed({ name, changes, addresses, stylesheet }: FeedOf, words: Words): string {
	const { say, locale } = words
	const of = name === null ? null : (textIn(name, locale)?.text ?? null)
	const feed = new Feed({
		id: addresses.feed,
		title: xmlText(of === null ? say('changes.feed.title') : say('changes.of', { name: of })),
		description: say('changes.lead'),
		link: addresses.page,
		feedLinks: { atom: addresses.feed },
		language: locale,
		updated: new Date(changes[0]?.atMs ?? 0),
		generator: false,
		copyright: say('site.footer.licence'),
		stylesheet,
	})
	for (const change of changes) {
		const href = addresses.recordOf(change)
		feed.addItem({
			id: href,
			link: href,
			title: xmlText(changeLine(change, words)),
			description: xmlText(
				`${changeInWords(change, words)}. ${say('changes.entry', { index: change.index })}`,
			),
			date: new Date(change.atMs),
			author: [{ name: xmlText(publisherOf(change, words)) }],
		})
	}
	return feed.atom1()
}
