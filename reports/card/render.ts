import { BAR_JUDGES, completionBars, segmentPaths } from '#app/charts/completion-bars.ts'
import type { Bar, BarFigures, BarSegment } from '#app/charts/completion-bars.ts'
import { hatchInRectangle } from '#app/charts/hatch.ts'
import { judgeGlyph } from '#app/charts/judge-glyph.ts'
import { levelMark } from '#app/charts/level-mark.ts'
import { INK, JUDGES, JUDGE_COLOURS, PAPER, QUIET, RULE } from '#app/charts/palette.ts'
import type { Judge } from '#app/charts/palette.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { judgementOf, levelWord } from '#reports/progress-report/levels.ts'
import { nameOf, wordsIn } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { CardModel } from './model.ts'
import { fittingLines, outlined, widthOfText } from './outline.ts'
import type { Lettering } from './outline.ts'

/** Unit: pixels. The size that sites which show shared addresses ask for. */
export const CARD = { width: 1200, height: 630 } as const

const LEFT = 64
const ROOM = CARD.width - 2 * LEFT
const TITLE_LINES = 3
const TITLE_LEADING = 54
/** Where what the judges say begins, and how much there is of it. */
const BODY_TOP = 372
const BAR_PX = 26

const TITLE: Lettering = { weight: 'bold', size: 42, colour: INK }
const STRONG: Lettering = { weight: 'bold', size: 26, colour: INK }
const PLAIN: Lettering = { weight: 'regular', size: 22, colour: INK }
const MUTED: Lettering = { weight: 'regular', size: 22, colour: QUIET }
const WARNING: Lettering = { weight: 'bold', size: 19, colour: INK }

/**
 * The picture of a plan or commitment as SVG without any text of its own: letters are outlines. Depends on its input
 * alone.
 */
