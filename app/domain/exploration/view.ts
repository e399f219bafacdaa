import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { PARTS_OF } from './rules.ts'
import type { Group, Measure } from './rules.ts'

/** A group of commitments: how many of them are in each part of the measure. */
export type CountedGroup = {
	/** Id or code of what they have in common; null: those that have nothing there. */
	readonly key: string | null
	/** Its name, where it has one beyond its key. */
	readonly name: Bilingual | null
	/** In the order of the measure's parts. */
	readonly counts: readonly number[]
}

/** Commitments counted by a measure, in groups. */
export type Exploration = {
	readonly measure: Measure
	readonly group: Group
	/** By name in English, those that have nothing there last. */
	readonly groups: readonly CountedGroup[]
	/** Each commitment once, whatever groups it is in. */
	readonly totals: readonly number[]
	readonly count: number
	readonly asOfOn: CalendarDay
	readonly ledgerSize: number
}

/** A count out of the database: key and name of a group, part of the measure, commitments. */
export type CountRow = readonly [
	key: string | null,
	en: string | null,
	id: string | null,
	part: string,
	count: number,
]

/** Counts as groups. Parts that the measure does not know are counted nowhere. */
export function groupsFrom(rows: readonly CountRow[], measure: Measure): readonly CountedGroup[] {
	const parts = PARTS_OF[measure]
	const found = new Map<string | null, { name: Bilingual | null; counts: number[] }>()
	for (const [key, en, id, part, count] of rows) {
		const name = en === null && id === null ? null : { en, id }
		const group = found.get(key) ?? { name, counts: parts.map(() => 0) }
		const at = parts.indexOf(part)
		if (at >= 0) group.counts[at] = count
		found.set(key, group)
	}
	return [...found].map(([key, group]) => ({ key, ...group })).sort(byName)
}

function byName(a: CountedGroup, b: CountedGroup): number {
	if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
	const named = ({ key, name }: CountedGroup) => (name?.en ?? name?.id ?? key ?? '').toLowerCase()
	return named(a) < named(b) ? -1 : named(a) > named(b) ? 1 : 0
}

/** How many commitments a group has. */
export function sizeOf({ counts }: Pick<CountedGroup, 'counts'>): number {
	return counts.reduce((sum, count) => sum + count, 0)
}

/** The same with the largest groups only, still by name, and how many were left out. */
export function largest(exploration: Exploration, most: number): Exploration & { readonly leftOut: number } {
	const { groups } = exploration
	const kept = new Set([...groups].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most))
	const shown = groups.filter((group) => kept.has(group))
	return { ...exploration, groups: shown, leftOut: groups.length - shown.length }
}
