import { beforeAll, describe, expect, test, vi } from 'vitest'
import { wordsOf } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import { phrasesOf } from '#reports/pdf/letters.ts'
import { clean } from '#reports/pdf/lines.ts'
import { CODE_BLOCK, EVERY_BLOCK, FRAME } from './every-block.ts'
import { drawnOn } from './page-content.ts'
import type { Drawn } from './page-content.ts'
import { outsideOf, overlapsOf } from './page-checks.ts'
import { dictionaryAt, listAt, readPdf, textOf } from './read-pdf.ts'
import type { Dictionary, Pdf } from './read-pdf.ts'
import { elementsIn, pageRefs, pagesOf, saidIn, structureOf } from './structure.ts'
import type { Element } from './structure.ts'

// No validator of PDF/A and PDF/UA can be installed here, so the rules that a drawing of ours could break are asked
// one by one of the file itself, as another program takes it apart.
// Source  ISO 19005-3 (PDF/A-3), ISO 14289-1 (PDF/UA-1), Matterhorn protocol 1.1

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const BLOCKS = [...EVERY_BLOCK, CODE_BLOCK]

let pdf: Pdf
let root: Dictionary
let pages: readonly Dictionary[]
let drawn: readonly (readonly Drawn[])[]
let tree: Element
let elements: readonly Element[]

beforeAll(async () => {
	pdf = readPdf(await drawDocument(BLOCKS, FRAME))
	root = dictionaryAt(pdf, pdf.trailer['/Root'])
	pages = pagesOf(pdf)
	drawn = pages.map((page) => drawnOn(pdf, page))
	tree = structureOf(pdf)
	elements = elementsIn(tree)
})

const of = (type: string) => elements.filter((element) => element.type === type)
const kids = (element: Element) => element.children.flatMap((child) => ('type' in child ? [child] : []))
const said = (element: Element) => saidIn(pdf, drawn, element)

describe('what is drawn', () => {
	test('belongs to the structure or is marked as an artifact, every stroke of it', () => {
		const unmarked = drawn.flatMap((page, at) =>
			page
				.filter(({ mark }) => mark === null)
				.map(({ operator, text }) => `${operator} ${text} on ${String(at + 1)}`),
		)
		expect(unmarked).toEqual([])
	})

	test('has its place in the structure once, and the parent tree leads back to it', () => {
		const held = elements.flatMap((element) =>
			element.children.flatMap((child) =>
				'mcid' in child ? [[`${child.page} ${String(child.mcid)}`, element.ref]] : [],
			),
		)
		expect(new Set(held.map(([place]) => place)).size).toBe(held.length)
		const numbers = listAt(
			pdf,
			dictionaryAt(pdf, dictionaryAt(pdf, root['/StructTreeRoot'])['/ParentTree'])['/Nums'],
		)
		const parents = pages.flatMap((page, index) => {
			const at = numbers.findIndex((number, place) => place % 2 === 0 && number === page['/StructParents'])
			return listAt(pdf, numbers[at + 1]).map((ref, mcid) => [
				`${textOf(pageRefs(pdf)[index])} ${String(mcid)}`,
				ref,
			])
		})
		expect(parents.sort()).toEqual(held.sort())
		const used = drawn.map(
			(page) => new Set(page.flatMap(({ mark }) => (typeof mark === 'number' ? [mark] : []))),
		)
		expect(used.reduce((sum, marks) => sum + marks.size, 0)).toBe(held.length)
	})

	test('read element by element, says what the layout says, in its order', () => {
		const flat = (text: string) => clean(text).replaceAll(/\s+/g, '')
		const read = flat(said(tree))
		let from = 0
		for (const phrase of phrasesOf(BLOCKS)) {
			// The bars are a picture with its words beside it; the table after it says the same.
			const at = read.indexOf(flat(wordsOf(phrase)), from)
			expect(at, `“${wordsOf(phrase).slice(0, 60)}” after ${String(from)}`).toBeGreaterThanOrEqual(0)
			from = at + flat(wordsOf(phrase)).length
		}
		expect(from).toBe(read.length)
	})

	test('lies inside the page’s margins, and no letter over another', () => {
		expect(drawn.flatMap(outsideOf)).toEqual([])
		expect(drawn.flatMap(overlapsOf)).toEqual([])
	})
})

