import { describe, expect, test, vi } from 'vitest'
import type { Block } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import { phrasesOf } from '#reports/pdf/letters.ts'
import { clean } from '#reports/pdf/lines.ts'
import { outsideOf, overlapsOf } from './page-checks.ts'
import { FRAME } from './every-block.ts'
import { drawnOn } from './page-content.ts'
import { readPdf } from './read-pdf.ts'
import { elementsIn, pagesOf, saidIn, structureOf } from './structure.ts'

vi.setConfig({ testTimeout: 120_000 })

const sentence =
	'To strengthen transparency about expected contract opportunities, agencies identify a common list. '
const long = (letters: number) =>
	sentence
		.repeat(Math.ceil(letters / sentence.length))
		.slice(0, letters)
		.trim()
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text, bookmark: true })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const field = (label: string, text: string): Block => ({
	kind: 'fields',
	fields: [
		{ label, contents: [{ kind: 'text', text }] },
		{ label: 'Next', contents: [{ kind: 'link', text, url: 'https://example.org', note: text }] },
	],
})
const table = (text: string): Block => ({
	kind: 'table',
	columns: [
		{ label: 'Commitment', weight: 1, rowHeader: true },
		{ label: 'Claimed', weight: 1, judge: 'claimed' },
	],
	rows: [
		[{ text: 'before' }, { text: 'short' }],
		[
			{ text, detail: text },
			{ text: 'Complete', judge: 'claimed', mark: 'COMPLETE' },
		],
		[{ text: 'after' }, { text: 'short' }],
	],
})
const cover = (title: string): Block => ({
	kind: 'cover',
	kicker: 'Progress report',
	title,
	subtitle: title,
	notice: null,
	facts: [['Source', title]],
	statement: 'No rating.',
})

const everywhere = (text: string): readonly Block[] => [
	cover(text),
	{ kind: 'page-break' },
	heading(text),
	paragraph(text),
	table(text),
	field('Promise', text),
]

const CASES: readonly (readonly [string, readonly Block[]])[] = [
	['an empty document', []],
	['a title of 663 letters everywhere', everywhere(long(663))],
	['a paragraph of 30,000 letters', [heading('Text'), paragraph(long(30_000)), paragraph('The end.')]],
	['a row of a table that no page can hold', [table(long(12_000))]],
	['a heading of 6,000 letters', [heading(long(6000)), paragraph('below')]],
	['an entry with a label of 4,000 letters', [field(long(4000), long(200))]],
	['a word of 20,000 letters everywhere', everywhere('x'.repeat(20_000))],
	[
		'switches of direction, halves of letters and emoji',
		everywhere('a\u202eb\u2066c\u2069 \ud83d 🏗️👩‍👩‍👧 \u0000 \u200bd'),
	],
	[
		'a title in Chinese everywhere',
		everywhere('開放政府國家行動方案，包括五項承諾：「公開資料」。'.repeat(30)),
	],
	[
		'a title in Arabic everywhere',
		everywhere('جلسات استماع عامة في 10 قرى (مرتين في السنة) مع OGP. '.repeat(20).trim()),
	],
]

const flat = (text: string) => clean(text).replaceAll(/\s+/g, '')

describe.each(CASES)('%s', (_what, blocks) => {
	test('is drawn whole, in order, inside the page and nothing over anything', async () => {
		const pdf = readPdf(await drawDocument(blocks, FRAME))
		const pages = pagesOf(pdf)
		const drawn = pages.map((page) => drawnOn(pdf, page))
		expect(drawn.flatMap(outsideOf)).toEqual([])
		expect(drawn.flatMap(overlapsOf)).toEqual([])
		expect(drawn.flat().filter(({ mark }) => mark === null)).toEqual([])
		const said = flat(saidIn(pdf, drawn, structureOf(pdf)))
		const wanted = flat(phrasesOf(blocks).map(wordsOf).join(''))
		// A label that is too long for the rail begins there and stands whole beside it.
		const begun = /^an entry with a label/.test(_what) ? flat(`${long(60)}…`) : ''
		expect(said).toBe(begun === '' ? wanted : begun + wanted)
		expect(elementsIn(structureOf(pdf)).filter(({ type }) => type === 'TR')).toHaveLength(
			blocks.filter(({ kind }) => kind === 'table').length * 4,
		)
	})
})
