import { z } from 'zod'
import { isCalendarDay, isPartialDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { DISPOSITIONS } from '#app/domain/assessment-comment/rules.ts'
import { STANDINGS } from '#app/domain/published-text/rules.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import {
	ASSESSMENT_KINDS,
	ASSESSMENT_STAGES,
	RECOMMENDATIONS_MAX,
	TEXT_MAX_CHARACTERS,
	TEXT_SECTIONS,
	WINDOW_MAX_DAYS,
} from './rules.ts'

const text = z.string().nullable()
const whole = z.int().nonnegative()
const day = z.string().refine(isCalendarDay)
const partialDay = z.string().refine(isPartialDay).nullable()
const bilingual = z.strictObject({ en: text, id: text })
const level = z.enum(CLAIMED_LEVELS).nullable()

/** A text of a self-assessment; `notTranslated`: one language, and the report says so. */
export const AssessmentText = z.strictObject({ en: text, id: text, notTranslated: z.boolean() })
export type AssessmentText = z.infer<typeof AssessmentText>

/** A recommendation of the IRM and what became of it. */
export const Recommendation = z.strictObject({ recommendation: AssessmentText, response: AssessmentText })
export type Recommendation = z.infer<typeof Recommendation>

const CommitmentAnswers = z.strictObject({
	/** Null: nobody has confirmed a step yet. */
	level,
	results: AssessmentText,
	next: AssessmentText,
	/** Of the person in charge; never published. */
	contact: text,
})
export type CommitmentAnswers = z.infer<typeof CommitmentAnswers>

/** What is typed for a self-assessment, as its draft keeps it. What the plan or the claims say is not in it. */
export const SelfAssessmentAnswers = z.strictObject({
	texts: z.partialRecord(z.enum(TEXT_SECTIONS), AssessmentText),
	recommendations: z.array(Recommendation).max(RECOMMENDATIONS_MAX),
	/** It is said that there are none. */
	noRecommendations: z.boolean(),
	/** By the commitment's id. */
	commitments: z.record(z.string(), CommitmentAnswers),
	/** Of each part, how often it was written: two people may write different parts at the same time. */
	versions: z.record(z.string(), whole),
	/** Who asked for the final version; null: nobody did since the last change. */
	submittedById: text,
})
export type SelfAssessmentAnswers = z.infer<typeof SelfAssessmentAnswers>

/** A self-assessment of which nothing is written yet. */
export const NOTHING_WRITTEN: SelfAssessmentAnswers = {
	texts: {},
	recommendations: [],
	noRecommendations: false,
	commitments: {},
	versions: {},
	submittedById: null,
}

const words = typedText(TEXT_MAX_CHARACTERS).optional()
const mark = z.boolean().optional()

/** One text of the outline. Nothing typed is an answer too: the overview says that it is still to write. */
export const TextAnswer = z.strictObject({
	version: seenVersion,
	textId: words,
	textEn: words,
	notTranslated: mark,
})
export type TextAnswer = z.infer<typeof TextAnswer>

/** One more recommendation of the IRM. */
export const RecommendationAnswer = z
	.strictObject({
		version: seenVersion,
		recommendationId: words,
		recommendationEn: words,
		responseId: words,
		responseEn: words,
		notTranslated: mark,
	})
	.refine((answer) => Boolean(answer.recommendationId) || Boolean(answer.recommendationEn), {
		path: ['recommendationId'],
		error: 'self-assessment.recommendation.required',
	})
	.refine((answer) => Boolean(answer.responseId) || Boolean(answer.responseEn), {
		path: ['responseId'],
		error: 'self-assessment.response.required',
	})
export type RecommendationAnswer = z.infer<typeof RecommendationAnswer>

/** How far a commitment has come, as government says it. */
export const CommitmentAnswer = z.strictObject({
	version: seenVersion,
	level: z.enum(CLAIMED_LEVELS, { error: 'self-assessment.level.required' }),
	resultsId: words,
	resultsEn: words,
	nextId: words,
	nextEn: words,
	notTranslated: mark,
	contact: typedText(200).optional(),
})
export type CommitmentAnswer = z.infer<typeof CommitmentAnswer>

/** For how many days a draft is open for comment: as long as the rule set asks, or longer. */
export function openAnswer(leastDays: number) {
	const error = 'self-assessment.days.required'
	return z.strictObject({
		version: seenVersion,
		days: z.int({ error }).min(leastDays, { error }).max(WINDOW_MAX_DAYS, { error }),
	})
}
export type OpenAnswer = z.infer<ReturnType<typeof openAnswer>>

