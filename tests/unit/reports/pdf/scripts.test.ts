import { describe, expect, test } from 'vitest'
import type { Block } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import { missingLetters } from '#reports/pdf/letters.ts'
import { breakLines } from '#reports/pdf/lines.ts'
import { runsOf } from '#reports/pdf/runs.ts'
import { STYLES } from '#reports/pdf/type-scale.ts'
import { FRAME } from './every-block.ts'
import { drawnOn } from './page-content.ts'
import { readPdf } from './read-pdf.ts'
import { pagesOf } from './structure.ts'

const { body } = STYLES.second
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const frame = { header: { left: '', right: '' }, footer: [] }

/** Sentences of members that write in other letters. */
const SCRIPTS = [
	['LATIN', 'Việc làm — działania, ştiinţă, Ελλάδα, Україна, Монгол'],
	['ARABIC', 'جلسات'],
	['HEBREW', 'תקציבים'],
	['THAI', 'แผนปฏิบัติการ'],
	['GEORGIAN', 'საქართველოს'],
	['ARMENIAN', 'Հայաստանի'],
	['HAN', '開放政府國家行動方案，包括「公開資料」。'],
	['HAN', '열린정부'],
	['MATH', '→≤≥'],
	['SYMBOLS', '✓✗★'],
] as const

describe('letters of many scripts', () => {
	test.each(SCRIPTS)('%s: “%s” has a typeface in both weights', (script, text) => {
		for (const weight of ['regular', 'bold'] as const) {
			const runs = runsOf(text.replaceAll(' ', ''), `second ${weight}`)
			expect(new Set(runs.map((run) => run.script))).toEqual(new Set([script]))
		}
	})

	test('the first edition knew fewer, and goes on knowing them only', () => {
		expect(runsOf('ab แผน', 'first regular').map(({ script, text }) => `${script}:${text}`)).toEqual([
			'LATIN:ab ',
			'REPLACED:แผน',
		])
	})

	test('a line is cut where the font changes; two Arabic words stay one run', () => {
		const runs = runsOf('ab جلسات عامة cd → 中文', 'second regular')
		expect(runs.map(({ script, text }) => `${script}:${text}`)).toEqual([
			'LATIN:ab ',
			'ARABIC:جلسات عامة',
			'LATIN: cd ',
			'MATH:→',
			'LATIN: ',
			'HAN:中文',
		])
	})

	test('they can be copied as they were written', async () => {
		const texts = [
			'Hearings — جلسات (عامة) — ok',
			'แผนปฏิบัติการ น้ำ',
			'開放政府 행동',
			'בשנת 2025 (חלקיים).',
			'نسبة ١٢٫٥',
		]
		const pdf = readPdf(await drawDocument(texts.map(paragraph), FRAME))
		const [page = {}] = pagesOf(pdf)
		const said = drawnOn(pdf, page).flatMap(({ mark, text }) => (typeof mark === 'number' ? [text] : []))
		expect(said.join('').replaceAll(/\s+/g, '')).toBe(texts.join('').replaceAll(/\s+/g, ''))
	})

	test('a paragraph from the right begins at the right end of its room', async () => {
		const pdf = readPdf(await drawDocument([paragraph('جلسات استماع عامة'), paragraph('Hearings')], FRAME))
		const [page = {}] = pagesOf(pdf)
		const boxes = drawnOn(pdf, page).flatMap(({ mark, box, text }) =>
			typeof mark === 'number' && box && text.trim() ? [box] : [],
		)
		expect(boxes[0]?.right).toBeCloseTo(448, -0.5)
		expect(boxes.at(-1)?.left).toBeCloseTo(56, 1)
	})
})

describe('lines of scripts without spaces', () => {
	test('Chinese breaks between letters, never before a point or after an opening bracket', () => {
		const text = '開放政府國家行動方案，包括五項承諾：「公開資料」、《公民參與》等。'.repeat(8)
		const lines = breakLines(text, body, 150)
		expect(lines.map((line) => line.text).join('')).toBe(text)
		for (const { text: line, width } of lines) {
			expect(width).toBeLessThanOrEqual(150)
			expect(line).not.toMatch(/^[，。：、」》]|[「《]$/)
		}
	})

	test('Thai breaks before a syllable, and no mark is torn from its letter', () => {
		const text = 'แผนปฏิบัติการรัฐบาลเปิดเพื่อประชาชนทุกคนในประเทศและเมืองใหญ่'.repeat(3)
		const lines = breakLines(text, body, 120)
		expect(lines.map((line) => line.text).join('')).toBe(text)
		for (const { text: line } of lines)
			expect(line).not.toMatch(/^[\u0e2f-\u0e3a\u0e45-\u0e4e]|[\u0e40-\u0e44]$/)
	})

	test('a word wider than the line is cut, and a mark stays with its letter', () => {
		const lines = breakLines('x\u0302'.repeat(400), body, 100)
		for (const { text } of lines) expect(text).not.toMatch(/^\u0302/)
	})
})

describe('letters that no typeface has', () => {
	const blocks = [paragraph('Emoji 🏗 and \uf0b7, again 🏗'), paragraph('plain')]

	test('are named by their code points, once and in their order', () => {
		expect(missingLetters({ blocks, frame })).toEqual(['U+F0B7', 'U+1F3D7'])
		expect(missingLetters({ blocks: [paragraph('開放 แผน → ✓')], frame })).toEqual([])
		expect(missingLetters({ blocks: [], frame: { ...frame, footer: ['\u13a0'] } })).toEqual(['U+13A0'])
	})

	test('are told at the end of the document, drawn as a sign for it, and kept for copying', async () => {
		const missingWords = (letters: readonly string[]) => `Without a letter: ${letters.join(' ')}`
		const pdf = readPdf(await drawDocument(blocks, { ...FRAME, missingWords }))
		const drawn = pagesOf(pdf).flatMap((page) => drawnOn(pdf, page))
		const said = drawn.flatMap(({ mark, text }) => (typeof mark === 'number' ? [text] : [])).join('')
		expect(said).toContain('Emoji 🏗 and \uf0b7, again 🏗')
		expect(said.trimEnd().endsWith('Without a letter: U+F0B7 U+1F3D7')).toBe(true)
	})
})
