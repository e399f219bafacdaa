import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CHECKPOINT_SCHEMES, CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { LevelDifference } from '#app/domain/level-difference/rules.ts'
import { deadlinesOf, figuresOf } from '#app/domain/rule-sentence/rules.ts'
import type { RuleFigure, StoredRules } from '#app/domain/rule-sentence/rules.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { RuleSet, RuleSetPublication } from '#prisma/generated/client.ts'
import { z } from 'zod'
import { fieldsOf, numbersIn, versionId } from './rules.ts'
import type { RuleChange, RuleField, RuleNumbers } from './rules.ts'
import { StoredNumbers } from './schema.ts'
import type { RuleVersionAnswer, RuleVersionContent } from './schema.ts'

type Named = Pick<RuleSetView, 'id' | 'track' | 'version' | 'validFrom'>

/** The version that a new one is written from. */
export type RuleBase = RuleNumbers & {
	readonly ruleSet: Named
	/** The first day that a new version can hold from. */
	readonly today: CalendarDay
}

/** What a version would change, before anybody publishes it. */
export type RuleVersionPreview = {
	readonly track: RuleSetView['track']
	/** The version that it follows, and the one that follows it; null where there is none. */
	readonly before: Named | null
	readonly after: Named | null
	readonly changes: readonly RuleChange[]
	/** Public plans of the track, each with the version that it keeps. */
	readonly plans: readonly KeptPlan[]
	/** Plans that are being written and keep theirs too. */
	readonly drafts: number
	/** The version whose levels are shown today, and those that would be others by the new one. */
	readonly today: Named | null
	readonly members: number
	readonly levels: readonly LevelDifference[]
}

export type KeptPlan = { readonly id: string; readonly title: Bilingual; readonly ruleSet: Named }

/** What the log seals of a version of the rules: all that is stored of it. */
export function ruleVersionContent(row: RuleSetPublication, ruleSet: RuleSet): RuleVersionContent {
	return {
		kind: 'rule-set.published',
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		track: ruleSet.track,
		versionName: ruleSet.version,
		validFrom: ruleSet.validFrom,
		rules: StoredNumbers.parse(ruleSet.rules),
		cycle: StoredNumbers.parse(ruleSet.cycle),
		process: StoredNumbers.parse(ruleSet.process),
		verification: StoredNumbers.parse(ruleSet.verification),
		noteEn: ruleSet.noteEn,
		noteId: ruleSet.noteId,
		source: row.source,
		sourceUrl: row.sourceUrl,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** The numbers of a stored version. */
export function numbersOf(stored: StoredRules): RuleNumbers {
	return { figures: figuresOf(stored), deadlines: deadlinesOf(stored) }
}

type By = {
	readonly hostId: string
	readonly personId: string
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The row of the act. */
export function publicationRow(ruleSetId: string, answer: RuleVersionAnswer, by: By): RuleSetPublication {
	return {
		recordId: ruleSetId,
		version: 1,
		source: answer.source,
		sourceUrl: answer.sourceUrl || null,
		actorOrganizationId: by.hostId,
		submittedById: by.personId,
		publishedOn: utcDay(by.at),
		publishedAt: by.at,
		salt: by.salt,
		privateSalt: by.privateSalt,
	}
}

/**
 * A version with the typed numbers in place of those of the version it was written from. A number that is another one
 * rests on what the new version rests on; the others keep their source.
 */
export function versionFrom(base: RuleSet, answer: RuleVersionAnswer): RuleSet {
	const fields = fieldsOf(numbersOf(base))
	const track = z.enum(['NATIONAL', 'LOCAL']).parse(base.track)
	const changed = (group: keyof StoredRules) => ({
		...StoredNumbers.parse(base[group]),
		...Object.fromEntries(
			fields.flatMap((field) => {
				if (field.is === 'deadline' || field.figure.group !== group) return []
				const after = figureAfter(field.figure, field, answer)
				return after === null ? [] : [[field.name, after] as const]
			}),
		),
	})
	const cycle = CycleRules.parse(base.cycle)
	const obligations = cycle.obligations.map((rule) => deadlineAfter(rule, fields, answer))
	return {
		id: versionId(track, answer.versionName),
		track,
		version: answer.versionName,
		validFrom: answer.validFrom,
		rules: changed('rules'),
		cycle: CycleRules.parse({ ...changed('cycle'), obligations }),
		process: changed('process'),
		verification: changed('verification'),
		noteEn: answer.noteEn,
		noteId: answer.noteId,
	}
}

/** A figure as it is stored with another number; null where it stays what it was. */
function figureAfter(figure: RuleFigure, field: RuleField, answer: RuleVersionAnswer) {
	const rests = restsOn(answer)
	const typed = answer.numbers[field.name] ?? ''
	if (field.is === 'scheme') {
		const scheme = z.enum(CHECKPOINT_SCHEMES).parse(typed)
		return scheme === figure.scheme ? null : { value: scheme, ...rests }
	}
	const numbers = numbersIn(field, typed) ?? figure.values
	if (JSON.stringify(numbers) === JSON.stringify(figure.values)) return null
	return StoredNumbers.parse(figure.isList ? { values: numbers, ...rests } : { value: numbers[0], ...rests })
}

function deadlineAfter(
	rule: ObligationRule,
	fields: readonly RuleField[],
	answer: RuleVersionAnswer,
): ObligationRule {
	const own = fields.flatMap((field) => {
		if (field.is !== 'deadline' || field.rule.code !== rule.code) return []
		const [number] = numbersIn(field, answer.numbers[field.name] ?? '') ?? []
		return number === undefined || number === rule[field.part] ? [] : [[field.part, number] as const]
	})
	return own.length === 0 ? rule : { ...rule, ...Object.fromEntries(own), ...restsOn(answer) }
}

/** What a number of a new version rests on: an address first, so that pages open it. */
function restsOn({ basis, source, sourceUrl }: RuleVersionAnswer) {
	return { basis, source: sourceUrl ? `${sourceUrl} (${source})` : source }
}