/** Versions of what a self-assessment says and of its outline. Raised with every change of either; old ones stay readable. */
const SELF_ASSESSMENT_TEMPLATES = ['1', '2'] as const
export const SELF_ASSESSMENT_TEMPLATE = '2'

const milestone = z.strictObject({
	id: z.string(),
	number: text,
	title: bilingual,
	startsOn: partialDay,
	endsOn: partialDay,
	/** What the newest claim says; null: nobody claimed anything, or not in words of the scale. */
	level,
	levelAsPublished: text,
	claim: z.strictObject({ recordId: z.string(), version: whole, publishedOn: day }).nullable(),
	/** As that claim gives them. */
	startedOn: partialDay,
	finishedOn: partialDay,
})

/** A piece of evidence of a claim. Of a protected one, no more than that there is one. */
const evidence = z.strictObject({
	recordId: z.string(),
	id: text,
	kind: z.enum(EVIDENCE_KINDS),
	isProtected: z.boolean(),
	title: text,
	url: text,
})

const commitment = z.strictObject({
	id: z.string(),
	/** Version of the plan's text that is shown. */
	textVersion: whole,
	/** What became of it by an amendment; null: nothing. */
	standing: z.enum(STANDINGS).nullable(),
	number: text,
	title: bilingual,
	startsOn: partialDay,
	endsOn: partialDay,
	leadInstitution: text,
	supportingInstitutions: text,
	problem: bilingual,
	description: bilingual,
	/** How it helps to solve the problem, and budget, programmes and goals; absent under template 1. */
	contribution: z.exactOptional(bilingual),
	additional: z.exactOptional(bilingual),
	ogpValues: z.array(z.strictObject({ code: z.string(), justification: text })),
	/** Of government as a whole; moves no claim and no finding. Null only while it is being written. */
	level,
	/** What the newest claims on its milestones give, and on how many of them it rests. */
	suggested: z.strictObject({ level, known: whole, total: whole }),
	results: AssessmentText,
	next: AssessmentText,
	milestones: z.array(milestone),
	evidence: z.array(evidence),
})

/** What an institution did not report at a checkpoint that was due. */
const missed = z.strictObject({
	checkpointCode: z.string(),
	dueOn: day,
	institution: bilingual,
	milestones: z.array(
		z.strictObject({ commitmentId: z.string(), milestoneId: z.string(), number: text, title: bilingual }),
	),
})

const comment = z.strictObject({
	position: z.int().min(1),
	on: day,
	author: text,
	organization: text,
	body: z.string(),
	locale: z.enum(['en', 'id']),
	disposition: z.enum(DISPOSITIONS),
	answer: AssessmentText,
})

/** All that a published self-assessment says, in no language: with its template and a language it gives one document. */
export const SelfAssessmentModel = z.strictObject({
	kind: z.literal('self-assessment'),
	templateVersion: z.enum(SELF_ASSESSMENT_TEMPLATES),
	assessmentKind: z.enum(ASSESSMENT_KINDS),
	stage: z.enum(ASSESSMENT_STAGES),
	asOfOn: day,
	/** Number of acts in the log when it was frozen. */
	ledgerSize: whole,
	ruleSetId: z.string(),
	commentOpensOn: day,
	commentClosesOn: day,
	plan: z.strictObject({
		id: z.string(),
		textVersion: whole,
		number: text,
		title: bilingual,
		startsOn: partialDay,
		endsOn: partialDay,
	}),
	member: z.strictObject({
		id: z.string(),
		name: bilingual,
		timeZone: z.string(),
		isDemonstration: z.boolean(),
	}),
	texts: z.array(z.strictObject({ section: z.enum(TEXT_SECTIONS), text: AssessmentText })),
	recommendations: z.array(Recommendation),
	noRecommendations: z.boolean(),
	commitments: z.array(commitment),
	reports: z.strictObject({ expected: whole, filed: whole, missed: z.array(missed) }),
	/** Annexed to the final version; null before. */
	comments: z.array(comment).nullable(),
})
export type SelfAssessmentModel = z.infer<typeof SelfAssessmentModel>
export type AssessedCommitment = SelfAssessmentModel['commitments'][number]
export type AnnexedComment = z.infer<typeof comment>
