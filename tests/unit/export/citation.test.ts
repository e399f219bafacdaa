import { expect, test } from 'vitest'
import type { Citation } from '#app/domain/citation/view.ts'
import { citationIn } from '#app/export/citation.ts'

const cited: Citation = {
	of: 'COMMITMENT',
	title: 'Open {budgets} & 100% of\nthem_all \\ ~ever~',
	by: 'Ministry of Finance, Kenya',
	on: '2026-07-16',
	version: 2,
	id: 'k1',
	href: 'https://renaksi.example/en/records/k1?version=2',
	checkpoint: { size: 12, root: '00ff00ff00ff00ff' },
}
const words = { site: 'Renaksi', note: 'Public log with 12 entries' }

test('BibTeX names an organization as one author, and nothing in a title is an order to TeX', () => {
	const text = citationIn('bibtex', cited, words)
	expect(text).toContain('author = {{Ministry of Finance, Kenya}}')
	expect(text).toContain(
		'Open \\{budgets\\} \\& 100\\% of them\\_all \\textbackslash{} \\textasciitilde{}ever',
	)
	expect(text).toContain('version = {2}')
	const bare = text.replace(/\\[{}]/g, '')
	expect(bare.split('{')).toHaveLength(bare.split('}').length)
})

test('RIS keeps each field on one line, and an organization whole', () => {
	const lines = citationIn('ris', cited, words).replace(/\n$/, '').split('\n')
	expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
	expect(lines[0]).toBe('TY  - ELEC')
	expect(lines.at(-1)).toBe('ER  - ')
	expect(lines).toContain('DA  - 2026/07/16')
})

test('CSL-JSON reads back as it was written', () => {
	const [item] = JSON.parse(citationIn('csl-json', cited, words)) as [Record<string, unknown>]
	expect(item.title).toBe(cited.title)
	expect(item.author).toEqual([{ literal: cited.by }])
	expect(item.issued).toEqual({ 'date-parts': [[2026, 7, 16]] })
})

test.each(['bibtex', 'ris', 'csl-json'] as const)('what is not known is left out of %s', (form) => {
	const unknown = { ...cited, by: null, on: null, version: null }
	const text = citationIn(form, unknown, { ...words, note: null })
	expect(text).not.toMatch(/null|undefined|author|AU {2}-|issued|PY {2}-/)
})
