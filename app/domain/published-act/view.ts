import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { statedLevel } from '#app/domain/commitment-level/view.ts'
import type { StatedLevel } from '#app/domain/commitment-level/view.ts'
import { CLAIMED_LEVELS, COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { evidenceViews } from '#app/domain/evidence/view.ts'
import type { ShownEvidence } from '#app/domain/evidence/view.ts'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import { furtherView } from '#app/domain/further-answer/view.ts'
import { grouped } from '#app/domain/grouped.ts'
import { given } from '#app/domain/given.ts'
import { earlierOf, signatureOf, threadOf } from '#app/domain/independent-record/view.ts'
import type { IndependentRows } from '#app/domain/independent-record/view.ts'
import { newestOf } from '#app/domain/logged-act/rules.ts'
import type { Act } from '#app/domain/logged-act/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import { indexOf, nameOf } from '#app/domain/published-text/view.ts'
import type { Surroundings } from '#app/domain/published-text/view.ts'
import { readEach } from '#app/domain/unreadable-act/view.ts'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'
import { CONFIDENCES, INDEPENDENCES, METHODS, OUTCOMES } from '#app/domain/verification/rules.ts'
import { ProtocolChecks } from '#app/domain/verification/schema.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type {
	Checkpoint,
	CommitmentLevel,
	IrmCoding,
	ProgressUpdate,
	Verification,
} from '#prisma/generated/client.ts'

// Made once: a record has thousands of acts.
const Claimed = z.enum(CLAIMED_LEVELS).nullable()
const Challenges = z.array(z.enum(CHALLENGES))
const Level = z.enum(COMPLETION_LEVELS).nullable()
const Outcome = z.enum(OUTCOMES)
const Methods = z.array(z.enum(METHODS))
const Method = z.enum(METHODS)
const Confidence = z.enum(CONFIDENCES)
const Independence = z.enum(INDEPENDENCES)
const Indicator = z.enum(IRM_INDICATORS)

/** What acts cannot say of themselves. */
export type AroundActs = Surroundings & {
	readonly checkpoints: readonly Checkpoint[]
	readonly evidence: readonly ShownEvidence[]
	/** By which protected evidence has become public, or has not. */
	readonly today: CalendarDay
}

/** The stored acts on a plan's promises, newest version first. */
export type SaidRows = AroundActs & {
	readonly claims: readonly Unsealed<ProgressUpdate>[]
	/** Without those that are withdrawn. */
	readonly verifications: readonly Unsealed<Verification>[]
	readonly codings: readonly Unsealed<IrmCoding>[]
	readonly levels: readonly Unsealed<CommitmentLevel>[]
	readonly independent: IndependentRows
	readonly milestones: readonly { readonly id: string; readonly commitmentId: string }[]
}

/** What was said of a plan's promises, each act in its newest version, and the acts that cannot be read. */
export type Said = {
	readonly claims: readonly ClaimView[]
	readonly verifications: readonly VerificationView[]
	readonly codings: readonly CodingView[]
	readonly levels: readonly { readonly row: Unsealed<CommitmentLevel>; readonly view: StatedLevel }[]
	readonly unreadable: readonly UnreadableAct[]
}

/** Reads the newest version of every act. The version before one that was altered does not take its place. */
export function saidIn(rows: SaidRows): Said {
	const newest = <Row extends Act>(acts: readonly Row[]) => newestOf(acts, (act) => indexOf(act, rows) >= 0)
	const pieces = grouped(rows.evidence, ({ recordId }) => recordId)
	const around = ({ recordId }: Act) => ({ ...rows, evidence: pieces.get(recordId) ?? [] })
	const claims = readEach(newest(rows.claims), (row) => claimView(row, around(row)))
	const verifications = readEach(newest(rows.verifications), (row) => ({
		...verificationView(withoutHiddenFollowUp(row, rows.verifications), around(row)),
		...earlierOf(row, rows.verifications, rows),
		thread: threadOf(row, rows),
		...signatureOf(row, rows.independent),
	}))
	const codings = readEach(newest(rows.codings), (row) => codingView(row, rows))
	const levels = readEach(newest(rows.levels), (row) => levelView(row, rows))
	const ofMilestone = new Map(rows.milestones.map(({ id, commitmentId }) => [id, commitmentId]))
	const about = ({ commitmentId = null, milestoneId = null }: About) => ({
		commitmentId: commitmentId ?? ofMilestone.get(milestoneId ?? '') ?? null,
		milestoneId,
	})
	const unread = (kind: UnreadableAct['kind'], acts: readonly (Key & About)[]) =>
		acts.map((row) => ({ kind, recordId: row.recordId, version: row.version, ...about(row) }))
	return {
		claims: claims.read.map(({ view }) => view),
		verifications: verifications.read.map(({ view }) => view),
		codings: codings.read.map(({ view }) => view),
		levels: levels.read,
		unreadable: [
			...unread('progress-update.published', claims.unreadable),
			...unread('verification.published', verifications.unreadable),
			...unread('irm-coding.published', codings.unreadable),
			...unread('commitment-level.published', levels.unreadable),
		],
	}
}

