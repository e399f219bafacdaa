import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { evidenceViews } from '#app/domain/evidence/view.ts'
import type { ShownEvidence } from '#app/domain/evidence/view.ts'
import { isAdverse, replyDueOn } from '#app/domain/finding-thread/rules.ts'
import type { EarlierFinding, FindingThread } from '#app/domain/finding-thread/view.ts'
import { ASSESSMENT_KINDS } from '#app/domain/local-assessment/rules.ts'
import { AssessmentAnswers } from '#app/domain/local-assessment/schema.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import { newestOf } from '#app/domain/logged-act/rules.ts'
import { HIDING_REASONS } from '#app/domain/observation/rules.ts'
import type { ObservationView } from '#app/domain/observation/view.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import { indexOf, nameOf } from '#app/domain/published-text/view.ts'
import type { Surroundings } from '#app/domain/published-text/view.ts'
import { REPLACEMENTS } from '#app/domain/recusal/rules.ts'
import type { RecusalView } from '#app/domain/recusal/view.ts'
import type { ReplyView } from '#app/domain/reply/view.ts'
import { OUTCOMES } from '#app/domain/verification/rules.ts'
import { DECISIONS } from '#app/domain/verifier-decision/rules.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'
import type {
	ActSignature,
	CommitmentLevel,
	LocalAssessment,
	Observation,
	ObservationHiding,
	ProgressUpdate,
	Recusal,
	Reply,
	Verification,
	VerifierDecision,
} from '#prisma/generated/client.ts'

// Made once: a record has thousands of acts.
const Level = z.enum(COMPLETION_LEVELS).nullable()
const Outcome = z.enum(OUTCOMES)

/** The stored acts around the findings on a plan: every version, in any order. */
export type IndependentRows = {
	/** Days of the plan's rule set in which a reply is in time. */
	readonly replyDays: number
	readonly replies: readonly Unsealed<Reply>[]
	readonly decisions: readonly Unsealed<VerifierDecision>[]
	readonly recusals: readonly Unsealed<Recusal>[]
	readonly assessments: readonly Unsealed<LocalAssessment>[]
	readonly observations: readonly Unsealed<Observation>[]
	readonly hidings: readonly Unsealed<ObservationHiding>[]
	readonly signatures: readonly Unsealed<ActSignature>[]
}

type Around = Surroundings & {
	readonly evidence: readonly ShownEvidence[]
	readonly today: CalendarDay
	readonly claims: readonly Unsealed<ProgressUpdate>[]
	/** What institutions stated of commitments as a whole. */
	readonly levels: readonly Unsealed<CommitmentLevel>[]
	readonly independent: IndependentRows
}

/** What was replied to one version of a finding and decided about it; newest first. */
export function threadOf(row: Unsealed<Verification>, rows: Around): FindingThread {
	const isAbout = (act: { verificationRecordId: string; verificationVersion: number }) =>
		act.verificationRecordId === row.recordId && act.verificationVersion === row.version
	const { replies, decisions, replyDays } = rows.independent
	const isAnswered = (act: { recordId: string; version: number }) =>
		act.recordId === row.claimRecordId && act.version === row.claimVersion
	const claim = rows.claims.find(isAnswered) ?? rows.levels.find(isAnswered)
	const finding = {
		level: Level.parse(row.verifiedLevel),
		outcome: Outcome.parse(row.outcome),
	}
	const claimed = COMPLETION_LEVELS.find((level) => level === claim?.claimedLevel) ?? null
	return {
		dueOn: isAdverse(finding, claimed) ? replyDueOn(row.publishedOn, replyDays) : null,
		replies: newest(replies.filter(isAbout), rows, (reply) => replyView(reply, rows)),
		decisions: newest(decisions.filter(isAbout), rows, (decision) => decisionView(decision, rows)),
	}
}

/** The versions of a finding before the one in force, newest first; nothing where there are none. */
export function earlierOf(row: Unsealed<Verification>, all: readonly Unsealed<Verification>[], rows: Around) {
	const before = all.filter((other) => other.recordId === row.recordId && other.version < row.version)
	const earlier = [...before]
		.sort((a, b) => b.version - a.version)
		.map((other): EarlierFinding => ({
			version: other.version,
			level: Level.parse(other.verifiedLevel),
			outcome: Outcome.parse(other.outcome),
			publishedOn: other.publishedOn,
			ledgerIndex: indexOf(other, rows),
			thread: threadOf(other, rows),
		}))
	return earlier.length === 0 ? {} : { earlier }
}

/** The signature under one version of a finding; nothing where its author did not sign. */
export function signatureOf(row: Unsealed<Verification>, { signatures }: IndependentRows) {
	const signed = signatures.find(
		(one) => one.signedRecordId === row.recordId && one.signedVersion === row.version,
	)
	if (!signed) return {}
	const { recordId, version, keyId, isKeyConfirmed } = signed
	return { signature: { recordId, version, keyId, isKeyConfirmed } }
}

