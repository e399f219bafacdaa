import { randomBytes } from 'node:crypto'
import { evidenceRow } from '#app/domain/plan-import/view.ts'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import { addDays } from '#app/domain/calendar.ts'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { ClaimedLevel, CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { EvidenceKind, Stance } from '#app/domain/evidence/rules.ts'
import type { Challenge } from '#app/domain/progress-update/rules.ts'
import { NO_FURTHER_ANSWERS } from '#app/domain/progress-update/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { declarationValidUntil } from '#app/domain/conflict/rules.ts'
import { independenceFrom } from '#app/domain/verification/rules.ts'
import type { Confidence, Method, Outcome } from '#app/domain/verification/rules.ts'
import type { ConflictDeclaration } from '#prisma/generated/client.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import { COMMITMENT_TEXTS } from './demonstration-texts.ts'
import { VERIFICATION_RULES } from './verification-rules.ts'

type Text = readonly [en: string, id: string]
type Link = readonly [kind: EvidenceKind, url: string, title: string, stance?: Stance]

/** What government says: of which milestone, at which checkpoint counted from today's. */
export type DemonstrationClaim = {
	readonly milestone: string
	readonly fromNow: number
	readonly level: ClaimedLevel
	readonly isNil?: boolean
	readonly done: Text
	readonly challenges?: readonly Challenge[]
	readonly evidence?: readonly Link[]
}

/** What a civil-society monitor found about a claim. */
export type DemonstrationFinding = {
	readonly key: string
	readonly milestone: string
	readonly fromNow: number
	readonly by: string
	readonly level: CompletionLevel | null
	readonly outcome: Outcome
	readonly method: Method
	readonly confidence: Confidence
	readonly rationale: Text
	readonly interest?: string
	readonly evidence: readonly Link[]
}

/** Days before a checkpoint is due on which the demonstration's claims and findings were published. */
const CLAIM_DAYS_BEFORE_DUE = 20
const FINDING_DAYS_BEFORE_DUE = 4

/** A published claim, filed by an officer and approved by the institution's lead. */
export function claimAct(claim: DemonstrationClaim, calendar: DemonstrationCalendar): ActRows {
	const checkpoint = calendar.checkpoint(claim.fromNow)
	const organizationId = leadOf(claim.milestone)
	const recordId = claimId(claim, calendar)
	return {
		kind: 'progress-update.published',
		row: {
			recordId,
			milestoneId: idWithin(DEMONSTRATION_PLAN, claim.milestone),
			checkpointId: checkpoint.id,
			organizationId,
			isNil: claim.isNil ?? false,
			claimedLevel: claim.level,
			levelAsPublished: null,
			doneEn: claim.done[0],
			doneId: claim.done[1],
			challenges: [...(claim.challenges ?? [])],
			challengeText: null,
			...NO_FURTHER_ANSWERS,
			submittedById: holderOf(organizationId, 'IMPLEMENTER'),
			approvedById: holderOf(organizationId, 'INSTITUTION_LEAD'),
			isImported: false,
			source: null,
			sourceUrl: null,
			sourcePublishedOn: null,
			importedById: null,
			...published(organizationId, addDays(checkpoint.dueOn, -CLAIM_DAYS_BEFORE_DUE)),
		},
		evidence: rowsOf(recordId, claim.evidence ?? []),
	}
}

/** A published finding about the claim on the same milestone at the same checkpoint. */
export function findingAct(finding: DemonstrationFinding, calendar: DemonstrationCalendar): ActRows {
	const checkpoint = calendar.checkpoint(finding.fromNow)
	const recordId = idWithin(DEMONSTRATION_PLAN, finding.key)
	const interest = { hasInterest: finding.interest !== undefined }
	return {
		kind: 'verification.published',
		row: {
			recordId,
			commitmentId: commitmentOf(finding.milestone),
			milestoneId: idWithin(DEMONSTRATION_PLAN, finding.milestone),
			checkpointId: checkpoint.id,
			claimRecordId: claimId(finding, calendar),
			claimVersion: 1,
			organizationId: finding.by,
			authorId: holderOf(finding.by, 'CSO_MONITOR'),
			verifiedLevel: finding.level,
			outcome: finding.outcome,
			method: finding.method,
			confidence: finding.confidence,
			...NO_FURTHER_FINDING,
			rationaleEn: finding.rationale[0],
			rationaleId: finding.rationale[1],
			...interest,
			interestStatement: finding.interest ?? null,
			independence: independenceFrom(interest),
			...published(finding.by, findingDay(finding, calendar)),
		},
		evidence: rowsOf(recordId, finding.evidence),
	}
}

/** The statement a monitor made about the commitment on the day of the finding. */
export function declarationOf(
	finding: DemonstrationFinding,
	calendar: DemonstrationCalendar,
): ConflictDeclaration {
	const day = findingDay(finding, calendar)
	return {
		id: idWithin(DEMONSTRATION_PLAN, `${finding.key}-declaration`),
		personId: holderOf(finding.by, 'CSO_MONITOR'),
		organizationId: finding.by,
		commitmentId: commitmentOf(finding.milestone),
		hasInterest: finding.interest !== undefined,
		statement: finding.interest ?? null,
		scope: 'PERSON',
		interests: finding.interest === undefined ? [] : ['OTHER'],
		declaredOn: day,
		validUntilOn: declarationValidUntil(day, VERIFICATION_RULES.declarationMonths.value),
		createdAt: noonOf(day),
	}
}

function findingDay({ fromNow }: { fromNow: number }, calendar: DemonstrationCalendar): string {
	return addDays(calendar.checkpoint(fromNow).dueOn, -FINDING_DAYS_BEFORE_DUE)
}

function claimId(
	{ milestone, fromNow }: { milestone: string; fromNow: number },
	calendar: DemonstrationCalendar,
): string {
	return idWithin(idWithin(DEMONSTRATION_PLAN, milestone), calendar.checkpoint(fromNow).code.toLowerCase())
}

/** What every first version says of who published it and when. */
export function published(actorOrganizationId: string, day: string) {
	return {
		version: 1,
		actorOrganizationId,
		publishedOn: day,
		publishedAt: noonOf(day),
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	}
}

/** Noon in Jakarta, so that the day is the same there and in UTC. */
export function noonOf(day: string): Date {
	return new Date(`${day}T05:00:00Z`)
}

function rowsOf(recordId: string, links: readonly Link[]) {
	return links.map(([kind, url, title, stance], position) =>
		evidenceRow(recordId, position, { kind, url, title, stance: stance ?? null }),
	)
}

/** `1-m2` is a milestone of commitment 1. */
function commitmentOf(milestone: string): string {
	return idWithin(DEMONSTRATION_PLAN, milestone.replace(/-m\d+$/, ''))
}

function leadOf(milestone: string): string {
	const text = COMMITMENT_TEXTS.find(({ key }) => milestone.startsWith(`${key}-`))
	if (!text) throw new Error(`no commitment has the milestone ${milestone}`)
	return text.lead
}
