import { z } from 'zod'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { EVIDENCE_KINDS, STANCES } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { SCHEDULES } from '#app/domain/milestone/rules.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import { STANDINGS } from '#app/domain/published-text/rules.ts'
import { CONFIDENCES, INDEPENDENCES, METHODS, OUTCOMES } from '#app/domain/verification/rules.ts'
import {
	Bilingual,
	Described,
	Judgements,
	Origin,
	count,
	day,
	ledgerIndex,
	level,
	named,
	partialDay,
} from './shapes.ts'

const words = z.string().nullable()
const act = { recordId: z.string(), version: count, publishedOn: day, ledgerIndex }
const said = { ...act, organizationId: z.string(), organizationName: Bilingual }
const listOf = (what: string) => z.array(Described).describe(what)

const Evidence = named(
	'Evidence',
	z.object({
		visibility: z.enum(['PUBLIC', 'PROTECTED']).optional(),
		id: z.string().optional(),
		kind: z.enum(EVIDENCE_KINDS),
		url: z.string().optional(),
		title: words.optional(),
		stance: z.enum(STANCES).nullable().optional(),
		excerpt: z.string().optional(),
		locator: z.string().optional(),
		part: z.string().optional(),
		archiveUrl: z.string().optional(),
		altText: z.string().optional(),
		file: z
			.object({
				sha256: z.string(),
				mediaType: z.string(),
				bytes: count,
				previewSha256: words,
				originalSeal: words,
				removed: z.array(z.string()),
			})
			.optional(),
		protectedUntil: day.optional(),
		embargoUntil: day.nullable().optional(),
	}),
	'A piece of evidence; of a protected one only that it is there, of which kind, and when it opens.',
)

const Claim = named(
	'Claim',
	z.object({
		...said,
		milestoneId: z.string(),
		checkpointCode: words,
		isNil: z.boolean(),
		level: level.nullable(),
		levelAsPublished: words,
		done: Bilingual,
		challenges: z.array(z.enum(CHALLENGES)),
		challengeText: words,
		nextStep: Bilingual.optional(),
		startedOn: day.optional(),
		finishedOn: day.optional(),
		expectedOn: day.optional(),
		textStates: z.record(z.string(), z.string()).optional(),
		evidence: z.array(Evidence),
		provenance: z
			.object({ source: z.string(), sourceUrl: words, sourcePublishedOn: words, importedBy: Bilingual })
			.nullable(),
	}),
	'What government says happened to a milestone.',
)

const Verification = named(
	'Verification',
	z.object({
		...said,
		commitmentId: z.string(),
		milestoneId: words,
		checkpointCode: words,
		claim: z.object({ recordId: z.string(), version: count }).nullable(),
		level: level.nullable(),
		outcome: z.enum(OUTCOMES),
		method: z.enum(METHODS),
		confidence: z.enum(CONFIDENCES),
		rationale: Bilingual,
		evidence: z.array(Evidence),
		independence: z.enum(INDEPENDENCES),
		interestStatement: words,
		furtherMethods: z.array(z.enum(METHODS)).optional(),
		confidenceNeeds: Bilingual.optional(),
		protocolChecks: listOf('The checks of the milestone’s protocol.').optional(),
		followsUp: z.string().optional(),
		isPeerReviewed: z.literal(true).optional(),
		interests: listOf('The interests that were declared.').optional(),
		earlier: listOf('Its versions before this one, newest first.').optional(),
		thread: z
			.object({
				dueOn: day.nullable(),
				replies: listOf('Government’s replies, newest first.'),
				decisions: listOf('What the verifier decided on them, newest first.'),
			})
			.optional(),
		signature: Described.optional(),
	}),
	'What an organization of civil society found.',
)

export const Coding = named(
	'Coding',
	z.object({
		...act,
		commitmentId: words,
		indicator: z.enum(IRM_INDICATORS),
		value: words,
		valueAsPublished: z.string(),
		product: z.string(),
		year: z.int().nullable(),
		source: z.string(),
		sourceUrl: words,
		codedOn: partialDay.optional(),
		locator: z.string().optional(),
		importedBy: Bilingual.nullable(),
	}),
	'A value that the IRM gave, in its words and, where it is on a known scale, as a code.',
)

const amended = {
	standing: z.enum(STANDINGS).optional(),
	earlier: listOf('Its texts before the one in force, oldest first.').optional(),
	successors: listOf('What it became.').optional(),
	predecessors: listOf('What it came from.').optional(),
}
const dated = { startsOn: partialDay.nullable(), endsOn: partialDay.nullable() }

const Milestone = named(
	'Milestone',
	z.object({
		id: z.string(),
		number: words,
		title: Bilingual,
		deliverable: Bilingual,
		responsible: words,
		...dated,
		protocol: Described.optional(),
		origin: Origin,
		...amended,
		claims: z.array(Claim),
		verifications: z.array(Verification),
		observations: listOf('What the public saw of it; never counted.').optional(),
	}),
	'A milestone with everything that was said about it, newest first.',
)

/** A commitment with all that was said about it; without its name, since answers add to it. */
export const COMMITMENT = {
	id: z.string(),
	ogpId: words,
	position: count,
	number: words,
	title: Bilingual,
	theme: words,
	description: Bilingual,
	problem: Bilingual,
	baseline: Bilingual,
	contribution: Bilingual.optional(),
	additional: Bilingual.optional(),
	leadInstitution: words,
	supportingInstitutions: words,
	...dated,
	ogpValues: z.array(z.object({ code: z.string(), justification: words })),
	policyAreas: z.array(z.string()),
	origin: Origin,
	...amended,
	milestones: z.array(Milestone),
	verifications: z.array(Verification),
	codings: z.array(Coding),
	statedLevels: listOf('Levels that institutions stated for the whole.').optional(),
	withdrawals: listOf('In place of findings that their authors withdrew.').optional(),
	assessments: listOf('What the Monitoring Body found.').optional(),
	recusals: listOf('Who stood back from judging it.').optional(),
	judgements: Judgements,
	schedule: z.enum(SCHEDULES).nullable(),
	overdueMilestones: count,
	lastActOn: partialDay,
}

const judged = z.object({
	counts: z.record(z.enum(COMPLETION_LEVELS), count),
	inOtherWords: count,
	notAssessed: count,
	highCompletion: z.object({ count, of: count, share: z.number().nullable() }),
})

/** The figures of one plan, as its dashboard and its reports show them. */
export const Figures = named(
	'Figures',
	z.looseObject({ commitments: count, milestones: count, claimed: judged, verified: judged, coded: judged }),
	'The figures of one plan, as its dashboard and its reports show them.',
)
