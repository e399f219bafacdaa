import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { CheckpointScheme, ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import { ProcessRules } from '#app/domain/process-rules/schema.ts'
import { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import type { basis } from '#app/domain/rule-set/schema.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import type { z } from 'zod'

/** Groups of numbers in a rule set, in the order in which they are read. */
export const RULE_GROUPS = ['rules', 'cycle', 'process', 'verification'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

const LISTS = ['planMonths', 'reminderDays'] as const

/** Names of all numbers of a rule set; the sentence of each is under `rule-sentence.<name>`. */
export const RULE_FIGURES: readonly string[] = [
	...Object.keys(RuleSetRules.shape),
	...Object.keys(CycleRules.shape).filter((name) => name !== 'obligations'),
	...Object.keys(ProcessRules.shape),
	...Object.keys(VerificationRules.shape),
]

/** What a number of a rule counts; the words are under `rule-unit.<UNIT>`, a share is written as a percentage. */
export const RULE_UNITS = ['DAYS', 'MONTHS', 'MEGABYTES', 'COUNT'] as const
export type RuleUnit = (typeof RULE_UNITS)[number] | 'SHARE'

/** One number of a rule set, or a few that belong together, with what it rests on. */
export type RuleFigure = {
	readonly group: RuleGroup
	readonly name: string
	readonly unit: RuleUnit
	/** None: the rule set leaves it to the member. */
	readonly values: readonly number[]
	/** Whether there may be several, or none. */
	readonly isList: boolean
	/** A rule that is a choice and no number. */
	readonly scheme: CheckpointScheme | null
	readonly basis: z.output<typeof basis>
	readonly source: string
}

/** The four groups of a rule set, as they are stored. */
export type StoredRules = { readonly [Group in RuleGroup]: unknown }

type Figure = Pick<RuleFigure, 'basis' | 'source'> & { readonly value: number }

type Group = Readonly<Record<string, Figure>>

/** Every number of a rule set. A group that a version from before it does not have gives none. */
export function figuresOf(stored: StoredRules): readonly RuleFigure[] {
	const rules: Group = RuleSetRules.safeParse(stored.rules).data ?? {}
	const process: Group = ProcessRules.safeParse(stored.process).data ?? {}
	const verification: Group = VerificationRules.safeParse(stored.verification).data ?? {}
	return [
		...Object.entries(rules).map((entry) => single('rules', entry)),
		...cycleFigures(stored.cycle),
		...Object.entries(process).map((entry) => single('process', entry)),
		...Object.entries(verification).map((entry) => single('verification', entry)),
	]
}

/** The deadlines of a rule set, which have sentences of their own. */
export function deadlinesOf(stored: StoredRules): readonly ObligationRule[] {
	return CycleRules.safeParse(stored.cycle).data?.obligations ?? []
}

function cycleFigures(stored: unknown): readonly RuleFigure[] {
	const cycle = CycleRules.safeParse(stored).data
	if (!cycle) return []
	const { obligations: _obligations, checkpointScheme, planMonths, reminderDays, ...singles } = cycle
	const lists = { planMonths, reminderDays }
	const { value: scheme, ...rest } = checkpointScheme
	return [
		...LISTS.map((name): RuleFigure => ({
			group: 'cycle',
			name,
			unit: unitOf(name),
			isList: true,
			values: lists[name].values,
			scheme: null,
			basis: lists[name].basis,
			source: lists[name].source,
		})),
		{
			group: 'cycle',
			name: 'checkpointScheme',
			unit: 'COUNT',
			isList: false,
			values: [],
			scheme,
			...rest,
		},
		...Object.entries(singles).map((entry) => single('cycle', entry)),
	]
}

function single(group: RuleGroup, [name, { value, basis, source }]: readonly [string, Figure]): RuleFigure {
	return { group, name, unit: unitOf(name), isList: false, values: [value], scheme: null, basis, source }
}

const SHARES = ['coverageMet', 'selfTimelyPartial', 'concretePartial']

/** What a number counts, by the end of its name. */
export function unitOf(name: string): RuleUnit {
	if (SHARES.includes(name)) return 'SHARE'
	if (name.endsWith('Days')) return 'DAYS'
	if (name.endsWith('Months') || name === 'planMonthsTolerance') return 'MONTHS'
	return name.endsWith('Megabytes') ? 'MEGABYTES' : 'COUNT'
}