/** A reply as everyone sees it; people stay out. */
export function replyView(
	row: Unsealed<Reply>,
	rows: Omit<Around, 'claims' | 'levels' | 'independent'>,
): ReplyView {
	return {
		...keyOf(row),
		finding: { recordId: row.verificationRecordId, version: row.verificationVersion },
		organizationId: row.organizationId,
		organizationName: nameOf(row.organizationId, rows),
		text: { en: row.textEn, id: row.textId },
		evidence: evidenceViews(row, rows.evidence, rows.today),
		dueOn: row.dueOn,
		isLate: row.isLate,
		...placeOf(row, rows),
	}
}

function decisionView(row: Unsealed<VerifierDecision>, around: Surroundings): DecisionView {
	const { replyRecordId, replyVersion } = row
	const isToReply = replyRecordId !== null && replyVersion !== null
	return {
		...keyOf(row),
		finding: { recordId: row.verificationRecordId, version: row.verificationVersion },
		reply: isToReply ? { recordId: replyRecordId, version: replyVersion } : null,
		decision: z.enum(DECISIONS).parse(row.decision),
		changedToVersion: row.changedToVersion,
		reason: { en: row.reasonEn, id: row.reasonId },
		...placeOf(row, around),
	}
}

/** Who stood back from a commitment, newest first; nothing where nobody did. */
export function recusalsOf(commitmentId: string, rows: Around) {
	const about = rows.independent.recusals.filter((row) => row.commitmentId === commitmentId)
	const recusals = newest(about, rows, (row): RecusalView => {
		const other = row.replacementOrganizationId
		return {
			...keyOf(row),
			organizationId: row.organizationId,
			organizationName: nameOf(row.organizationId, rows),
			scope: z.enum(SCOPES).parse(row.scope),
			interests: z.array(z.enum(INTERESTS)).parse(row.interests),
			reason: { en: row.reasonEn, id: row.reasonId },
			replacement: z.enum(REPLACEMENTS).parse(row.replacement),
			replacementName: other === null ? null : nameOf(other, rows),
			untilOn: row.untilOn,
			...placeOf(row, rows),
		}
	})
	return recusals.length === 0 ? {} : { recusals }
}

/** What the Monitoring Body found about a commitment or, with null, about the plan; newest first. */
export function assessmentsOf(commitmentId: string | null, rows: Around) {
	const about = rows.independent.assessments.filter((row) => row.commitmentId === commitmentId)
	const assessments = newest(about, rows, (row) => assessmentView(row, rows))
	return assessments.length === 0 ? {} : { assessments }
}

/** An assessment as everyone sees it; people stay out. */
export function assessmentView(
	row: Unsealed<LocalAssessment>,
	rows: Omit<Around, 'claims' | 'levels' | 'independent'>,
): AssessmentView {
	return {
		...keyOf(row),
		kind: z.enum(ASSESSMENT_KINDS).parse(row.assessmentKind),
		commitmentId: row.commitmentId,
		organizationId: row.organizationId,
		organizationName: nameOf(row.organizationId, rows),
		questionSet: row.questionSet,
		answers: AssessmentAnswers.parse(row.answers),
		level: Level.parse(row.assessedLevel),
		signedByCount: row.signedByCount,
		dueOn: row.dueOn,
		evidence: evidenceViews(row, rows.evidence, rows.today),
		...placeOf(row, rows),
	}
}

/** What the public saw of a milestone, newest first; nothing where nobody wrote. */
export function observationsOf(milestoneId: string, rows: Around) {
	const about = rows.independent.observations.filter((row) => row.milestoneId === milestoneId)
	const observations = newest(about, rows, (row): ObservationView => {
		const hiding = rows.independent.hidings.find((act) => act.observationRecordId === row.recordId)
		const said = {
			text: row.text,
			locale: row.locale,
			seenOn: row.seenOn,
			evidence: evidenceViews(row, rows.evidence, rows.today),
		}
		const hidden = hiding && {
			recordId: hiding.recordId,
			reason: z.enum(HIDING_REASONS).parse(hiding.reasonCode),
			note: { en: hiding.noteEn, id: hiding.noteId },
			on: hiding.publishedOn,
		}
		return {
			...keyOf(row),
			milestoneId,
			...placeOf(row, rows),
			said: hidden ? null : said,
			hidden: hidden ?? null,
		}
	})
	return observations.length === 0 ? {} : { observations }
}

type Stored = { readonly recordId: string; readonly version: number; readonly publishedOn: CalendarDay }

function keyOf({ recordId, version }: Stored) {
	return { recordId, version }
}

function placeOf(row: Stored, around: Surroundings) {
	return { publishedOn: row.publishedOn, ledgerIndex: indexOf(row, around) }
}

/** The newest version of each act as a view; the log's order is the only one that is trusted. */
function newest<Row extends Stored, View extends { readonly ledgerIndex: number }>(
	rows: readonly Row[],
	around: Surroundings,
	view: (row: Row) => View,
): readonly View[] {
	const last = newestOf(rows, (act) => indexOf(act, around) >= 0)
	return last.map(view).sort((a, b) => b.ledgerIndex - a.ledgerIndex)
}

/** The acts that have a place in the log and an author of their own. */
export function actsAround({
	replies,
	decisions,
	recusals,
	assessments,
	observations,
}: Omit<IndependentRows, 'replyDays'>) {
	return [...replies, ...decisions, ...recusals, ...assessments, ...observations]
}
