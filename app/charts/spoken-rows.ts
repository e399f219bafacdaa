import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { lastDayOf } from '#app/domain/calendar.ts'
import type { PartialDay } from '#app/domain/calendar.ts'
import type { ChartFigures, DivergenceLevels, ScheduledMilestone } from '#app/domain/chart/view.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { gapRows } from './gap-rows.ts'
import type { GapRow } from './gap-rows.ts'
import { withLegend } from './legend.ts'
import type { LegendEntry } from './legend.ts'
import { JUDGES, JUDGE_COLOURS } from './palette.ts'
import type { Judge } from './palette.ts'
import { wordCell } from './shapes.ts'
import type { ChartCell, SpokenChart } from './shapes.ts'
import type { ChartWords } from './spoken-chart.ts'
import { timeRows } from './time-rows.ts'
import type { TimeRow } from './time-rows.ts'

type FiguresOf<Code extends ChartFigures['chart']> = Extract<ChartFigures, { readonly chart: Code }>

/** The judges' levels of each commitment of a plan, beside each other. */
export function spokenDivergence(
	{ lines }: FiguresOf<'DIVERGENCE'>,
	words: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const { say, format } = words
	const compared = lines.filter(({ judgements }) => judgements.divergence.steps !== null)
	const higher = compared.filter(({ judgements }) => judgements.divergence.state === 'GOVERNMENT_HIGHER')
	const values = { higher: format.count(higher.length), of: format.count(compared.length) }
	const message =
		compared.length === 0 ? say('chart.divergence.none') : say('chart.divergence.message', values)
	const rows = lines.map((line) => ({
		name: numbered(line, words),
		judgements: line.judgements,
		words: {
			claimed: levelText(line, 'claimed', words),
			verified: levelText(line, 'verified', words),
			assessed: levelText(line, 'assessed', words),
			coded: levelText(line, 'coded', words),
		},
	}))
	return {
		message,
		title: say('chart.divergence.title', { message }),
		caption: say('chart.divergence.caption'),
		heads: [
			say('commitment.one'),
			...JUDGES.map((judge) => say(`judge.short.${judge}`)),
			say('commitment.gap'),
		],
		rows: rows.map((row, at) => ({ key: lines[at]?.id ?? row.name, cells: divergenceCells(row, words) })),
		drawing: withLegend(gapRows(rows), divergenceLegend(words)),
		isEmpty: lines.length === 0,
	}
}

function divergenceCells(
	{ name, judgements, words: said }: GapRow,
	{ say }: ChartWords,
): readonly ChartCell[] {
	const { state, steps } = judgements.divergence
	const levels = JUDGES.map((judge): ChartCell => ({
		text: said[judge],
		value: judgements[judge]?.level ?? null,
	}))
	return [wordCell(name), ...levels, { text: say(`divergence.${state}`), value: steps }]
}

function divergenceLegend({ say }: ChartWords): readonly LegendEntry[] {
	return [
		...JUDGES.map((judge): LegendEntry => ({ text: say(`judge.${judge}`), sign: { of: 'JUDGE', judge } })),
		...COMPLETION_LEVELS.map((level): LegendEntry => ({
			text: say(`level.${level}`),
			sign: { of: 'LEVEL', level },
		})),
	]
}

function levelText({ judgements }: DivergenceLevels, judge: Judge, { say, format }: ChartWords): string {
	const judgement = judgements[judge]
	if (judgement?.level) return say(`level.${judgement.level}`)
	if (judgement && judgement.inOtherWords.length > 0) return format.list([...judgement.inOtherWords])
	return say(judge === 'claimed' ? 'level.NO_REPORT' : 'level.NOT_ASSESSED')
}

/** When each milestone is planned, when it was reported complete, and which are late. */
export function spokenSchedule(
	{ milestones, today }: FiguresOf<'SCHEDULE'>,
	words: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const { say, format } = words
	const dated = milestones.filter(({ endsOn }) => endsOn !== null)
	const late = milestones.filter(({ schedule }) => schedule === 'OVERDUE')
	const values = { late: format.count(late.length), of: format.count(dated.length) }
	const message = dated.length === 0 ? say('chart.schedule.none') : say('chart.schedule.message', values)
	const rows = milestones.map((milestone) => timeRow(milestone, words))
	const todayWord = say('chart.schedule.today', { on: format.day(today) })
	return {
		message,
		title: say('chart.schedule.title', { message }),
		caption: say('chart.schedule.caption'),
		heads: ['milestone', 'first', 'last', 'complete', 'standing'].map((head) =>
			say(`chart.schedule.head.${head}`),
		),
		rows: rows.map(({ name, standing, words: said }, at) => {
			const { id, startsOn, endsOn, completedOn } = milestones[at] ?? { id: name, ...NO_DAYS }
			const values = [startsOn, endsOn, completedOn]
			const cells = said.map((text, column): ChartCell => ({ text, value: values[column] ?? null }))
			return { key: id, cells: [wordCell(name), ...cells, wordCell(standing)] }
		}),
		drawing: withLegend(timeRows(rows, { today, todayWord }), scheduleLegend(words)),
		isEmpty: milestones.length === 0,
	}
}

function timeRow(milestone: ScheduledMilestone, words: ChartWords): TimeRow {
	const { say, format } = words
	const { startsOn, endsOn, completedOn, schedule } = milestone
	const day = (on: PartialDay | null, none: string) => (on === null ? none : format.day(on))
	const noDay = say('chart.schedule.no-day')
	const completed = day(completedOn, say('chart.schedule.not-reported'))
	return {
		...{ name: numbered(milestone, words), standing: standingOf(milestone, words) },
		...{ startsOn, endsOn, completedOn, isOverdue: schedule === 'OVERDUE' },
		words: [day(startsOn, noDay), day(endsOn, noDay), completed],
	}
}

function scheduleLegend({ say }: ChartWords): readonly LegendEntry[] {
	const colour = JUDGE_COLOURS.claimed
	return [
		{
			text: say('chart.schedule.legend.planned'),
			sign: { of: 'BOX', filledShare: 0.5, texture: 'filled', colour },
		},
		{
			text: say('chart.schedule.legend.late'),
			sign: { of: 'BOX', filledShare: 0, texture: 'dashed', colour },
		},
		{ text: say('chart.schedule.legend.complete'), sign: { of: 'DIAMOND' } },
	]
}

const NO_DAYS = { startsOn: null, endsOn: null, completedOn: null }

function standingOf({ schedule, endsOn }: ScheduledMilestone, { say, format }: ChartWords): string {
	if (schedule !== 'OVERDUE' || endsOn === null) return say(`schedule.${schedule}`)
	return say('chart.schedule.overdue', { on: format.day(lastDayOf(endsOn)) })
}

/** Number and title, in the reader's language where it is there. */
function numbered(
	{ number, title }: { readonly number: string | null; readonly title: Bilingual },
	{ locale }: ChartWords,
): string {
	return [number, textIn(title, locale)?.text].filter((part) => part).join(' ')
}