/** What was withdrawn for somebody's safety is named nowhere, also not by the finding that followed it up. */
function withoutHiddenFollowUp(
	row: Unsealed<Verification>,
	shown: readonly Unsealed<Verification>[],
): Unsealed<Verification> {
	if (row.followsUpRecordId === null) return row
	const isShown = shown.some(({ recordId }) => recordId === row.followsUpRecordId)
	return isShown ? row : { ...row, followsUpRecordId: null }
}

type Key = { readonly recordId: string; readonly version: number }
type About = { readonly commitmentId?: string | null; readonly milestoneId?: string | null }

/** A published claim as everyone sees it; people stay out. */
export function claimView(row: Unsealed<ProgressUpdate>, rows: AroundActs): ClaimView {
	return {
		recordId: row.recordId,
		version: row.version,
		milestoneId: row.milestoneId,
		checkpointCode: codeOf(row.checkpointId, rows.checkpoints),
		organizationId: row.organizationId,
		organizationName: nameOf(row.organizationId, rows),
		isNil: row.isNil,
		level: Claimed.parse(row.claimedLevel),
		levelAsPublished: row.levelAsPublished,
		done: { en: row.doneEn, id: row.doneId },
		challenges: Challenges.parse(row.challenges),
		challengeText: row.challengeText,
		...furtherView(row),
		evidence: evidenceViews(row, rows.evidence, rows.today),
		provenance: row.isImported
			? {
					source: row.source ?? '',
					sourceUrl: row.sourceUrl,
					sourcePublishedOn: row.sourcePublishedOn,
					importedBy: nameOf(row.importedById ?? '', rows),
				}
			: null,
		publishedOn: row.publishedOn,
		ledgerIndex: indexOf(row, rows),
	}
}

/** A published verification as everyone sees it; people stay out. */
export function verificationView(row: Unsealed<Verification>, rows: AroundActs): VerificationView {
	return {
		recordId: row.recordId,
		version: row.version,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		checkpointCode: codeOf(row.checkpointId, rows.checkpoints),
		claim:
			row.claimRecordId === null || row.claimVersion === null
				? null
				: { recordId: row.claimRecordId, version: row.claimVersion },
		organizationId: row.organizationId,
		organizationName: nameOf(row.organizationId, rows),
		level: Level.parse(row.verifiedLevel),
		outcome: Outcome.parse(row.outcome),
		method: Method.parse(row.method),
		confidence: Confidence.parse(row.confidence),
		rationale: { en: row.rationaleEn, id: row.rationaleId },
		evidence: evidenceViews(row, rows.evidence, rows.today),
		independence: Independence.parse(row.independence),
		interestStatement: row.interestStatement,
		...furtherOf(row),
		publishedOn: row.publishedOn,
		ledgerIndex: indexOf(row, rows),
	}
}

/** What a finding says beyond its level and reasons. */
function furtherOf(row: Unsealed<Verification>) {
	const methods = Methods.parse(row.furtherMethods)
	const checks = ProtocolChecks.parse(row.protocolChecks)
	const interests = NamedInterests.parse(row.interests)
	const needs = { en: row.confidenceNeedsEn, id: row.confidenceNeedsId }
	return {
		...(methods.length === 0 ? {} : { furtherMethods: methods }),
		...(needs.en === null && needs.id === null ? {} : { confidenceNeeds: needs }),
		...(checks.length === 0 ? {} : { protocolChecks: checks }),
		...given({ followsUp: row.followsUpRecordId }),
		...(row.isPeerReviewed ? { isPeerReviewed: true as const } : {}),
		...(interests.length === 0 ? {} : { interests }),
	}
}

function codingView(row: Unsealed<IrmCoding>, around: Surroundings): CodingView {
	return {
		recordId: row.recordId,
		version: row.version,
		commitmentId: row.commitmentId,
		indicator: Indicator.parse(row.indicator),
		value: row.value,
		valueAsPublished: row.valueAsPublished,
		product: row.product,
		year: row.year,
		source: row.source,
		sourceUrl: row.sourceUrl,
		...given({ codedOn: row.codedOn, locator: row.locator }),
		importedBy: row.importedById === null ? null : nameOf(row.importedById, around),
		publishedOn: row.publishedOn,
		ledgerIndex: indexOf(row, around),
	}
}

function levelView(row: Unsealed<CommitmentLevel>, rows: AroundActs): StatedLevel {
	return statedLevel(row, {
		checkpointCode: codeOf(row.checkpointId, rows.checkpoints),
		organizationName: nameOf(row.organizationId, rows),
		ledgerIndex: indexOf(row, rows),
	})
}

function codeOf(checkpointId: string | null, checkpoints: readonly Checkpoint[]): string | null {
	return checkpoints.find((checkpoint) => checkpoint.id === checkpointId)?.code ?? null
}
