import { readFileSync } from 'node:fs'
import { compile } from 'sass'
import { describe, expect, test } from 'vitest'
import { INK, JUDGES, JUDGE_COLOURS, PAPER, QUIET, RULE } from '#app/charts/palette.ts'
import { contrast } from './contrast.ts'

const css = compile('app/styles/app.scss', { quietDeps: true }).css
const token = (name: string) =>
	new RegExp(`--govuk-${name}-colour: (#[0-9a-f]{6})`).exec(css)?.[1] ?? 'missing'
const page = '#ffffff'
const banner = '#fdf4d8'
const panel = '#f0f7f3'

const textPairs: [what: string, text: string, ground: string][] = [
	['text', token('text'), page],
	['text in the footer', token('text'), token('template-background')],
	['quiet text', token('secondary-text'), page],
	['quiet text in the footer', token('secondary-text'), token('template-background')],
	['a link', token('link'), page],
	['a link in the footer', token('link'), token('template-background')],
	['a visited link', token('link-visited'), page],
	['a link under the pointer', token('link-hover'), page],
	['an error', token('error'), page],
	['a button', page, token('brand')],
	['a button under the pointer', page, token('link-hover')],
	['a warning button', page, token('error')],
	['a warning button under the pointer', page, '#7d1a15'],
	['a second button under the pointer', token('link-hover'), token('hover')],
	['what has the focus', token('focus-text'), token('focus')],
	['the demonstration banner', token('text'), banner],
	['a confirmation', token('text'), panel],
	['a notice', page, token('brand')],
	['a success notice', page, token('success')],
	['words in a chart', INK, PAPER],
	['quiet words in a chart', QUIET, PAPER],
]

const graphicPairs: [what: string, mark: string, ground: string][] = [
	...JUDGES.map((judge): [string, string, string] => [`the marks of ${judge}`, JUDGE_COLOURS[judge], PAPER]),
	['marks of no judge', INK, PAPER],
	['axes', RULE, PAPER],
	['borders of inputs', token('input-border'), page],
	['the ring of the focus', token('focus'), page],
	['the edge of a confirmation', token('success'), panel],
]

describe('every pair of colours that is used can be told apart', () => {
	test.each(textPairs)('%s can be read: %s on %s', (_what, text, ground) => {
		expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
	})

	test.each(graphicPairs)('%s can be seen: %s on %s', (_what, mark, ground) => {
		expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
	})

	test('black on white has the contrast of 21, two equal colours that of 1', () => {
		expect([contrast('#000000', '#ffffff'), contrast('#777777', '#777777')]).toEqual([21, 1])
	})
})

test('the styles use the judges’ colours of charts and paper', () => {
	for (const judge of JUDGES) {
		expect(css).toContain(`.app-judge--${judge} {\n  color: ${JUDGE_COLOURS[judge]};`)
	}
	expect(token('text')).toBe(INK)
	expect(token('secondary-text')).toBe(QUIET)
})

test('the tints of banner and panel are those the styles draw', () => {
	expect([banner, panel, '#7d1a15'].filter((tint) => !css.includes(tint))).toEqual([])
})

test('no two judges have the same colour', () => {
	expect(new Set(Object.values(JUDGE_COLOURS)).size).toBe(JUDGES.length)
})

test('nothing of the mark, the typeface or the crown of another government is in the styles', () => {
	expect(css).not.toMatch(/GDS Transport|crown|@font-face|url\(/i)
	expect(readFileSync('public/favicon.svg', 'utf8')).toContain(JUDGE_COLOURS.claimed)
})
