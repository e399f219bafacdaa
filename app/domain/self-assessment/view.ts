import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import { claimedLevelOfCommitment } from '#app/domain/progress-update/rules.ts'
import { countedCommitments, countedMilestones } from '#app/domain/published-text/rules.ts'
import type { Responsible } from '#app/domain/readiness/rules.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { SelfAssessment } from '#prisma/generated/client.ts'
import { ASSESSMENT_KINDS, ASSESSMENT_STAGES, TEXT_SECTIONS, reportsDue, textState } from './rules.ts'
import type { AssessmentKind, AssessmentStage } from './rules.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { SELF_ASSESSMENT_TEMPLATE, SelfAssessmentModel } from './schema.ts'
import type { AnnexedComment, AssessedCommitment, AssessmentText, SelfAssessmentAnswers } from './schema.ts'

/** What the act of a self-assessment says in public; its text is sealed by its hash. */
export function selfAssessmentContent(row: SelfAssessment) {
	return {
		kind: 'self-assessment.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		assessmentKind: row.kind,
		stage: row.stage,
		commentOpensOn: row.commentOpensOn,
		commentClosesOn: row.commentClosesOn,
		modelHash: row.modelHash,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** A published version of a self-assessment as lists name it. */
export type AssessmentItem = {
	readonly recordId: string
	readonly version: number
	readonly planId: string
	readonly kind: AssessmentKind
	readonly stage: AssessmentStage
	readonly commentOpensOn: CalendarDay
	/** Last day for comments, in the member's time zone. */
	readonly commentClosesOn: CalendarDay
	readonly publishedOn: CalendarDay
}

/** A version as lists name it. */
export function assessmentItem(row: SelfAssessment): AssessmentItem {
	const { recordId, version, actionPlanId: planId, commentOpensOn, commentClosesOn, publishedOn } = row
	const kind = z.enum(ASSESSMENT_KINDS).parse(row.kind)
	const stage = z.enum(ASSESSMENT_STAGES).parse(row.stage)
	return { recordId, version, planId, kind, stage, commentOpensOn, commentClosesOn, publishedOn }
}

/** From when to when a milestone really ran, as the claim of this key (`recordId@version`) says. */
export type ClaimDates = ReadonlyMap<
	string,
	{ readonly startedOn: PartialDay | null; readonly finishedOn: PartialDay | null }
>

/** What a self-assessment is filled from, besides what is typed. */
export type AssessmentSources = {
	readonly record: PlanRecord
	readonly responsible: readonly Responsible[]
	readonly claimDates: ClaimDates
}

/** What one version of a self-assessment is, besides its content. */
export type AssessmentHead = {
	readonly assessmentKind: AssessmentKind
	readonly stage: AssessmentStage
	/** Day in the member's time zone. */
	readonly asOfOn: CalendarDay
	readonly commentOpensOn: CalendarDay
	readonly commentClosesOn: CalendarDay
	/** Null before the final version. */
	readonly comments: readonly AnnexedComment[] | null
}

/** Everything that a self-assessment says at this moment: what is typed, and what the plan and the claims say. */
export function assessmentModel(
	sources: AssessmentSources,
	answers: SelfAssessmentAnswers,
	{ comments, ...head }: AssessmentHead,
): SelfAssessmentModel {
	const { record, responsible } = sources
	const { plan } = record
	const model = {
		kind: 'self-assessment',
		templateVersion: SELF_ASSESSMENT_TEMPLATE,
		...head,
		ledgerSize: record.ledgerSize,
		ruleSetId: record.ruleSet.id,
		plan: {
			id: plan.id,
			textVersion: plan.origin.version,
			number: plan.number,
			title: bilingual(plan.title),
			startsOn: plan.startsOn,
			endsOn: plan.endsOn,
		},
		member: memberOf(plan.member),
		texts: TEXT_SECTIONS.flatMap((section) => {
			const text = answers.texts[section]
			return text && textState(text) !== 'TO_WRITE' ? [{ section, text }] : []
		}),
		recommendations: answers.recommendations,
		noRecommendations: answers.noRecommendations && answers.recommendations.length === 0,
		commitments: countedCommitments(record.commitments).map((commitment) =>
			assessed(commitment, answers, sources),
		),
		reports: reportsDue(record, responsible, head.asOfOn),
		comments,
	}
	// What is written is what will be read: a model that its own schema refuses is a defect, found before it is frozen.
	return SelfAssessmentModel.parse(model)
}

function memberOf({ id, name, timeZone, isDemonstration }: PlanRecord['plan']['member']) {
	return { id, name: bilingual(name), timeZone, isDemonstration }
}

const UNSAID: Bilingual = { en: null, id: null }
const UNWRITTEN: AssessmentText = { en: null, id: null, notTranslated: false }

function assessed(
	commitment: CommitmentRecord,
	answers: SelfAssessmentAnswers,
	sources: AssessmentSources,
): AssessedCommitment {
	const given = answers.commitments[commitment.id]
	const milestones = countedMilestones(commitment)
	const { level, known, total } = claimedLevelOfCommitment(
		milestones.map((milestone) => milestone.claims[0] ?? null),
	)
	return {
		id: commitment.id,
		textVersion: commitment.origin.version,
		standing: commitment.standing ?? null,
		number: commitment.number,
		title: bilingual(commitment.title),
		startsOn: commitment.startsOn,
		endsOn: commitment.endsOn,
		leadInstitution: commitment.leadInstitution ?? leadOf(commitment.id, sources.responsible),
		supportingInstitutions: commitment.supportingInstitutions,
		problem: bilingual(commitment.problem),
		description: bilingual(commitment.description),
		contribution: bilingual(commitment.contribution ?? UNSAID),
		additional: bilingual(commitment.additional ?? UNSAID),
		ogpValues: commitment.ogpValues.map(({ code, justification }) => ({ code, justification })),
		level: given?.level ?? null,
		suggested: { level: CLAIMED_LEVELS.find((one) => one === level) ?? null, known, total },
		results: given?.results ?? UNWRITTEN,
		next: given?.next ?? UNWRITTEN,
		milestones: milestones.map((milestone) => assessedMilestone(milestone, sources.claimDates)),
		evidence: commitment.milestones.flatMap((milestone) =>
			milestone.claims.flatMap((claim) =>
				claim.evidence.map((piece) => claimEvidence(claim.recordId, piece)),
			),
		),
	}
}

function leadOf(commitmentId: string, responsible: readonly Responsible[]): string | null {
	const name = responsible.find((one) => one.commitmentId === commitmentId)?.name
	return name?.id ?? name?.en ?? null
}

function assessedMilestone(milestone: MilestoneRecord, dates: ClaimDates) {
	const claim = milestone.claims[0]
	const ran = claim ? dates.get(`${claim.recordId}@${String(claim.version)}`) : undefined
	return {
		id: milestone.id,
		number: milestone.number,
		title: bilingual(milestone.title),
		startsOn: milestone.startsOn,
		endsOn: milestone.endsOn,
		level: claim?.level ?? null,
		levelAsPublished: claim?.levelAsPublished ?? null,
		claim: claim
			? { recordId: claim.recordId, version: claim.version, publishedOn: claim.publishedOn }
			: null,
		startedOn: ran?.startedOn ?? null,
		finishedOn: ran?.finishedOn ?? null,
	}
}

/** Of a protected piece nothing but its kind: the self-assessment is frozen, also for the day when protection ends. */
function claimEvidence(recordId: string, piece: EvidenceView): AssessedCommitment['evidence'][number] {
	const id = piece.id ?? null
	if (piece.visibility === 'PROTECTED')
		return { recordId, id, kind: piece.kind, isProtected: true, title: null, url: null }
	return { recordId, id, kind: piece.kind, isProtected: false, title: piece.title, url: piece.url }
}

/** Only the two languages, whatever else a text may carry one day: the model is strict. */
function bilingual({ en, id }: Bilingual) {
	return { en, id }
}

/** A frozen self-assessment as text: canonical JSON, the same for the same content whatever the order of its keys. */
export function modelText(model: SelfAssessmentModel): string {
	return canonicalJson(model)
}

/** The name of a frozen self-assessment: lowercase hex SHA-256 of its text. */
export function modelHash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex')
}
