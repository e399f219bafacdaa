import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import { RULE_GROUPS } from '#app/domain/rule-sentence/rules.ts'
import type { RuleFigure, RuleGroup, RuleUnit } from '#app/domain/rule-sentence/rules.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'

/** Longest name of a version. Unit: characters. Source: our own. */
export const VERSION_NAME_MAX_CHARACTERS = 30

/** Longest note on a version. Unit: Unicode code points. Source: our own. */
export const NOTE_MAX_CHARACTERS = 1_000

/** The numbers of a version, as sentences are made of them. */
export type RuleNumbers = {
	readonly figures: readonly RuleFigure[]
	readonly deadlines: readonly ObligationRule[]
}

/** From where to where a number can go. */
export type Range = { readonly from: number; readonly to: number }

export type DeadlinePart = 'months' | 'days' | 'everyMonths'

/** One number of the form of a new version: which rule it belongs to, and what it may be. */
export type RuleField = { readonly name: string; readonly range: Range } & (
	| { readonly is: 'number' | 'share' | 'list' | 'scheme'; readonly figure: RuleFigure }
	| { readonly is: 'deadline'; readonly rule: ObligationRule; readonly part: DeadlinePart }
)

/** Widest range of each kind of number. Source: our own; a typing error is caught, a choice is not judged. */
const RANGES: { readonly [Unit in RuleUnit]: Range } = {
	DAYS: { from: 0, to: 3_650 },
	MONTHS: { from: 0, to: 240 },
	MEGABYTES: { from: 1, to: 20 },
	COUNT: { from: 0, to: 1_000 },
	SHARE: { from: 0, to: 100 },
}

/** Numbers that come round again, or within which something must be possible: none of them is nothing. */
const AT_LEAST_ONE: readonly string[] = [
	'checkpointMonths',
	'coverageMonths',
	'planMonths',
	'reminderEveryDays',
	'replyDays',
	'declarationMonths',
	'assessmentFiles',
	'forumGapDays',
	'repositoryGapDays',
	'evidenceMonths',
	'resultMeetings',
	'sharingMonths',
	'sharingPartMonths',
]

const OWN_RANGES: Readonly<Record<string, Range>> = { resultMeetingMonth: { from: 1, to: 12 } }

const DEADLINE_RANGES: { readonly [Part in DeadlinePart]: Range } = {
	months: { from: 0, to: 120 },
	days: { from: -365, to: 365 },
	everyMonths: { from: 1, to: 120 },
}

/** Deadlines that count in days alone: how long something stays open. */
const DAYS_ONLY: readonly string[] = ['SA_CONSULTATION']

/** Numbers of which the second must not be smaller than the first. */
export const IN_ORDER: readonly (readonly [lower: string, upper: string])[] = [
	['commitmentsWarnBelow', 'commitmentsWarnAbove'],
	['commitmentsWarnAbove', 'commitmentsWarnStronglyAbove'],
	['siteFreshDays', 'siteStaleDays'],
	['sharingMonths', 'sharingPartMonths'],
]

/** The one list that the form of a new version is drawn from, in the order of the page of the rules. */
export function fieldsOf({ figures, deadlines }: RuleNumbers): readonly RuleField[] {
	const inOrder = RULE_GROUPS.flatMap((group) => figures.filter((figure) => figure.group === group))
	return [...inOrder.map(fieldOf), ...deadlines.flatMap(deadlineFields)]
}

/** The fields of one group of numbers, or of the deadlines. */
export function fieldsIn(fields: readonly RuleField[], group: RuleGroup | 'deadlines'): readonly RuleField[] {
	return fields.filter((field) => (field.is === 'deadline' ? 'deadlines' : field.figure.group) === group)
}

function fieldOf(figure: RuleFigure): RuleField {
	const { name, unit, scheme, isList } = figure
	const widest = OWN_RANGES[name] ?? RANGES[unit]
	const range = AT_LEAST_ONE.includes(name) ? { ...widest, from: 1 } : widest
	if (scheme !== null) return { name, range, is: 'scheme', figure }
	if (isList) return { name, range, is: 'list', figure }
	return { name, range, is: unit === 'SHARE' ? 'share' : 'number', figure }
}

function deadlineFields(rule: ObligationRule): readonly RuleField[] {
	const parts: readonly DeadlinePart[] = [
		...(DAYS_ONLY.includes(rule.code) ? [] : (['months'] as const)),
		'days',
		...(rule.everyMonths === null ? [] : (['everyMonths'] as const)),
	]
	return parts.map((part) => ({
		name: `${rule.code}-${part}`,
		range: DEADLINE_RANGES[part],
		is: 'deadline',
		rule,
		part,
	}))
}

/** A number as it stands in its field before anybody types: a share in percent, several with commas between. */
export function asTyped(field: RuleField): string {
	if (field.is === 'deadline') return String(field.rule[field.part] ?? '')
	const { values, scheme } = field.figure
	if (field.is === 'scheme') return scheme ?? ''
	return values.map((value) => String(field.is === 'share' ? percentOf(value) : value)).join(', ')
}

