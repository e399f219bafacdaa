import { BAR_JUDGES, BAR_STEPS, countAt, stepLook } from './completion-bars.ts'
import type { BarFigures, Texture } from './completion-bars.ts'
import { PARTS_OF } from '#app/domain/exploration/rules.ts'
import type { Exploration } from '#app/domain/exploration/view.ts'
import { JUDGE_COLOURS } from './palette.ts'
import { shortName } from './shapes.ts'
import type { ChartWords } from './spoken-chart.ts'
import { groupName, partLook, partName } from './spoken-exploration.ts'

/** How a part of a bar is drawn. */
export type LivePart = {
	readonly count: number
	readonly colour: string
	readonly filledShare: number
	readonly texture: Texture
}

/** Stacked bars with all their words, as a page hands them to the script that lets them answer to pointer and keys. */
export type LiveBars = {
	readonly title: string
	/** How the bars are read by pointer and keys. */
	readonly keys: string
	/** What the parts are called, in the order of every row. */
	readonly parts: readonly string[]
	readonly rows: readonly { readonly name: string; readonly parts: readonly LivePart[] }[]
}

/** A plan's commitments on each step, a bar for each judge. */
export function liveCompletion(figures: BarFigures, { say }: Pick<ChartWords, 'say'>): LiveBars {
	return {
		title: say('poc.chart'),
		keys: say('explore.keys'),
		parts: BAR_STEPS.map((step) => say(`chart.completion.step.${step}`)),
		rows: BAR_JUDGES.map((judge) => ({
			name: say(`judge.short.${judge}`),
			parts: BAR_STEPS.map((step) => ({
				...stepLook(step),
				count: countAt(figures[judge], step),
				colour: JUDGE_COLOURS[judge],
			})),
		})),
	}
}

/** Commitments counted in groups, a bar for each group. */
export function liveCounts(exploration: Exploration, title: string, words: ChartWords): LiveBars {
	const { measure, groups } = exploration
	const parts = PARTS_OF[measure]
	return {
		title,
		keys: words.say('explore.keys'),
		parts: parts.map((part) => partName(measure, part, words)),
		rows: groups.map((group) => ({
			name: shortName(groupName(group, exploration, words)),
			parts: parts.map((part, at) => ({ ...partLook(measure, part), count: group.counts[at] ?? 0 })),
		})),
	}
}
