import { expect, test } from 'vitest'
import { cardDrawing } from '#reports/card/render.ts'
import { fittingLines, outlined } from '#reports/card/outline.ts'
import type { CardModel } from '#reports/card/model.ts'
import { pictureOf } from '#app/drawing/picture.server.ts'

const silent = { level: null, inOtherWords: [], known: 0, total: 0, rolledUp: false, asOfOn: null } as const
const unknown = { state: 'UNVERIFIED', steps: null, evidenceGap: null } as const
const card = (title: string): CardModel => ({
	title: { en: title, id: null },
	number: '3',
	member: { name: { en: 'Example', id: null }, isDemonstration: false },
	asOfOn: '2026-06-30',
	shown: {
		of: 'COMMITMENT',
		judgements: {
			claimed: { ...silent, level: 'COMPLETE', asOfOn: '2026-06-01' },
			verified: { ...silent, level: 'NO_EVIDENCE', asOfOn: '2026-06-02' },
			coded: silent,
			divergence: unknown,
			codedDivergence: unknown,
		},
	},
})

const LONG = 'Transparent & <inclusive> procurement "for" all: '.repeat(14).slice(0, 663)
const TITLE = { weight: 'bold', size: 42, colour: '#000000' } as const

test('a title of 663 letters stands in three lines, the last of which says that it goes on', () => {
	const lines = fittingLines(LONG, TITLE, { width: 1072, lines: 3 })
	expect(lines).toHaveLength(3)
	expect(lines.at(-1)).toMatch(/…$/)
	expect(lines.slice(0, 2).join(' ')).not.toContain('…')
})

test('a title that fits stands whole', () => {
	expect(fittingLines('Open data', TITLE, { width: 1072, lines: 3 })).toEqual(['Open data'])
})

test.each([
	['of 663 letters with signs of XML', LONG],
	['from right to left', 'تعزيز الشفافية في المشتريات العامة (2024–2026)'],
	['in Chinese', '開放政府國家行動方案：推動資料開放與公民參與'],
	['with what no typeface has', 'Plan \u{1f600} \u0000'],
])(
	'a title %s is drawn as outlines, with no letter left to the typefaces of a machine',
	async (_what, title) => {
		const drawing = cardDrawing(card(title), 'en')
		expect(drawing).not.toMatch(/<text|font-family|undefined|NaN/)
		const picture = await pictureOf(drawing)
		expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe('PNG')
		expect(Buffer.from(picture).readUInt32BE(16)).toBe(1200)
		expect(Buffer.from(picture).readUInt32BE(20)).toBe(630)
	},
)

test('the same card gives the same bytes, and the other language another picture', async () => {
	const [one, again, other] = await Promise.all(
		(['en', 'en', 'id'] as const).map((locale) => pictureOf(cardDrawing(card('Open data'), locale))),
	)
	expect(Buffer.from(one ?? []).equals(Buffer.from(again ?? []))).toBe(true)
	expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(false)
})

test('what is read from the right ends at the right end of its room', () => {
	const at = { x: 64, y: 0, room: 1072 }
	const [, left] = /translate\(([\d.]+) /.exec(outlined('שלום', TITLE, at)) ?? []
	expect(Number(left)).toBeGreaterThan(900)
})
