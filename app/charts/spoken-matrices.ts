import { textIn } from '#app/domain/bilingual.ts'
import type { ChartFigures, PlanColumn } from '#app/domain/chart/view.ts'
import { EXPECTATION_LEVELS, EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationCode } from '#app/domain/expectation/view.ts'
import type { PastLevels } from '#app/domain/standing/view.ts'
import { expectationMark } from './expectation-mark.ts'
import { withLegend } from './legend.ts'
import type { LegendEntry } from './legend.ts'
import { matrixRows } from './matrix-rows.ts'
import type { MatrixHead } from './matrix-rows.ts'
import { wordCell } from './shapes.ts'
import type { ChartCell, SpokenChart } from './shapes.ts'
import type { ChartWords } from './spoken-chart.ts'

type FiguresOf<Code extends ChartFigures['chart']> = Extract<ChartFigures, { readonly chart: Code }>

/** The levels of the five expectations at the ends of quarters: five rows that are never added up. */
export function spokenExpectations(
	{ history }: FiguresOf<'EXPECTATIONS'>,
	{ say, format }: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const rows = EXPECTATIONS.map((code) => levelRow(code, history, say))
	const changed = rows.filter(({ cells }) => new Set(cells.map(({ code }) => code)).size > 1)
	const message = say('standing-history.message', {
		count: changed.length,
		of: format.count(history.length),
	})
	const heads = history.map(({ asOfOn }): MatrixHead => [asOfOn.slice(0, 4), asOfOn.slice(5, 7)])
	return {
		message,
		title: say('chart.expectations.title', { message }),
		caption: say('standing-history.caption'),
		heads: [say('chart.expectations.head'), ...history.map(({ asOfOn }) => format.day(asOfOn))],
		rows: rows.map(({ code, name, cells }) => ({
			key: code,
			cells: [
				wordCell(name),
				...cells.map(({ text, code: level }): ChartCell => ({
					text,
					value: level === 'NOT_RECORDED' ? null : level,
				})),
			],
		})),
		drawing: withLegend(matrixRows(heads, rows), levelLegend(rows, say)),
		isEmpty: history.length === 0,
	}
}

function levelRow(code: ExpectationCode, history: readonly PastLevels[], say: ChartWords['say']) {
	const cells = history.map((past) => {
		const level = levelIn(past, code)
		const text = say(`expectation-level.${level}`)
		return { of: 'LEVEL' as const, text, level: expectationMark(level), code: level }
	})
	return { code, name: say(`expectation-short.${code}`), cells }
}

/** Several levels say nothing about how far it is: they share a sign, and the table says which one it is. */
function levelLegend(
	rows: readonly ReturnType<typeof levelRow>[],
	say: ChartWords['say'],
): readonly LegendEntry[] {
	const shown = EXPECTATION_LEVELS.filter((level) =>
		rows.some(({ cells }) => cells.some(({ code }) => code === level)),
	)
	return [...new Set(shown.map(expectationMark))].map((level) => {
		const own = shown.filter((one) => expectationMark(one) === level)
		const text = own.map((one) => say(`expectation-level.${one}`)).join(' / ')
		return { text, sign: { of: 'LEVEL', level } }
	})
}

function levelIn({ levels }: PastLevels, code: ExpectationCode) {
	return levels.find((one) => one.code === code)?.level ?? 'NOT_RECORDED'
}

/** How many commitments stand in which policy area: plan by plan of a member, or of all members together. */
export function spokenPolicyAreas(
	{ plans, areas }: FiguresOf<'POLICY_AREAS'>,
	words: ChartWords,
): Omit<SpokenChart, 'notes'> {
	const { say, format } = words
	const named = areas.filter(({ area }) => area !== null)
	const unnamed = areas.find(({ area }) => area === null)?.counts ?? []
	const without = plans === null ? (unnamed[0] ?? 0) : unnamed.reduce((sum, count) => sum + count, 0)
	const message = say('chart.policy-areas.message', {
		count: named.length,
		areas: format.count(named.length),
		without: format.count(without),
	})
	const site = ['commitments', 'plans', 'members'].map((head) => say(`chart.policy-areas.head.${head}`))
	const titles = plans === null ? site : plans.map((plan) => titleOf(plan, words))
	const heads = plans === null ? site.map((head): MatrixHead => [head, '']) : plans.map(periodOf)
	const rows = areas.map(({ area, counts }) => ({
		name: area ?? say('chart.policy-areas.unnamed'),
		cells: counts.map((count) => ({ of: 'COUNT' as const, text: format.count(count), isNone: count === 0 })),
	}))
	return {
		message,
		title: say('chart.policy-areas.title', { message }),
		caption: say('chart.policy-areas.caption'),
		heads: [say('chart.policy-areas.head.area'), ...titles],
		rows: areas.map(({ area, counts }, at) => ({
			key: area ?? '',
			cells: [
				wordCell(rows[at]?.name ?? ''),
				...counts.map((count): ChartCell => ({ text: format.count(count), value: count })),
			],
		})),
		drawing: matrixRows(heads, rows),
		isEmpty: areas.length === 0,
	}
}

function titleOf({ id, title }: PlanColumn, { locale }: ChartWords): string {
	return textIn(title, locale)?.text ?? id
}

/** The years of a plan, one above the other. */
function periodOf({ startsOn, endsOn }: PlanColumn): MatrixHead {
	return [startsOn?.slice(0, 4) ?? '–', endsOn?.slice(0, 4) ?? '–']
}
