import { z } from 'zod'
import { PlanFilter } from '#app/domain/commitment/schema.ts'
import { CommitmentsAsked } from '#app/domain/commitment-list/schema.ts'
import { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import { LevelFileQuery, LevelListQuery } from '#app/domain/standing/schema.ts'
import { COMMITMENT, Coding, Figures } from './acts.ts'
import {
	Bilingual,
	Described,
	Judgements,
	Member,
	Plan,
	Share,
	answer,
	count,
	day,
	list,
	named,
	partialDay,
} from './shapes.ts'

/** Items of one part of a list, at most and where nothing is asked. Source: our own. */
export const PART_AT_MOST = 100

/** Something that the API answers: the words about it are under `api.<name>`. */
export type Operation = {
	readonly name: string
	/** With the names of its parts in braces. */
	readonly path: string
	/** Whether it is a list, which is given in parts. */
	readonly isList: boolean
	/** What it can be narrowed by. */
	readonly query: z.ZodObject
	readonly answer: z.ZodType
}

/** How many items of a list are asked for. */
export const Limit = z.coerce.number().int().min(1).max(PART_AT_MOST)

const NOTHING = z.strictObject({})
/** What a list may be asked that is narrowed by nothing: after which of its items it goes on. */
export const AFTER = z.strictObject({ after: z.string().max(128).optional() })
const words = z.string().nullable()
const threads = z.array(Described).describe('How each finding stands: answered, decided, silent.')

const ListedCommitment = named(
	'ListedCommitment',
	z.object({
		id: z.string(),
		number: words,
		ogpId: words,
		title: Bilingual,
		standing: words,
		institution: words,
		policyAreas: z.array(z.string()),
		ogpValues: z.array(z.string()),
		member: z.object({ id: z.string(), name: Bilingual, isDemonstration: z.boolean() }),
		plan: z.object({ id: z.string(), title: Bilingual }),
		judgements: Judgements,
		overdueMilestones: count,
		lateSinceOn: day.nullable(),
		lastActOn: partialDay,
	}),
	'A commitment as one line of a list, with its four judges.',
)

const Line = named(
	'DivergenceLine',
	z.object({
		id: z.string(),
		plan: z.object({ id: z.string(), title: Bilingual }),
		member: z.object({ id: z.string(), name: Bilingual, isDemonstration: z.boolean() }),
		commitmentId: z.string(),
		number: words,
		title: Bilingual,
		standing: words,
		institution: words,
		checkpoint: z.object({ code: z.string(), dueOn: day }).nullable(),
		judgements: Judgements,
		independent: count,
		notCounted: count,
		coverage: Share,
		foundOn: partialDay.nullable(),
		ageDays: count.nullable(),
		confirmedOn: day.nullable(),
	}),
	'A commitment at a checkpoint, or as everything stands, where somebody independent looked.',
)

const STANDING = {
	memberId: z.string(),
	track: z.enum(['NATIONAL', 'LOCAL']),
	asOfOn: day,
	ruleSet: z.object({ id: z.string(), track: z.enum(['NATIONAL', 'LOCAL']), version: z.string() }),
	planId: words,
	expectations: z.array(
		z
			.looseObject({ records: z.array(z.string()) })
			.describe('Level, rule, figures, and what would change it.'),
	),
}

const ANSWERED: readonly Operation[] = [
	{ name: 'members', path: '/api/v1/members', isList: true, query: AFTER, answer: list(Member) },
	{
		name: 'member',
		path: '/api/v1/members/{memberId}',
		isList: false,
		query: NOTHING,
		answer: answer({ ...Member.shape, plans: z.array(Plan) }),
	},
	{ name: 'plans', path: '/api/v1/plans', isList: true, query: PlanFilter, answer: list(Plan) },
	{
		name: 'plan',
		path: '/api/v1/plans/{planId}',
		isList: false,
		query: NOTHING,
		answer: answer({
			plan: Plan,
			ruleSet: Described.describe('OGP’s numbers that hold for it, as data.'),
			checkpoints: z.array(
				z.object({
					id: z.string(),
					code: z.string(),
					opensOn: day,
					dueOn: day,
					lockedOn: day.nullable(),
					reopenedUntilOn: day.optional(),
				}),
			),
			commitments: z.array(named('Commitment', z.object(COMMITMENT), 'A commitment with all that was said.')),
			codings: z.array(Coding),
			earlier: z.array(Described).optional(),
			amendments: z.array(Described).optional(),
			unreadable: z.array(Described).optional(),
			assessments: z.array(Described).optional(),
			selfAssessments: z.array(Described).optional(),
			owedReports: z.array(Described).optional(),
			ledgerSize: count,
			asOfOn: day,
			figures: Figures,
			fixRate: z.object({
				adverse: count,
				waiting: count,
				repliedInTime: Share,
				resolved: Share,
				medianDays: z.number().nullable(),
			}),
			threads,
		}),
	},
	{
		name: 'commitments',
		path: '/api/v1/commitments',
		isList: true,
		query: CommitmentsAsked,
		answer: list(ListedCommitment),
	},
	{
		name: 'commitment',
		path: '/api/v1/commitments/{commitmentId}',
		isList: false,
		query: NOTHING,
		answer: answer({
			...COMMITMENT,
			unreadable: z.array(Described).optional(),
			threads,
			asOfOn: day,
			plan: Plan,
		}),
	},
	{
		name: 'divergence',
		path: '/api/v1/divergence',
		isList: true,
		query: DivergenceFilter,
		answer: list(Line).extend({ summary: Described }),
	},
	{
		name: 'expectations',
		path: '/api/v1/expectations',
		isList: true,
		query: LevelListQuery,
		answer: list(z.object({ id: z.string(), member: Member, ...STANDING })).extend({ asOfOn: day }),
	},
	{
		name: 'standing',
		path: '/api/v1/expectations/{memberId}',
		isList: false,
		query: LevelFileQuery.omit({ lang: true }),
		answer: answer({
			member: Member,
			...STANDING,
			commitmentTests: z.unknown(),
			remarks: z.unknown(),
			history: z.unknown(),
			snapshots: z.unknown(),
		}),
	},
]

/** Everything that the API answers. */
export const OPERATIONS: readonly Operation[] = ANSWERED.map((one) => ({
	...one,
	answer: named(`${one.name.charAt(0).toUpperCase()}${one.name.slice(1)}Answer`, one.answer),
}))