export function cardDrawing(model: CardModel, locale: Locale): string {
	const words = wordsIn(locale)
	const { width, height } = CARD
	const parts = [
		`<rect width="${String(width)}" height="${String(height)}" fill="${PAPER}"/>`,
		`<rect width="${String(width)}" height="12" fill="${JUDGE_COLOURS.claimed}"/>`,
		head(model, words),
		titleLines(model, words),
		model.shown.of === 'PLAN'
			? planBars(model.shown.figures, words)
			: judgements(model.shown.judgements, words),
		foot(model, words),
	]
	const size = `width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}"`
	return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`
}

function head({ member, shown, number }: CardModel, words: Words): string {
	const { say } = words
	const kind =
		shown.of === 'PLAN'
			? say('plan.caption')
			: number === null
				? say('commitment.one')
				: say('commitment.numbered', { number })
	const name = say('site.name')
	const mark = `<g transform="translate(${String(LEFT)} 52) scale(1.25)"><path d="M12 11h8v2h-8z" fill="${INK}"/><path d="M0 6h12v12H0z" fill="${JUDGE_COLOURS.claimed}"/><circle cx="26" cy="12" r="6" fill="${JUDGE_COLOURS.verified}"/></g>`
	const after = LEFT + 56 + widthOfText(name, STRONG) + 24
	const [line = ''] = fittingLines(`${nameOf(member.name, words)} · ${kind}`, PLAIN, {
		width: CARD.width - LEFT - after,
		lines: 1,
	})
	return [
		mark,
		outlined(name, STRONG, { x: LEFT + 56, y: 76 }),
		outlined(line, MUTED, { x: after, y: 76 }),
		`<path d="M${String(LEFT)} 108H${String(CARD.width - LEFT)}" stroke="${RULE}" stroke-width="1.5"/>`,
	].join('')
}

function titleLines({ title }: CardModel, words: Words): string {
	return fittingLines(nameOf(title, words), TITLE, { width: ROOM, lines: TITLE_LINES })
		.map((line, at) => outlined(line, TITLE, { x: LEFT, y: 172 + at * TITLE_LEADING, room: ROOM }))
		.join('')
}

function planBars(figures: BarFigures, words: Words): string {
	const bars = completionBars(figures, ROOM)
	return BAR_JUDGES.map((judge, at) => {
		const bar = bars.find((known) => known.judge === judge)
		return bar
			? `<g transform="translate(0 ${String(BODY_TOP + at * 72)})">${barOf(bar, figures, words)}</g>`
			: ''
	}).join('')
}

/** Who judges, how many are complete of those with a level, and the bar. */
function barOf({ judge, withLevel, segments }: Bar, figures: BarFigures, { say, format }: Words): string {
	const values = { complete: format.count(figures[judge].counts.COMPLETE), of: format.count(withLevel) }
	const share = withLevel === 0 ? say(`chart.completion.none.${judge}`) : say('card.complete', values)
	const colour = JUDGE_COLOURS[judge]
	return [
		glyph(judge, 0),
		outlined(say(`judge.${judge}`), PLAIN, { x: LEFT + 34, y: 0 }),
		outlined(share, STRONG, { x: CARD.width - LEFT - widthOfText(share, STRONG), y: 0 }),
		`<g transform="translate(${String(LEFT)} 12)">${segments.map((part) => segmentOf(part, colour)).join('')}</g>`,
	].join('')
}

const DASHES = { dashed: '7 6', dotted: '2 5', filled: 'none', hatched: 'none', empty: 'none' } as const

function segmentOf(segment: BarSegment, colour: string): string {
	const { outline, fill } = segmentPaths(segment, BAR_PX)
	const hatch =
		segment.texture === 'hatched'
			? `<path transform="translate(${String(segment.x)} 0)" d="${hatchInRectangle(segment.width, BAR_PX, 8)}" stroke="${colour}" stroke-width="2"/>`
			: ''
	const dashes = DASHES[segment.texture]
	return `${hatch}<path d="${fill}" fill="${colour}"/><path d="${outline}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dashes}"/>`
}

/** The four judges in two columns: who, and under it mark and word of the level. */
function judgements(all: Judgements, words: Words): string {
	const column = ROOM / 2
	return JUDGES.map((judge, at) => {
		const [x, y] = [LEFT + (at % 2) * column, BODY_TOP + Math.floor(at / 2) * 104]
		const judgement = judgementOf(all, judge)
		const { outline, fill, hatch, isDashed } = levelMark(judgement.level, 15)
		const colour = JUDGE_COLOURS[judge]
		const [word = ''] = fittingLines(levelWord(judgement, judge, words), STRONG, {
			width: column - 60,
			lines: 1,
		})
		const drawn = [
			hatch === '' ? '' : `<path d="${hatch}" stroke="${colour}" stroke-width="2"/>`,
			fill === '' ? '' : `<path d="${fill}" fill="${colour}"/>`,
			`<path d="${outline}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${isDashed ? '5 4' : 'none'}"/>`,
		]
		return [
			`<g transform="translate(${String(x - LEFT)} ${String(y)})">${glyph(judge, 0)}</g>`,
			outlined(words.say(`judge.${judge}`), PLAIN, { x: x + 34, y }),
			`<g transform="translate(${String(x + 16)} ${String(y + 34)})">${drawn.join('')}</g>`,
			outlined(word, STRONG, { x: x + 44, y: y + 43 }),
		].join('')
	}).join('')
}

function glyph(judge: Judge, y: number): string {
	return `<path d="${judgeGlyph(judge, 17)}" transform="translate(${String(LEFT + 12)} ${String(y - 8)})" fill="${JUDGE_COLOURS[judge]}"/>`
}

function foot({ asOfOn, member }: CardModel, { say, format }: Words): string {
	const said = member.isDemonstration ? say('report.demonstration') : say('card.what')
	const day = say('judgement.as-of', { on: format.day(asOfOn) })
	const room = ROOM - widthOfText(day, MUTED) - 40
	const [line = ''] = fittingLines(said, member.isDemonstration ? WARNING : MUTED, { width: room, lines: 1 })
	return [
		outlined(line, member.isDemonstration ? WARNING : MUTED, { x: LEFT, y: 600 }),
		outlined(day, MUTED, { x: CARD.width - LEFT - widthOfText(day, MUTED), y: 600 }),
	].join('')
}