/** Shares are typed in percent with at most one place behind the point. */
function percentOf(share: number): number {
	return Math.round(share * 1_000) / 10
}

const WHOLE = /^-?\d{1,6}$/
const PERCENT = /^\d{1,3}(?:[.,]\d)?$/

/**
 * The numbers that a text says in a field.
 *
 * Returns  null where it says none that the field takes; no number at all only where a list may be empty.
 */
export function numbersIn(field: RuleField, text: string): readonly number[] | null {
	if (field.is === 'scheme') return null
	const isIn = (value: number) => value >= field.range.from && value <= field.range.to
	if (field.is === 'share') {
		const percent = PERCENT.test(text) ? Number(text.replace(',', '.')) : NaN
		return isIn(percent) ? [Math.round(percent * 10) / 1_000] : null
	}
	if (field.is === 'list' && text === '') return field.name === 'planMonths' ? [] : null
	const parts = field.is === 'list' ? text.split(/[,;]/).map((part) => part.trim()) : [text]
	const numbers = parts.map((part) => (WHOLE.test(part) ? Number(part) : NaN))
	return numbers.every(isIn) && numbers.length <= LIST_MAX ? numbers : null
}

/** Most numbers in one list. Source: our own. */
const LIST_MAX = 12

/** A number of the rules that is another one in a newer version; null where a version does not have it. */
export type RuleChange =
	| { readonly is: 'figure'; readonly before: RuleFigure | null; readonly after: RuleFigure | null }
	| { readonly is: 'deadline'; readonly before: ObligationRule | null; readonly after: ObligationRule | null }

/** Every number that differs between two versions, in the order of the page of the rules. */
export function changesBetween(before: RuleNumbers, after: RuleNumbers): readonly RuleChange[] {
	const names = namesIn(before.figures, after.figures, ({ name }) => name)
	const codes = namesIn(before.deadlines, after.deadlines, ({ code }) => code)
	const figures = names.map((name): RuleChange => ({
		is: 'figure',
		before: before.figures.find((one) => one.name === name) ?? null,
		after: after.figures.find((one) => one.name === name) ?? null,
	}))
	const deadlines = codes.map((code): RuleChange => ({
		is: 'deadline',
		before: before.deadlines.find((one) => one.code === code) ?? null,
		after: after.deadlines.find((one) => one.code === code) ?? null,
	}))
	return [...figures, ...deadlines].filter(isChange)
}

function namesIn<One>(before: readonly One[], after: readonly One[], nameOf: (one: One) => string) {
	return [...new Set([...before, ...after].map(nameOf))]
}

function isChange(change: RuleChange): boolean {
	const { before, after } = change
	if (before === null || after === null) return true
	if (change.is === 'figure') return figureMark(change.before) !== figureMark(change.after)
	return deadlineMark(change.before) !== deadlineMark(change.after)
}

function figureMark(figure: RuleFigure | null): string {
	return JSON.stringify(figure && [figure.values, figure.scheme])
}

function deadlineMark(rule: ObligationRule | null): string {
	return JSON.stringify(rule && [rule.from, rule.months, rule.days, rule.everyMonths])
}

type Version = Pick<RuleSetView, 'id' | 'track' | 'version' | 'validFrom'>

/** The address of a version, which is the number of its record too. */
export function versionId(track: RuleSetView['track'], name: string): string {
	return `rules-${track.toLowerCase()}-${name}`
}

/** The version that one with this first day follows, and the one that follows it; null where there is none. */
export function neighboursOf<One extends Version>(
	versions: readonly One[],
	{ track, validFrom }: Pick<Version, 'track' | 'validFrom'>,
): { readonly before: One | null; readonly after: One | null } {
	const own = versions.filter((one) => one.track === track)
	const sorted = [...own].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
	return {
		before: sorted.findLast((one) => one.validFrom < validFrom) ?? null,
		after: sorted.find((one) => one.validFrom > validFrom) ?? null,
	}
}

/**
 * Why a version cannot be published beside those there are.
 *
 * A first day that is over would change levels that were read on that day, so it is refused.
 */
export function reasonNotToPublish(
	wanted: Pick<Version, 'track' | 'version' | 'validFrom'>,
	{ versions, today }: { readonly versions: readonly Version[]; readonly today: string },
): 'rule_version_known' | 'rule_day_known' | 'rule_day_past' | null {
	const own = versions.filter(({ track }) => track === wanted.track)
	const id = versionId(wanted.track, wanted.version)
	if (versions.some((one) => one.id === id)) return 'rule_version_known'
	if (own.some(({ version }) => version === wanted.version)) return 'rule_version_known'
	if (wanted.validFrom < today) return 'rule_day_past'
	return own.some(({ validFrom }) => validFrom === wanted.validFrom) ? 'rule_day_known' : null
}
