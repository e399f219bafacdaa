import { textIn } from '#app/domain/bilingual.ts'
import { PARTS_OF } from '#app/domain/exploration/rules.ts'
import type { Measure } from '#app/domain/exploration/rules.ts'
import { sizeOf } from '#app/domain/exploration/view.ts'
import type { CountedGroup, Exploration } from '#app/domain/exploration/view.ts'
import { barRows } from './bar-rows.ts'
import { stepLook } from './completion-bars.ts'
import type { BarStep, Texture } from './completion-bars.ts'
import { withLegend } from './legend.ts'
import type { LegendEntry } from './legend.ts'
import { INK, JUDGE_COLOURS } from './palette.ts'
import { wordCell } from './shapes.ts'
import type { ChartCell, Drawing, SpokenChart } from './shapes.ts'
import type { ChartWords } from './spoken-chart.ts'

/** How a part of a measure is drawn. */
export type PartLook = {
	readonly colour: string
	readonly filledShare: number
	readonly texture: Texture
}

type Shown = Exploration & { readonly leftOut?: number }

/** Commitments counted in groups, in one language. Page and files are written out of this alone, so they say the same. */
export function spokenExploration(exploration: Shown, words: ChartWords): SpokenChart {
	const { measure, group, groups, totals, count, leftOut = 0 } = exploration
	const { say, format } = words
	const parts = PARTS_OF[measure]
	const number = (value: number): ChartCell => ({ text: format.count(value), value })
	const cellsOf = (counts: readonly number[]) =>
		measure === 'commitments' ? [] : parts.map((_, at) => number(counts[at] ?? 0))
	const values = { count, of: format.count(count), first: format.count(totals[0] ?? 0) }
	const message = say(count === 0 ? 'explore.message.none' : `explore.message.${measure}`, values)
	const heads = measure === 'commitments' ? [] : parts.map((part) => partName(measure, part, words))
	return {
		message,
		title: say('explore.drawing', { message, group: say(`explore.group.${group}`) }),
		caption: say('explore.caption', { group: say(`explore.group.${group}`) }),
		heads: [say(`explore.group.${group}`), ...heads, say('explore.all')],
		rows: [
			...groups.map((one) => ({
				key: one.key ?? '',
				cells: [wordCell(groupName(one, exploration, words)), ...cellsOf(one.counts), number(sizeOf(one))],
			})),
			{
				key: 'ALL',
				cells: [wordCell(say('explore.each-once')), ...cellsOf(totals), number(count)],
			},
		],
		drawing: withLegend(countBars(exploration, words), countLegend(exploration, words)),
		notes: notesOf(exploration, leftOut, words),
		isEmpty: count === 0,
	}
}

/** What a group is called. */
export function groupName(
	{ key, name }: CountedGroup,
	{ group }: Pick<Exploration, 'group'>,
	{ say, locale }: Pick<ChartWords, 'say' | 'locale'>,
): string {
	if (key === null) return say(`explore.without.${group}`)
	if (group === 'value') return say(`ogp-value.${key}`)
	return (name && textIn(name, locale)?.text) ?? key
}

/** What a part of a measure is called. */
export function partName(measure: Measure, part: string, { say }: Pick<ChartWords, 'say'>): string {
	if (measure === 'divergence') return say(`divergence.${part}`)
	if (measure === 'late' || measure === 'coverage' || measure === 'commitments')
		return say(`explore.part.${measure}.${part}`)
	return part === 'NONE' ? say('commitments.level.NONE') : say(`level.${part}`)
}

/** How a part of a measure is drawn: levels as everywhere, other parts by their texture. */
export function partLook(measure: Measure, part: string): PartLook {
	if (measure === 'claimed' || measure === 'verified' || measure === 'assessed' || measure === 'coded') {
		const step = STEPS.find((one) => one === part) ?? 'NOT_ASSESSED'
		return { colour: colourOf(measure), ...stepLook(step) }
	}
	return { colour: colourOf(measure), ...(LOOKS[part] ?? FULL) }
}

function colourOf(measure: Measure): string {
	if (measure === 'commitments' || measure === 'late') return INK
	return JUDGE_COLOURS[measure === 'coverage' || measure === 'divergence' ? 'verified' : measure]
}

const STEPS: readonly BarStep[] = ['COMPLETE', 'SUBSTANTIAL', 'LIMITED', 'NOT_STARTED', 'NO_EVIDENCE']
const FULL = { filledShare: 1, texture: 'filled' } as const
const LOOKS: Readonly<Record<string, Omit<PartLook, 'colour'>>> = {
	GOVERNMENT_HIGHER: { filledShare: 0.5, texture: 'filled' },
	VERIFIER_HIGHER: { filledShare: 0, texture: 'hatched' },
	UNVERIFIED: { filledShare: 0, texture: 'dashed' },
	CANNOT_VERIFY: { filledShare: 0, texture: 'dotted' },
	NO_CLAIM: { filledShare: 0, texture: 'empty' },
	CLAIM_ONLY: { filledShare: 0, texture: 'dashed' },
	FINDING_ONLY: { filledShare: 0, texture: 'hatched' },
	NEITHER: { filledShare: 0, texture: 'empty' },
	no: { filledShare: 0, texture: 'empty' },
}

/** The bars alone. */
export function countBars(exploration: Exploration, words: ChartWords): Drawing {
	const { measure, groups } = exploration
	const bars = groups.map((one, row) => ({
		...{ name: groupName(one, exploration, words), judge: null, colour: colourOf(measure) },
		parts: PARTS_OF[measure].map((part, at) => {
			const count = one.counts[at] ?? 0
			return { ...partLook(measure, part), count, text: words.format.count(count), row, column: at + 1 }
		}),
	}))
	return barRows(bars)
}

/** What the parts of the bars mean, those that are drawn; nothing where all bars have one part. */
export function countLegend({ measure, groups }: Exploration, words: ChartWords): readonly LegendEntry[] {
	if (measure === 'commitments') return []
	return PARTS_OF[measure].flatMap((part, at): readonly LegendEntry[] => {
		if (groups.every(({ counts }) => (counts[at] ?? 0) === 0)) return []
		return [{ text: partName(measure, part, words), sign: { of: 'BOX', ...partLook(measure, part) } }]
	})
}

function notesOf({ group }: Exploration, leftOut: number, { say, format }: ChartWords): readonly string[] {
	const several = group === 'area' || group === 'value' ? [say('explore.note.several')] : []
	const left =
		leftOut > 0 ? [say('explore.note.left-out', { count: leftOut, groups: format.count(leftOut) })] : []
	return [...left, ...several, say('explore.note.demonstration')]
}
