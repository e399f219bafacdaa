import { z } from 'zod'
import { PlanImport } from '#app/domain/action-plan/schema.ts'
import type { IrmIndicator } from '#app/domain/irm-coding/rules.ts'
import { PLAN_TOTALS } from '#app/domain/irm-coding/rules.ts'
import { listOf } from './cells.ts'
import { codingKey, codingValue } from './coding-value.ts'
import { keyFrom, milestoneKey, shortKeyFrom, withoutFloatNoise } from './key-from.ts'
import { statusOn } from './plan-part.ts'

/** A blank is no value. */
const text = z
	.string()
	.transform((value) => (value.trim() === '' ? undefined : value))
	.optional()

const NestedMilestone = z.strictObject({
	milestone_number: text,
	text: z.string(),
	kind: text,
	period: text,
	start: text,
	end: text,
	source: z.string(),
})

const NestedCommitment = z.strictObject({
	commitment_uid: text,
	commitment_number: text,
	theme: text,
	title: z.string(),
	title_as_published: text,
	start_raw: text,
	end_raw: text,
	start: text,
	end: text,
	lead_institution: text,
	supporting_institutions: text,
	institutions: text,
	ogp_values: text,
	policy_areas: text,
	verifiable: text,
	relevant_to_ogp_values: text,
	ambition: text,
	potential_impact: text,
	specificity: text,
	completion_midterm_or_progress: text,
	completion_end_of_term: text,
	early_results: text,
	did_it_open_government: text,
	inception_report: text,
	novelty: text,
	binding: text,
	completion: text,
	end_of_commitment_report: text,
	summary_own_words: text,
	source: z.string(),
	milestones: z.array(NestedMilestone).default([]),
})
export type NestedCommitment = z.infer<typeof NestedCommitment>

/** A plan with its commitments, milestones and the IRM's totals nested in it: the layout of docs/import.md §4. */
export const NestedPlan = z.strictObject({
	plan_id: z.string(),
	member: z.string(),
	level: z.enum(['national', 'local']),
	number: text,
	title: z.string(),
	cycle: text,
	year_submitted: text,
	submitted: text,
	start: text,
	end: text,
	lead_institutions: text,
	commitments_in_plan: text,
	commitments_stated: text,
	source: z.string(),
	commitments: z.array(NestedCommitment),
	irm_results: z
		.array(z.strictObject({ report: z.string(), published: text, indicator: z.string(), value: z.string() }))
		.default([]),
})
export type NestedPlan = z.infer<typeof NestedPlan>

/** Where a nested plan goes. */
export type NestedSetting = {
	readonly planId: string
	readonly memberId: string
	readonly today: string
	readonly language: 'en' | 'id'
}

/** The nested plan as an import; throws Zod's error where a value cannot be stored. */
export function planFromNested(nested: NestedPlan, setting: NestedSetting): PlanImport {
	const dated = [nested, ...nested.commitments].map(({ start, end }) => ({ startsOn: start, endsOn: end }))
	return PlanImport.parse({
		plan: {
			id: setting.planId,
			memberId: setting.memberId,
			status: statusOn(setting.today, dated),
			number: nested.number,
			...inLanguage('title', nested.title, setting),
			startsOn: nested.start,
			endsOn: nested.end,
			submittedOn: nested.submitted ?? nested.year_submitted,
			commitmentsPublished: numberOf(nested.commitments_in_plan ?? nested.commitments_stated),
			...originOf(nested.source),
		},
		commitments: inOrder(nested.commitments).map((commitment, at) =>
			commitmentFrom(commitment, at, { nested, setting }),
		),
		codings: planTotals(nested),
	})
}

type Frame = { readonly nested: NestedPlan; readonly setting: NestedSetting }

function commitmentFrom(c: NestedCommitment, at: number, { nested, setting }: Frame) {
	const key = keyFrom(c.commitment_number ?? '') || keyFrom(c.commitment_uid ?? '') || `c${at + 1}`
	const [lead, ...others] = listOf(c.institutions ?? '', ';')
	return {
		key,
		number: c.commitment_number === undefined ? undefined : withoutFloatNoise(c.commitment_number),
		ogpId: c.commitment_uid,
		...inLanguage('title', c.title, setting),
		theme: c.theme,
		...inLanguage('description', c.summary_own_words, setting),
		leadInstitution: c.lead_institution ?? lead,
		supportingInstitutions: c.supporting_institutions ?? (others.join('; ') || undefined),
		startsOn: c.start ?? yearOf(c.start_raw),
		endsOn: c.end ?? yearOf(c.end_raw),
		ogpValues: ogpValues(c.ogp_values),
		policyAreas: listOf(c.policy_areas ?? '', ';'),
		...originOf(sourceOf(c)),
		milestones: c.milestones.map((milestone, m) =>
			milestoneFrom(milestone, m, { commitmentKey: key, setting }),
		),
		codings: codingsOf(c, nested),
	}
}

/** Where the commitment's text comes from, and what of the source has no field of its own. */
function sourceOf(c: NestedCommitment): string {
	const published = c.title_as_published
	return [
		c.source,
		...(published === undefined || published.endsWith(c.title) ? [] : [`title as published: ${published}`]),
		...(c.end_of_commitment_report === undefined
			? []
			: [`end-of-commitment report: ${c.end_of_commitment_report}`]),
		...(c.summary_own_words === undefined ? [] : ['description: our summary']),
	].join('; ')
}

