import { z } from 'zod'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { DIVERGENCE_STATES, EVIDENCE_GAPS } from '#app/domain/divergence/rules.ts'
import { LOCAL_TYPES, MEMBER_LEVELS, PARTICIPATION_MODES } from '#app/domain/member/rules.ts'

// What answers of the API look like: the document for programs is made from these, and a test holds every answer to
// them. null means that nobody said it; what is absent is not there at all.

/** The named shapes, as the document lists them. */
export const SHAPES = z.registry<{ readonly id: string; readonly description?: string }>()

/** Gives a shape a name of its own in the document. */
export function named<Shape extends z.ZodType>(id: string, shape: Shape, description?: string): Shape {
	SHAPES.add(shape, description === undefined ? { id } : { id, description })
	return shape
}

const words = z.string().nullable()
export const Bilingual = named(
	'Bilingual',
	z.object({ en: words, id: words }),
	'A text in English and in Indonesian; null where there is none in a language.',
)
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A day, a month or a year, as precisely as the source says it. */
export const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
export const level = z.enum(COMPLETION_LEVELS)
export const count = z.int().nonnegative()
/** A place in the public log; -1 where the log does not have it. */
export const ledgerIndex = z.int().min(-1)

/** Something that is described where it is shown, and not here. */
export const Described = z.record(z.string(), z.unknown())

export const Member = named(
	'Member',
	z.object({
		id: z.string(),
		level: z.enum(MEMBER_LEVELS),
		localType: z.enum(LOCAL_TYPES).nullable(),
		countryCode: z.string(),
		name: Bilingual,
		timeZone: z.string(),
		participationMode: z.enum(PARTICIPATION_MODES).nullable(),
		joinedYear: z.int().nullable(),
		isDemonstration: z.boolean(),
		notes: z.array(z.object({ en: z.string(), id: z.string(), source: z.string() })),
		source: z.string(),
	}),
	'A member of OGP, national or local.',
)

export const Origin = named(
	'Origin',
	z.object({
		version: count,
		source: z.string(),
		sourceUrl: words,
		importedBy: Bilingual.nullable(),
		publishedOn: day,
		ledgerIndex,
	}),
	'Which version of a published text this is, where it came from, and its place in the public log.',
)

export const Plan = named(
	'Plan',
	z.object({
		id: z.string(),
		member: Member,
		status: z.enum(PLAN_STATUSES),
		number: words,
		title: Bilingual,
		startsOn: partialDay.nullable(),
		endsOn: partialDay.nullable(),
		submittedOn: partialDay.nullable(),
		commitmentsPublished: count.nullable(),
		commitmentsHere: count,
		origin: Origin,
	}),
	'An action plan as it stands.',
)

export const Share = named(
	'Share',
	z.object({ count, of: count, share: z.number().min(0).max(1).nullable() }),
	'A share with both its numbers; null where there is nothing to take a share of.',
)

const Judgement = named(
	'Judgement',
	z.object({
		level: level.nullable(),
		inOtherWords: z.array(z.string()),
		known: count,
		total: count,
		rolledUp: z.boolean(),
		spread: z.object({ lowest: level, highest: level, count }).optional(),
		asOfOn: partialDay.nullable(),
	}),
	'One judge’s level; null: not assessed, or not in words of the scale.',
)

const Divergence = named(
	'Divergence',
	z.object({
		state: z.enum(DIVERGENCE_STATES),
		steps: z.int().nullable(),
		evidenceGap: z.enum(EVIDENCE_GAPS).nullable(),
	}),
	'What lies between the claim and an independent judge; positive steps: government says more.',
)

export const Judgements = named(
	'Judgements',
	z.object({
		claimed: Judgement,
		verified: Judgement,
		assessed: Judgement.optional(),
		coded: Judgement,
		divergence: Divergence,
		codedDivergence: Divergence,
		assessedDivergence: Divergence.optional(),
	}),
	'The four judges side by side; they are never merged.',
)

/** What every answer says beside its content. */
const AROUND = {
	checkpoint: z.string().describe('The newest signed checkpoint of the public log.'),
	differing: Described.optional().describe(
		'How many records are known to differ from the log; absent: none.',
	),
}

/** An answer about one thing. */
export function answer<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.object({ ...shape, ...AROUND })
}

/** One part of a list; `next` is the address of the following one. */
export function list<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), next: z.string().nullable(), ...AROUND })
}

export const Fault = named(
	'Error',
	z.object({ reason: z.string(), message: z.string(), requestId: z.string() }),
	'Why a question was not answered, in words.',
)