describe('the structure', () => {
	test('knows only standard elements, and headings leave no level out', () => {
		const standard = /^(Document|Sect|P|H[1-3]|L|LI|Lbl|LBody|Table|TR|TH|TD|Link|Figure)$/
		expect(elements.filter(({ type }) => !standard.test(type))).toEqual([])
		const levels = elements.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type.slice(1))] : []))
		expect(levels[0]).toBe(1)
		levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1))
	})

	test('has tables of rows of cells, whose headings say what they head and list no other cells', () => {
		expect(of('Table')).toHaveLength(1)
		for (const table of of('Table')) {
			const rows = kids(table)
			expect(rows.map((row) => row.type)).toEqual(Array.from({ length: 71 }, () => 'TR'))
			expect(new Set(rows.map((row) => kids(row).length))).toEqual(new Set([3]))
			expect(
				rows
					.map((row) =>
						kids(row)
							.map(({ type }) => type)
							.join(' '),
					)
					.slice(0, 2),
			).toEqual(['TH TH TH', 'TH TD TD'])
			expect(elementsIn(table).filter(({ type }) => type === 'Table')).toHaveLength(1)
		}
		const scopes = of('TH').map(({ data }) => dictionaryAt(pdf, data['/A']))
		expect(scopes.every((scope) => scope['/O'] === '/Table' && scope['/Headers'] === undefined)).toBe(true)
		expect(scopes.slice(0, 4).map((scope) => scope['/Scope'])).toEqual([
			'/Column',
			'/Column',
			'/Column',
			'/Row',
		])
	})

	test('has lists of items, each with its label in words and its body', () => {
		expect(of('L')).toHaveLength(2)
		for (const list of of('L')) expect(new Set(kids(list).map(({ type }) => type))).toEqual(new Set(['LI']))
		for (const item of of('LI')) {
			expect(kids(item).map(({ type }) => type)).toEqual(['Lbl', 'LBody'])
			for (const part of kids(item)) expect(said(part).trim()).not.toBe('')
		}
	})

	test('has pictures with words for them and their place on the page', () => {
		expect(of('Figure').map(({ data }) => textOf(data['/Alt']))).toEqual([
			'Claimed: 1 complete, 3 not assessed.',
			'QR code of the address of this report',
		])
		for (const { data } of of('Figure')) {
			const { '/O': owner, '/BBox': box } = dictionaryAt(pdf, data['/A'])
			expect(owner).toBe('/Layout')
			const [left = 0, bottom = 0, right = 0, top = 0] = listAt(pdf, box).map(Number)
			expect([left < right, bottom < top, left >= 0, right <= 596, bottom >= 0, top <= 842]).toEqual(
				Array.from({ length: 6 }, () => true),
			)
		}
	})

	test('has links that are objects with words, in the order of the structure', () => {
		const annotations = pages.flatMap((page) => {
			const found = listAt(pdf, page['/Annots'])
			if (found.length > 0) expect(page['/Tabs']).toBe('/S')
			return found.map(textOf)
		})
		const held = of('Link').flatMap((link) =>
			link.children.flatMap((child) => ('annotation' in child ? [child.annotation] : [])),
		)
		expect([...held].sort()).toEqual([...annotations].sort())
		expect(annotations.length).toBeGreaterThan(3)
		for (const annotation of annotations) {
			const {
				'/Subtype': kind,
				'/F': flags,
				'/Contents': words,
				'/StructParent': parent,
			} = dictionaryAt(pdf, annotation)
			expect([kind, flags, typeof parent]).toEqual(['/Link', 4, 'number'])
			expect(textOf(words)).not.toBe('')
		}
		const numbers = listAt(
			pdf,
			dictionaryAt(pdf, dictionaryAt(pdf, root['/StructTreeRoot'])['/ParentTree'])['/Nums'],
		)
		for (const link of of('Link'))
			for (const child of link.children) {
				if (!('annotation' in child)) continue
				const at = numbers.indexOf(dictionaryAt(pdf, child.annotation)['/StructParent'] ?? null)
				expect(numbers[at + 1]).toBe(link.ref)
			}
	})

	test('names the language of what is in another', () => {
		const foreign = elements.flatMap(({ type, data }) =>
			data['/Lang'] === undefined ? [] : [`${type} ${textOf(data['/Lang'])}`],
		)
		expect(new Set(foreign)).toEqual(new Set(['H1 id-ID', 'P id-ID', 'TD id-ID']))
	})

	test('repeats headers of tables, rules and page numbers as artifacts', () => {
		const artifacts = drawn.map((page) =>
			page.flatMap(({ mark, text }) => (mark === 'artifact' ? [text.trim()] : [])),
		)
		expect(artifacts.filter((page) => page.includes('Commitment')).length).toBeGreaterThanOrEqual(2)
		artifacts.forEach((page, at) =>
			expect(page).toContain(`Page ${String(at + 1)} of ${String(pages.length)}`),
		)
		expect(said(tree)).not.toContain('Page 1 of')
	})
})
