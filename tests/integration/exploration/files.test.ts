import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spokenExploration } from '#app/charts/spoken-exploration.ts'
import { EXPLORE_FILES, exploreFileHref } from '#app/components/exploration/addresses.ts'
import { GROUPS, MEASURES, PARTS_OF } from '#app/domain/exploration/rules.ts'
import { formatIn } from '#app/i18n/format.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { SmallSite } from '../http/small-site.ts'
import { wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite

beforeAll(async () => {
	site = await wholeSite()
	await site.database.db.member.updateMany({ data: { isDemonstration: false } })
}, 120_000)
afterAll(() => site.close())

const TYPES: Readonly<Record<(typeof EXPLORE_FILES)[number], string>> = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/json',
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
}

describe.each(LOCALES)('counts as files in %s', (locale) => {
	test.each(EXPLORE_FILES)('%s', async (file) => {
		const { status, headers, body } = await site.ask(
			exploreFileHref(file, locale, { measure: 'claimed', group: 'plan' }),
		)
		expect([status, headers['content-type']]).toEqual([200, TYPES[file]])
		expect(body.length).toBeGreaterThan(100)
	})

	test('drawing and table of every choice say the same numbers', async () => {
		for (const measure of MEASURES) {
			for (const group of GROUPS) {
				const asked = { measure, group }
				const drawn = (await site.ask(exploreFileHref('svg', locale, asked))).body.toString()
				const table = JSON.parse(
					(await site.ask(exploreFileHref('json', locale, asked))).body.toString(),
				) as {
					items: { cells: { text: string }[] }[]
					message: string
				}
				expect(table.message).not.toContain('explore.')
				expect(JSON.stringify(table.items)).not.toMatch(/explore\.|commitments\.level|divergence\./)
				const values = [...drawn.matchAll(/data-row="(\d+)" data-column="(\d+)" data-value="([^"]+)"/g)]
				expect(values.length).toBeGreaterThan(0)
				for (const [, row, column, value] of values)
					expect(table.items[Number(row)]?.cells[Number(column)]?.text, `${measure} ${group}`).toBe(value)
			}
		}
	})
})

test.each([
	['a measure that there is none of', '/files/explore/counts.csv?measure=people', 400],
	['a group that there is none of', '/files/explore/counts.json?group=author', 400],
	['a part that lists do not know', '/files/explore/counts.csv?sort=salt', 400],
	['words of 500 letters', `/files/explore/counts.csv?q=${'a'.repeat(500)}`, 400],
	['another file', '/files/explore/counts.exe', 404],
	['a folder', '/files/explore/..%2fcounts.csv', 404],
	['a page with a measure that there is none of', '/en/explore?measure=people', 400],
	['a page of pages', '/id/explore?page=1000000000', 400],
	['a language that there is none of', '/xx/explore', 404],
])('%s: %s', async (_what, path, status) => {
	expect((await site.ask(path)).status).toBe(status)
})

test('an address of ten thousand letters is too long', async () => {
	expect((await site.ask(`/files/explore/counts.csv?q=${'a'.repeat(10_000)}`)).status).toBe(414)
})

test('with nothing published the sentence says so, and nothing is drawn as 0', () => {
	for (const locale of LOCALES) {
		const words = { say: sayIn(locale), format: formatIn(locale), locale }
		for (const measure of MEASURES) {
			const totals = PARTS_OF[measure].map(() => 0)
			const none = { groups: [], count: 0, asOfOn: '2026-11-23', ledgerSize: 0, totals }
			const spoken = spokenExploration({ measure, group: 'member', ...none }, words)
			expect([spoken.isEmpty, spoken.message]).toEqual([true, words.say('explore.message.none')])
			expect(spoken.drawing.shapes.filter(({ kind }) => kind === 'box')).toEqual([])
		}
	}
})