function milestoneFrom(
	m: z.infer<typeof NestedMilestone>,
	at: number,
	{ commitmentKey, setting }: { commitmentKey: string; setting: NestedSetting },
) {
	return {
		key: milestoneKey(m.milestone_number ?? '', commitmentKey) || `m${at + 1}`,
		number: m.milestone_number,
		...inLanguage('title', m.text, setting),
		startsOn: m.start,
		endsOn: m.end,
		...originOf(
			m.kind === undefined || m.kind === 'milestone' ? m.source : `${m.source}; published as: ${m.kind}`,
		),
	}
}

/** Plans number their commitments; a source does not always list them in that order. */
function inOrder(commitments: readonly NestedCommitment[]): readonly NestedCommitment[] {
	const parts = (c: NestedCommitment) => (c.commitment_number ?? '9999').split('.').map(Number)
	return [...commitments].sort((a, b) => {
		const [x, y] = [parts(a), parts(b)]
		return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0)
	})
}

function inLanguage(field: string, value: string | undefined, { language }: NestedSetting) {
	return { [`${field}${language === 'en' ? 'En' : 'Id'}`]: value }
}

function originOf(source: string) {
	return { source, sourceUrl: /https?:\/\/[^\s;()]+/.exec(source)?.[0] }
}

function numberOf(figure: string | undefined): number | undefined {
	return figure === undefined ? undefined : Number(figure)
}

/** A raw day that is only a year is kept; other raw days are in the parsed column already. */
function yearOf(raw: string | undefined): string | undefined {
	return raw !== undefined && /^\d{4}$/.test(raw) ? raw : undefined
}

const OGP_VALUES: readonly (readonly [words: RegExp, code: string])[] = [
	[/^access to information$/i, 'TRANSPARENCY'],
	[/^civic participation$/i, 'PARTICIPATION'],
	[/^public accountability$/i, 'ACCOUNTABILITY'],
	[/^technology/i, 'TECHNOLOGY'],
]

function ogpValues(words: string | undefined) {
	return listOf(words ?? '', ';').map((word) => ({
		code: OGP_VALUES.find(([pattern]) => pattern.test(word))?.[1] ?? word,
		justification: null,
	}))
}

type Coded = { readonly indicator: IrmIndicator; readonly word: string | undefined; readonly part?: string }

/** The published values of a commitment, each an act of its own, in the words of its source. */
function codingsOf(c: NestedCommitment, nested: NestedPlan) {
	const assessedLocally = c.inception_report !== undefined
	const coded = assessedLocally ? inceptionFindings(c) : irmValues(c)
	return coded.flatMap(({ indicator, word, part }) =>
		word === undefined
			? []
			: [
					{
						key: codingKey(indicator, part),
						indicator,
						value: codingValue(indicator, word),
						valueAsPublished: word,
						product: assessedLocally
							? 'Inception report of the local Monitoring Body'
							: `IRM assessment, ${nested.title}`,
						...originOf(c.source),
					},
				],
	)
}

function irmValues(c: NestedCommitment): readonly Coded[] {
	const potential = /^Potential for results:\s*(.+)$/.exec(c.ambition ?? '')?.[1]
	return [
		{ indicator: 'VERIFIABLE', word: c.verifiable },
		{ indicator: 'RELEVANCE', word: c.relevant_to_ogp_values },
		{ indicator: 'SPECIFICITY', word: c.specificity },
		{ indicator: 'POTENTIAL_IMPACT', word: c.potential_impact },
		{ indicator: 'POTENTIAL_FOR_RESULTS', word: potential },
		{ indicator: 'AMBITION', word: potential === undefined ? c.ambition : undefined },
		{ indicator: 'COMPLETION_MIDTERM', word: c.completion_midterm_or_progress },
		{ indicator: 'COMPLETION_END', word: c.completion_end_of_term ?? c.completion },
		{ indicator: 'EARLY_RESULTS', word: c.early_results },
		{ indicator: 'DIOG', word: c.did_it_open_government },
	]
}

function inceptionFindings(c: NestedCommitment): readonly Coded[] {
	const finding = (part: string, label: string, word: string | undefined): Coded => ({
		indicator: 'INCEPTION_FINDING',
		part,
		word: word === undefined ? undefined : `${label}: ${word}`,
	})
	return [
		finding('report', 'Inception report', c.inception_report),
		finding('verifiable', 'Verifiable', c.verifiable),
		finding('relevance', 'Relevant to OGP values', c.relevant_to_ogp_values),
		finding('novelty', 'Novelty', c.novelty),
		finding('binding', 'Binding', c.binding),
	]
}

/** Figures for the plan as a whole; a result that is no such figure belongs to a commitment and is there already. */
function planTotals(nested: NestedPlan) {
	return nested.irm_results.flatMap(({ report, published, indicator, value }) => {
		const total = PLAN_TOTALS.find((code) => code === indicator.toUpperCase())
		if (!total) return []
		return [
			{
				key: codingKey('PLAN_TOTAL', `${shortKeyFrom(report)}-${keyFrom(indicator)}`),
				indicator: 'PLAN_TOTAL',
				value: total,
				valueAsPublished: value,
				product: report,
				year: numberOf(published),
				...originOf(nested.source),
			},
		]
	})
}
