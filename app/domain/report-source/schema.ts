import { z } from 'zod'
import { FrozenLeftOut } from '#app/domain/active-commitment/schema.ts'
import { isCalendarDay } from '#app/domain/calendar.ts'
import {
	LOCAL_REQUIREMENTS,
	NATIONAL_REQUIREMENTS,
	REQUIREMENT_REASONS,
} from '#app/domain/cocreation-requirement/view.ts'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import { REMARK_KINDS } from '#app/domain/expectation-remark/rules.ts'
import {
	EXPECTATIONS,
	EXPECTATION_INPUTS,
	EXPECTATION_LEVELS,
	EXPECTATION_REASONS,
} from '#app/domain/expectation/view.ts'
import { EXPECTATION_CHANGES } from '#app/domain/member-expectation/view.ts'
import { OBLIGATION_STATES } from '#app/domain/obligation/rules.ts'

const day = z.string().refine(isCalendarDay)
const whole = z.int().nonnegative()
const bilingual = z.strictObject({ en: z.string().nullable(), id: z.string().nullable() })
const records = z.array(z.string())
const expectationLevel = z.enum(EXPECTATION_LEVELS)

const requirement = z.strictObject({
	code: z.enum([...NATIONAL_REQUIREMENTS, ...LOCAL_REQUIREMENTS]),
	level: expectationLevel,
	reasons: z.array(z.enum(REQUIREMENT_REASONS)),
	records,
	nextDueOn: day.nullable(),
})

const inputs = z.array(z.strictObject({ code: z.enum(EXPECTATION_INPUTS), count: whole, of: whole }))
const namedRules = z.strictObject({
	id: z.string(),
	track: z.enum(['NATIONAL', 'LOCAL']),
	version: z.string(),
})

/** A level with what it rests on; reports from before levels were computed for the whole member have only the first four. */
export const FrozenExpectation = z.strictObject({
	code: z.enum(EXPECTATIONS),
	level: expectationLevel,
	reasons: z.array(z.enum(EXPECTATION_REASONS)),
	inputs,
	leftOut: z.exactOptional(z.array(FrozenLeftOut)),
	ruleSet: z.exactOptional(namedRules),
	records: z.exactOptional(records),
	requirements: z.exactOptional(z.array(requirement)),
	changes: z.exactOptional(
		z.array(z.strictObject({ code: z.enum(EXPECTATION_CHANGES), byOn: day.nullable() })),
	),
})

/** The levels of a member at the ends of quarters, the oldest first. */
export const FrozenHistory = z.array(
	z.strictObject({
		asOfOn: day,
		levels: z.array(
			z.strictObject({ code: z.enum(EXPECTATIONS), level: expectationLevel, ruleSet: namedRules, inputs }),
		),
	}),
)

/** What somebody said beside a level, as a report keeps it. */
export const FrozenRemark = z.strictObject({
	recordId: z.string(),
	kind: z.enum(REMARK_KINDS),
	expectation: z.enum(EXPECTATIONS),
	level: z.string(),
	asOfOn: day,
	text: bilingual,
	url: z.string().nullable(),
	interests: z.array(z.strictObject({ scope: z.enum(SCOPES), code: z.enum(INTERESTS) })).nullable(),
	version: z.int().positive(),
	reason: z.string().nullable(),
	organizationId: z.string(),
	organizationName: bilingual,
	publishedOn: day,
})

/** An obligation of the plan as it stood on the report's day. */
export const FrozenObligation = z.strictObject({
	code: z.string(),
	subject: z.string(),
	subjectTitle: bilingual.nullable(),
	dueOn: day,
	doneOn: day.nullable(),
	state: z.enum(OBLIGATION_STATES),
	waiver: z.strictObject({ recordId: z.string(), on: day, reason: bilingual }).nullable(),
})
export type FrozenObligation = z.output<typeof FrozenObligation>

/** A consultation with what it brought and what was answered. */
export const FrozenConsultation = z.strictObject({
	recordId: z.string(),
	title: bilingual,
	opensOn: day,
	closesOn: day,
	contributions: whole,
	hidden: whole,
	answered: whole,
	answers: z.partialRecord(z.enum(ANSWER_OUTCOMES), whole),
})
export type FrozenConsultation = z.output<typeof FrozenConsultation>

/** Numbers of the rules by their name, by the version of the rules. */
export const FrozenRuleNumbers = z.record(z.string(), z.record(z.string(), z.number()))
