import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { deadlinesOf, figuresOf } from '#app/domain/rule-sentence/rules.ts'
import type { RuleSet, RuleSetPublication } from '#prisma/generated/client.ts'
import { RuleSetRules } from './schema.ts'

/** One version of OGP's numbers, as data. */
export type RuleSetView = {
	readonly id: string
	readonly track: 'NATIONAL' | 'LOCAL'
	readonly version: string
	readonly validFrom: string
	readonly rules: RuleSetRules
	readonly note: Bilingual
}

/** A rule set with its figures checked. */
export function ruleSetView(row: RuleSet): RuleSetView {
	return {
		id: row.id,
		track: z.enum(['NATIONAL', 'LOCAL']).parse(row.track),
		version: row.version,
		validFrom: row.validFrom,
		rules: RuleSetRules.parse(row.rules),
		note: { en: row.noteEn, id: row.noteId },
	}
}

/** Who published a version of the rules, and on what it rests as a whole. */
export type RuleSetOrigin = {
	readonly recordId: string
	readonly publishedOn: CalendarDay
	readonly source: string
	readonly sourceUrl: string | null
}

/** A version as it stands in the list of all. */
export type ListedRuleSet = RuleSetView & {
	/** Last day on which it is the newest; null as long as no other follows. */
	readonly validUntil: CalendarDay | null
	/** Null: it came with the product. */
	readonly origin: RuleSetOrigin | null
}

/** Versions with the days for which they hold and where they come from. */
export function listedRuleSets(
	ruleSets: readonly RuleSetView[],
	publications: readonly RuleSetPublication[],
): readonly ListedRuleSet[] {
	return ruleSets.map((ruleSet) => {
		const publication = publications.find(({ recordId }) => recordId === ruleSet.id)
		const later = ruleSets
			.filter(({ track, validFrom }) => track === ruleSet.track && validFrom > ruleSet.validFrom)
			.map(({ validFrom }) => validFrom)
		const next = later.sort()[0]
		return {
			...ruleSet,
			validUntil: next === undefined ? null : addDays(next, -1),
			origin: publication ? originOf(publication) : null,
		}
	})
}

function originOf({ recordId, publishedOn, source, sourceUrl }: RuleSetPublication): RuleSetOrigin {
	return { recordId, publishedOn, source, sourceUrl }
}

/** Whether two versions are the same but for the words of their sources and notes, which later releases may mend. */
export function hasSameNumbers(one: RuleSet, other: RuleSet): boolean {
	return markOf(one) === markOf(other)
}

function markOf(row: RuleSet): string {
	const figures = figuresOf(row).map(({ name, values, scheme }) => JSON.stringify([name, values, scheme]))
	const deadlines = deadlinesOf(row).map(({ code, from, months, days, everyMonths }) =>
		JSON.stringify([code, from, months, days, everyMonths]),
	)
	return [row.track, row.version, row.validFrom, ...[...figures, ...deadlines].sort()].join()
}
