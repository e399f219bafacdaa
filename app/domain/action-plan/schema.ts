import { z } from 'zod'
import { isPartialDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import { PLAN_STATUSES } from './rules.ts'

/** Longest text of one field; several cells may make one field. Unit: UTF-16 code units. Source: our own. */
export const TEXT_MAX_LENGTH = 200_000

/** Text that can be stored and hashed: no NUL, no half characters, composed form (NFC), not empty. */
const text = z
	.string()
	.max(TEXT_MAX_LENGTH)
	.refine(
		(value) => !value.includes('\0') && value.isWellFormed(),
		'text with characters that cannot be stored',
	)
	.transform((value) => value.trim().normalize('NFC'))
	.refine((value) => value.length > 0, 'empty text')

const optional = text.nullable().default(null)
const day = z.string().refine(isPartialDay, 'not a day, month or year').nullable().default(null)
const link = z.url({ protocol: /^https?$/ }).max(2_000)
const optionalLink = link.nullable().default(null)

/** A readable identifier, used in addresses for ever. */
export const Key = z
	.string()
	.max(120)
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const otherLanguages = z.record(z.string().regex(/^[a-z]{2,3}$/), z.record(z.string(), text)).default({})
const titles = { titleEn: optional, titleId: optional }
const period = { startsOn: day, endsOn: day }
const origin = { source: text, sourceUrl: optionalLink }

/** A value the IRM gave. The key makes its record id and is unique within its commitment or, there, its plan. */
export const CodingImport = z.strictObject({
	key: Key,
	indicator: z.enum(IRM_INDICATORS),
	value: optional,
	valueAsPublished: text,
	product: text,
	year: z.int().min(2011).max(2100).nullable().default(null),
	codedOn: day,
	/** Row or page of the source. */
	locator: optional,
	...origin,
})

/** A claim a government published elsewhere. */
export const ClaimImport = z.strictObject({
	key: Key,
	/** Key of an institution of the same import. */
	institution: Key,
	claimedLevel: z.enum(CLAIMED_LEVELS).nullable().default(null),
	levelAsPublished: optional,
	doneEn: optional,
	doneId: optional,
	challenges: z.array(z.enum(CHALLENGES)).default([]),
	challengeText: optional,
	...origin,
	sourcePublishedOn: day,
	evidence: z
		.array(z.strictObject({ kind: z.enum(EVIDENCE_KINDS), url: link, title: optional }))
		.max(100)
		.default([]),
})

export const MilestoneImport = z.strictObject({
	key: Key,
	number: optional,
	...titles,
	deliverableEn: optional,
	deliverableId: optional,
	otherLanguages,
	responsible: optional,
	...period,
	...origin,
	claims: z.array(ClaimImport).default([]),
})

export const CommitmentImport = z.strictObject({
	key: Key,
	number: optional,
	/** OGP's own id. Source: https://www.opengovpartnership.org, e.g. ID0121, IDBRB0001. */
	ogpId: z
		.string()
		.regex(/^[A-Z]{2,5}\d{4}$/)
		.nullable()
		.default(null),
	...titles,
	theme: optional,
	descriptionEn: optional,
	descriptionId: optional,
	problemEn: optional,
	problemId: optional,
	baselineEn: optional,
	baselineId: optional,
	otherLanguages,
	leadInstitution: optional,
	supportingInstitutions: optional,
	...period,
	ogpValues: z.array(z.strictObject({ code: z.string(), justification: optional })).default([]),
	policyAreas: z.array(text).default([]),
	...origin,
	milestones: z.array(MilestoneImport).default([]),
	codings: z.array(CodingImport).default([]),
})

/** A whole plan as an import brings it, whatever it was read from. Null: the source does not say. */
export const PlanImport = z
	.strictObject({
		plan: z.strictObject({
			id: Key,
			memberId: Key,
			/** Null: the newest rule set of the member's track. */
			ruleSetId: z.string().nullable().default(null),
			status: z.enum(PLAN_STATUSES),
			number: optional,
			...titles,
			otherLanguages,
			...period,
			submittedOn: day,
			commitmentsPublished: z.int().min(0).max(10_000).nullable().default(null),
			...origin,
		}),
		/** Bodies whose claims are imported; their organization's id is the member's id and the key. */
		institutions: z.array(z.strictObject({ key: Key, nameEn: text, nameId: text })).default([]),
		commitments: z.array(CommitmentImport).max(20_000),
		codings: z.array(CodingImport).default([]),
	})
	.superRefine((plan, context) => {
		for (const [path, id] of repeated([...recordIds(plan), ...institutionKeys(plan)])) {
			context.addIssue({ code: 'custom', path, message: `"${id}" occurs twice` })
		}
	})
export type PlanImport = z.infer<typeof PlanImport>
export type PlanImportInput = z.input<typeof PlanImport>
export type CommitmentImport = z.infer<typeof CommitmentImport>
export type MilestoneImport = z.infer<typeof MilestoneImport>

/** The record id of a part of a plan: the id of what it belongs to, and its key. */
export function idWithin(parentId: string, key: string): string {
	return `${parentId}-${key}`
}

type Path = (string | number)[]
type Located = readonly (readonly [path: Path, id: string])[]
type Keyed = { readonly key: string }
type KeyedPlan = {
	readonly plan: { readonly id: string }
	readonly institutions: readonly Keyed[]
	readonly commitments: readonly (Keyed & {
		readonly milestones: readonly (Keyed & { readonly claims: readonly Keyed[] })[]
		readonly codings: readonly Keyed[]
	})[]
	readonly codings: readonly Keyed[]
}

function recordIds({ plan, commitments, codings }: KeyedPlan): Located {
	const within = (parent: string, path: Path, list: readonly Keyed[]): Located =>
		list.map(({ key }, at) => [[...path, at, 'key'], idWithin(parent, key)])
	return [
		...within(plan.id, ['commitments'], commitments),
		...within(plan.id, ['codings'], codings),
		...commitments.flatMap(({ key, milestones, codings: own }, c) => {
			const id = idWithin(plan.id, key)
			return [
				...within(id, ['commitments', c, 'codings'], own),
				...within(id, ['commitments', c, 'milestones'], milestones),
				...milestones.flatMap((milestone, m) =>
					within(
						idWithin(id, milestone.key),
						['commitments', c, 'milestones', m, 'claims'],
						milestone.claims,
					),
				),
			]
		}),
	]
}

function institutionKeys({ institutions }: KeyedPlan): Located {
	return institutions.map(({ key }, at) => [['institutions', at, 'key'], `institution ${key}`])
}

function repeated(located: Located): Located {
	const seen = new Set<string>()
	return located.filter(([, id]) => seen.has(id) || !seen.add(id))
}
