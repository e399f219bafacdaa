import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { VerificationProtocol } from '#app/domain/milestone/schema.ts'

/** What a monitor found about the claim. Source: our own; shown as such in the interface. */
export const OUTCOMES = ['CONFIRMED', 'PARTLY_CONFIRMED', 'NOT_CONFIRMED', 'CANNOT_VERIFY'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How it was found out. Source: our own; shown as such in the interface. */
export const METHODS = [
	'DOCUMENT_REVIEW',
	'SITE_VISIT',
	'INTERVIEW',
	'DATA_ANALYSIS',
	'SERVICE_TEST',
	'PARTICIPATION',
	'OTHER',
] as const
export type Method = (typeof METHODS)[number]

export const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const INDEPENDENCES = ['INDEPENDENT', 'INTERESTED'] as const
export type Independence = (typeof INDEPENDENCES)[number]

/** Shortest rationale that is accepted, in Unicode code points after trimming. Source: our own. */
export const RATIONALE_MIN_CHARACTERS = 50

/** A monitor with an interest in the commitment may publish, but does not count as independent. */
export function independenceFrom(declaration: { hasInterest: boolean }): Independence {
	return declaration.hasInterest ? 'INTERESTED' : 'INDEPENDENT'
}

/**
 * Longest rationale in one language, longest words on what would raise the confidence, and longest note on a check of
 * a protocol. Unit: Unicode code points. Source: our own.
 */
export const RATIONALE_MAX_CHARACTERS = 4000
export const CONFIDENCE_NEEDS_MAX_CHARACTERS = 1000
export const CHECK_NOTE_MAX_CHARACTERS = 500

/** Most pieces of evidence with one verification. Source: our own. */
export const VERIFICATION_EVIDENCE_MAX = 5

/** What a milestone's verification protocol can lay down, in its order: each is one check. */
export const PROTOCOL_CHECKS = ['WHAT', 'WHERE', 'WHO', 'BY_ON'] as const
export type ProtocolCheck = (typeof PROTOCOL_CHECKS)[number]

/** The checks that a protocol asks for; none where nobody said how the milestone can be verified. */
export function checksOf(protocol: VerificationProtocol | undefined): readonly ProtocolCheck[] {
	if (protocol === undefined) return []
	const { whatEn, whatId, whereEn, whereId, who, byOn } = protocol
	const isSaid: Record<ProtocolCheck, boolean> = {
		WHAT: Boolean(whatEn ?? whatId),
		WHERE: Boolean(whereEn ?? whereId),
		WHO: Boolean(who),
		BY_ON: Boolean(byOn),
	}
	return PROTOCOL_CHECKS.filter((check) => isSaid[check])
}

/** What a finding says so far; null: not answered. */
export type Finding = {
	readonly level: CompletionLevel | null
	readonly outcome: Outcome | null
	readonly method: Method | null
	readonly confidence: Confidence | null
	/** What would raise the confidence. */
	readonly confidenceNeeds: Bilingual
	readonly rationale: Bilingual
	/** Links, files, and references to interviews. */
	readonly evidence: readonly unknown[]
}

/** What can be missing from a finding, or wrong with it, before it is published. */
export const FINDING_FAULTS = [
	'OUTCOME',
	'LEVEL',
	'CONFIRMED_OTHER_LEVEL',
	'METHOD',
	'CONFIDENCE',
	'CONFIDENCE_NEEDS',
	'RATIONALE',
	'EVIDENCE',
] as const
export type FindingFault = (typeof FINDING_FAULTS)[number]

/**
 * What keeps a finding from being published, in the order of the questions. A level is left out only where nothing
 * could be verified, and whoever confirms a claim finds the level that was claimed.
 *
 * Source  our own; shown as such in the interface.
 */
export function findingFaults(finding: Finding, claimed: CompletionLevel | null): readonly FindingFault[] {
	const { level, outcome } = finding
	const faults: Record<FindingFault, boolean> = {
		OUTCOME: outcome === null,
		LEVEL: level === null && outcome !== null && outcome !== 'CANNOT_VERIFY',
		CONFIRMED_OTHER_LEVEL: outcome === 'CONFIRMED' && claimed !== null && level !== null && level !== claimed,
		METHOD: finding.method === null,
		CONFIDENCE: finding.confidence === null,
		CONFIDENCE_NEEDS: lacksNeeds(finding.confidence, finding.confidenceNeeds),
		RATIONALE: !isLongEnough(finding.rationale.id) && !isLongEnough(finding.rationale.en),
		EVIDENCE: finding.evidence.length === 0,
	}
	return FINDING_FAULTS.filter((fault) => faults[fault])
}

/** Whether somebody is not sure and does not say what would make them so, in either language. */
export function lacksNeeds(
	confidence: Confidence | null,
	needs: { readonly en?: string | null | undefined; readonly id?: string | null | undefined },
): boolean {
	return confidence !== null && confidence !== 'HIGH' && !needs.en && !needs.id
}

/** Whether a rationale says enough, in Unicode code points after trimming. */
export function isLongEnough(rationale: string | null | undefined): boolean {
	return [...(rationale ?? '').trim()].length >= RATIONALE_MIN_CHARACTERS
}

/** The questions of a finding, in their order, and the page that shows all answers. */
export const FINDING_STEPS = ['finding', 'reasons', 'evidence', 'check'] as const
export type FindingStep = (typeof FINDING_STEPS)[number]

const STEP_OF: Record<FindingFault, FindingStep> = {
	OUTCOME: 'finding',
	LEVEL: 'finding',
	CONFIRMED_OTHER_LEVEL: 'finding',
	METHOD: 'reasons',
	CONFIDENCE: 'reasons',
	CONFIDENCE_NEEDS: 'reasons',
	RATIONALE: 'reasons',
	EVIDENCE: 'evidence',
}

/** The question that asks for an answer. */
export function stepOf(fault: FindingFault): FindingStep {
	return STEP_OF[fault]
}

/** The first question without a good answer; the check when all have one. */
export function nextStep(faults: readonly FindingFault[]): FindingStep {
	return faults[0] === undefined ? 'check' : STEP_OF[faults[0]]
}
