import { randomBytes } from 'node:crypto'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { NamedInterests } from '#app/domain/conflict/schema.ts'
import { evidenceRow } from '#app/domain/evidence/view.ts'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { Role } from '#app/access/policy.ts'
import type { ClaimedLevel, CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { EvidenceKind, Stance } from '#app/domain/evidence/rules.ts'
import type { Challenge } from '#app/domain/progress-update/rules.ts'
import { NO_FURTHER_ANSWERS } from '#app/domain/progress-update/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { SCOPES, declarationValidUntil } from '#app/domain/conflict/rules.ts'
import { independenceFrom } from '#app/domain/verification/rules.ts'
import type { Confidence, Method, Outcome } from '#app/domain/verification/rules.ts'
import type { ConflictDeclaration } from '#prisma/generated/client.ts'
import { storyDay } from './demonstration-calendar.ts'
import type { DemonstrationCalendar, StoryDay } from './demonstration-calendar.ts'
import { holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import { COMMITMENT_TEXTS } from './demonstration-texts.ts'
import type { Text } from './demonstration-texts.ts'
import { VERIFICATION_RULES } from './verification-rules.ts'

export type Link = readonly [
	kind: EvidenceKind,
	url: string,
	title: string,
	stance?: Stance,
	/** What of it matters, and where in it that stands. */
	part?: { readonly excerpt: string; readonly locator: string },
]

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
	/** 1 where nothing else is said. */
	readonly version?: number
	/** A few days before the checkpoint was due, where nothing else is said. */
	readonly on?: StoryDay
	readonly level: CompletionLevel | null
	readonly outcome: Outcome
	readonly method: Method
	readonly confidence: Confidence
	/** What would raise the confidence. */
	readonly needs?: Text
	readonly rationale: Text
	readonly interest?: { readonly named: NamedInterests; readonly statement: string }
	/** The role of the colleague who read it before it was published; nobody where none is named. */
	readonly readBy?: Role
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
		evidence: linkRows({ recordId, version: 1 }, claim.evidence ?? []),
	}
}

/** A published finding about the claim on the same milestone at the same checkpoint. */
export function findingAct(finding: DemonstrationFinding, calendar: DemonstrationCalendar): ActRows {
	const { by, interest, needs, readBy, version = 1 } = finding
	const recordId = idWithin(DEMONSTRATION_PLAN, finding.key)
	const hasInterest = interest !== undefined
	return {
		kind: 'verification.published',
		row: {
			recordId,
			commitmentId: commitmentOf(finding.milestone),
			milestoneId: idWithin(DEMONSTRATION_PLAN, finding.milestone),
			checkpointId: calendar.checkpoint(finding.fromNow).id,
			claimRecordId: claimId(finding, calendar),
			claimVersion: 1,
			organizationId: by,
			authorId: holderOf(by, 'CSO_MONITOR'),
			verifiedLevel: finding.level,
			outcome: finding.outcome,
			method: finding.method,
			confidence: finding.confidence,
			...NO_FURTHER_FINDING,
			confidenceNeedsEn: needs?.[0] ?? null,
			confidenceNeedsId: needs?.[1] ?? null,
			isPeerReviewed: readBy !== undefined,
			reviewedById: readBy === undefined ? null : holderOf(by, readBy),
			rationaleEn: finding.rationale[0],
			rationaleId: finding.rationale[1],
			hasInterest,
			interestStatement: interest?.statement ?? null,
			interests: interest?.named ?? [],
			independence: independenceFrom({ hasInterest }),
			...published(by, findingDay(finding, calendar)),
			version,
		},
		evidence: linkRows({ recordId, version }, finding.evidence),
	}
}

/**
 * What the monitor declared of themselves and of their organization before they first judged the commitment; once for
 * each commitment.
 */
export function declarationsOf(
	findings: readonly DemonstrationFinding[],
	calendar: DemonstrationCalendar,
): readonly ConflictDeclaration[] {
	const first = new Map(
		[...findings].reverse().map((one) => [`${one.by} ${commitmentOf(one.milestone)}`, one]),
	)
	return [...first.values()].flatMap((finding) =>
		SCOPES.map((scope) => {
			const day = findingDay(finding, calendar)
			const own = (finding.interest?.named ?? []).filter((one) => one.scope === scope)
			return {
				id: idWithin(DEMONSTRATION_PLAN, `${finding.key}-${scope.toLowerCase()}-declaration`),
				personId: holderOf(finding.by, 'CSO_MONITOR'),
				organizationId: finding.by,
				commitmentId: commitmentOf(finding.milestone),
				hasInterest: own.length > 0,
				statement: own.length > 0 ? (finding.interest?.statement ?? null) : null,
				scope,
				interests: own.map(({ code }) => code),
				declaredOn: day,
				validUntilOn: declarationValidUntil(day, VERIFICATION_RULES.declarationMonths.value),
				createdAt: noonOf(day),
			}
		}),
	)
}

/** The day on which a finding was published. */
export function findingDay(
	{ fromNow, on }: DemonstrationFinding,
	calendar: DemonstrationCalendar,
): CalendarDay {
	return storyDay(on ?? { fromNow, afterDue: -FINDING_DAYS_BEFORE_DUE }, calendar)
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

/** Links as evidence of a version of an act. */
export function linkRows(act: { recordId: string; version: number }, links: readonly Link[]) {
	return links.map(([kind, url, title, stance, part], position) => ({
		...evidenceRow(act, position, { kind, url, title, stance: stance ?? null }),
		...part,
		id: `${act.recordId}-v${String(act.version)}-e${String(position + 1)}`,
	}))
}

/** The commitment of a milestone: `1-m2` is one of commitment 1. */
export function commitmentOf(milestone: string): string {
	return idWithin(DEMONSTRATION_PLAN, milestone.replace(/-m\d+$/, ''))
}

/** The institution that answers for a milestone. */
export function leadOf(milestone: string): string {
	const text = COMMITMENT_TEXTS.find(({ key }) => milestone.startsWith(`${key}-`))
	if (!text) throw new Error(`no commitment has the milestone ${milestone}`)
	return text.lead
}
