import { describe, expect, test } from 'vitest'
import type { Change } from '#app/domain/change-log/view.ts'
import { changeFeed } from '#app/export/change-feed.ts'
import { feedStyle } from '#app/export/feed-style.ts'
import { readXml } from '#app/import/xml-parts.ts'
import { wordsIn } from '#reports/document/words.ts'

const SITE = 'https://renaksi.example'

function aChange(over: Partial<Change> = {}): Change {
	return {
		...{ index: 7, recordId: 'claim-1', version: 1, kind: 'progress-update.published' },
		...{ on: '2026-07-02', atMs: Date.UTC(2026, 6, 2, 3), milestoneId: null, isDemonstration: false },
		organization: { id: 'dinkes', name: { en: null, id: 'Dinas Kesehatan' } },
		...{ member: null, plan: null, commitment: { id: 'c1', name: { en: null, id: 'Posyandu' } } },
		...over,
	}
}

const addresses = {
	feed: `${SITE}/id/plans/brebes-ap1/changes.atom`,
	page: `${SITE}/id/plans/brebes-ap1/changes`,
	recordOf: ({ recordId, version }: Change) => `${SITE}/id/records/${recordId}?version=${String(version)}`,
}
const feedOf = (changes: readonly Change[], locale: 'en' | 'id' = 'id') =>
	changeFeed({ name: null, changes, addresses, stylesheet: '/id/feed.xsl' }, wordsIn(locale))

/** Names of the elements and all text, as a reader of XML hears them. */
function heard(xml: string) {
	const [names, texts]: [string[], string[]] = [[], []]
	const isSound = readXml(new TextEncoder().encode(xml), {
		open: (name) => names.push(name),
		close: () => undefined,
		text: (text) => texts.push(text),
	})
	return { isSound, names, text: texts.join(' ') }
}

describe('a feed of what was published', () => {
	test('has an entry per version of a record, under its lasting address, the newest instant on top', () => {
		const xml = feedOf([aChange({ index: 8, version: 2 }), aChange()])
		const { names, text, isSound } = heard(xml)
		expect(isSound).toBe(true)
		expect(names.filter((name) => name === 'entry')).toHaveLength(2)
		expect(xml).toContain(`${SITE}/id/records/claim-1?version=2`)
		expect(xml).toContain(`href="${SITE}/id/plans/brebes-ap1/changes.atom"`)
		expect(text).toContain('Posyandu')
		expect(text).toContain('Dinas Kesehatan')
		expect(text).toContain('2026-07-02T03:00:00.000Z')
	})

	test('is the same bytes for the same changes, also where there are none', () => {
		expect(feedOf([])).toBe(feedOf([]))
		expect(feedOf([])).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
		expect(feedOf([aChange()])).toBe(feedOf([aChange()]))
	})

	test('takes hostile titles as text', () => {
		const name = '</title><script>alert(1)</script> ]]> \u0007 \ud800 \u202egnp.exe & "q" 東京'
		const { names, text, isSound } = heard(
			feedOf([aChange({ commitment: { id: 'c', name: { en: name, id: null } } })]),
		)
		expect(isSound).toBe(true)
		expect(names).not.toContain('script')
		expect(text).toContain('<script>alert(1)</script>')
		expect(text).toContain('東京')
		expect(text).not.toContain('\u0007')
	})

	test('says of what is invented that it is a demonstration', () => {
		expect(heard(feedOf([aChange({ isDemonstration: true })])).text).toContain('(peragaan)')
		expect(heard(feedOf([aChange()])).text).not.toContain('peragaan')
	})

	test('does not name who withdrew something', () => {
		const xml = feedOf([aChange({ kind: 'verification.withdrawn', organization: null })], 'en')
		expect(heard(xml).text).toContain('not named here')
	})
})

test.each(['en', 'id'] as const)('its style in %s is XML of XSL', (locale) => {
	const { names, isSound } = heard(feedStyle(wordsIn(locale)))
	expect(isSound).toBe(true)
	expect(names[0]).toBe('stylesheet')
	expect(names).toContain('for-each')
})
