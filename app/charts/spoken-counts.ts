import type { ChartFigures, CompletionCounts, CoverageCounts } from '#app/domain/chart/view.ts'
import { barRows } from './bar-rows.ts'
import { BAR_JUDGES, BAR_STEPS, countAt, stepLook } from './completion-bars.ts'
import type { BarJudge } from './completion-bars.ts'
import { withLegend } from './legend.ts'
import type { LegendEntry } from './legend.ts'
import { JUDGE_COLOURS } from './palette.ts'
import { wordCell } from './shapes.ts'
import type { ChartCell, Drawing, SpokenChart } from './shapes.ts'
import type { ChartWords } from './spoken-chart.ts'

type FiguresOf<Code extends ChartFigures['chart']> = Extract<ChartFigures, { readonly chart: Code }>

/** How many commitments stand on which step, by each judge. */
export function spokenCompletion(
	{ counts }: FiguresOf<'COMPLETION'>,
	words: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const { say } = words
	const [claimed, verified, coded] = BAR_JUDGES.map((judge) => completeShare(counts, judge, words))
	const message = say('chart.completion.message', {
		claimed: claimed ?? '',
		verified: verified ?? '',
		coded: coded ?? '',
	})
	return {
		message,
		title: say('chart.completion.title', { message }),
		caption: say('chart.completion.caption'),
		heads: [say('chart.completion.level'), ...BAR_JUDGES.map((judge) => say(`judge.short.${judge}`))],
		rows: completionRows(counts, words),
		drawing: completionDrawing(counts, words),
		isEmpty: totalOf(counts, 'claimed') === 0,
	}
}

function totalOf(counts: CompletionCounts, judge: BarJudge): number {
	return BAR_STEPS.reduce((sum, step) => sum + countAt(counts[judge], step), 0)
}

/** Complete ones of those with a level, in words. */
function completeShare(counts: CompletionCounts, judge: BarJudge, { say, format }: ChartWords): string {
	const { inOtherWords, notAssessed } = counts[judge]
	const of = totalOf(counts, judge) - inOtherWords - notAssessed
	if (of === 0) return say(`chart.completion.none.${judge}`)
	const complete = format.count(counts[judge].counts.COMPLETE)
	return say('chart.completion.share', { complete, of: format.count(of) })
}

function completionRows(counts: CompletionCounts, { say, format }: ChartWords): SpokenChart['rows'] {
	const cell = (count: number): ChartCell => ({ text: format.count(count), value: count })
	const notForClaims: ChartCell = { text: say('chart.completion.not-for-claims'), value: null }
	const steps = BAR_STEPS.map((step) => ({
		key: step,
		cells: [
			wordCell(say(`chart.completion.step.${step}`)),
			...BAR_JUDGES.map((judge) =>
				judge === 'claimed' && step === 'NO_EVIDENCE' ? notForClaims : cell(countAt(counts[judge], step)),
			),
		],
	}))
	const all = BAR_JUDGES.map((judge) => cell(totalOf(counts, judge)))
	return [...steps, { key: 'ALL', cells: [wordCell(say('chart.completion.total')), ...all] }]
}

function completionDrawing(counts: CompletionCounts, { say, format }: ChartWords): Drawing {
	const bars = BAR_JUDGES.map((judge, at) => ({
		...{ name: say(`judge.${judge}`), judge, colour: JUDGE_COLOURS[judge] },
		parts: BAR_STEPS.map((step, row) => {
			const count = countAt(counts[judge], step)
			return { ...stepLook(step), count, text: format.count(count), column: at + 1, row }
		}),
	}))
	const used = BAR_STEPS.filter((step) => BAR_JUDGES.some((judge) => countAt(counts[judge], step) > 0))
	const legend = used.map((step): LegendEntry => ({
		text: say(`chart.completion.step.${step}`),
		sign: { of: 'STEP', step },
	}))
	return withLegend(barRows(bars), legend)
}

/** Of how many commitments, with and without a claim, anybody independent found something. */
export function spokenCoverage(
	{ counts }: FiguresOf<'COVERAGE'>,
	words: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const { say, format } = words
	const { claimed, unclaimed } = counts
	const number = (count: number): ChartCell => ({ text: format.count(count), value: count })
	const row = (key: string, name: string, [found, open]: readonly [number, number]) => ({
		key,
		cells: [wordCell(name), ...[found, open, found + open].map(number)],
	})
	const of = claimed.withFinding + claimed.withoutFinding
	const all = [
		claimed.withFinding + unclaimed.withFinding,
		claimed.withoutFinding + unclaimed.withoutFinding,
	] as const
	const values = { found: format.count(claimed.withFinding), of: format.count(of) }
	const message = of === 0 ? say('chart.coverage.none') : say('chart.coverage.message', values)
	return {
		message,
		title: say('chart.coverage.title', { message }),
		caption: say('chart.coverage.caption'),
		heads: ['commitments', 'with', 'without', 'all'].map((head) => say(`chart.coverage.head.${head}`)),
		rows: [
			...HALVES.map((key) =>
				row(key, say(`chart.coverage.${key}`), [counts[key].withFinding, counts[key].withoutFinding]),
			),
			row('all', say('chart.completion.total'), all),
		],
		drawing: coverageDrawing(counts, words),
		isEmpty: all[0] + all[1] === 0,
	}
}

const HALVES = ['claimed', 'unclaimed'] as const

function coverageDrawing(counts: CoverageCounts, { say, format }: ChartWords): Drawing {
	const colour = JUDGE_COLOURS.verified
	const found = { filledShare: 1, texture: 'filled', colour } as const
	const open = { filledShare: 0, texture: 'dashed', colour } as const
	const bars = HALVES.map((half, row) => {
		const { withFinding, withoutFinding } = counts[half]
		return {
			...{ name: say(`chart.coverage.${half}`), judge: null, colour },
			parts: [
				{ ...found, count: withFinding, text: format.count(withFinding), column: 1, row },
				{ ...open, count: withoutFinding, text: format.count(withoutFinding), column: 2, row },
			],
		}
	})
	return withLegend(barRows(bars), [
		{ text: say('chart.coverage.head.with'), sign: { of: 'BOX', ...found } },
		{ text: say('chart.coverage.head.without'), sign: { of: 'BOX', ...open } },
	])
}

/** How the findings that asked for a reply stand. */
export function spokenReplies(
	{ states, fixRate }: FiguresOf<'REPLIES'>,
	{ say, format }: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const { repliedInTime, medianDays, resolved } = fixRate
	const values = { count: format.count(repliedInTime.count), of: format.count(repliedInTime.of) }
	const message =
		repliedInTime.share === null ? say('chart.replies.none') : say('chart.replies.message', values)
	const bars = states.map(({ state, count }, row) => ({
		...{ name: say(`chart.replies.state.${state}`), judge: null, colour: JUDGE_COLOURS.verified },
		parts: [{ count, text: format.count(count), column: 1, row, filledShare: 1, texture: 'filled' as const }],
	}))
	const days =
		medianDays === null
			? say('fix-rate.days.none')
			: say('fix-rate.days.value', {
					count: medianDays,
					days: format.count(medianDays),
					of: format.count(resolved.count),
				})
	return {
		message,
		title: say('chart.replies.title', { message }),
		caption: say('chart.replies.caption'),
		heads: [say('chart.replies.head.state'), say('chart.replies.head.count')],
		rows: [
			...states.map(({ state, count }) => ({
				key: state,
				cells: [wordCell(say(`chart.replies.state.${state}`)), { text: format.count(count), value: count }],
			})),
			{ key: 'DAYS', cells: [wordCell(say('fix-rate.days')), { text: days, value: medianDays }] },
		],
		drawing: barRows(bars),
		isEmpty: states.every(({ count }) => count === 0),
	}
}
