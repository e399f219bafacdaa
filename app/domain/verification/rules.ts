import { addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

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
	'OTHER',
] as const
export type Method = (typeof METHODS)[number]

export const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const INDEPENDENCES = ['INDEPENDENT', 'INTERESTED'] as const
export type Independence = (typeof INDEPENDENCES)[number]

/** Shortest rationale that is accepted, in Unicode code points after trimming. Source: our own. */
export const RATIONALE_MIN_CHARACTERS = 50

/** Months for which a conflict declaration holds. Source: our own; shown as such in the interface. */
export const DECLARATION_MONTHS = 12

/** A monitor with an interest in the commitment may publish, but does not count as independent. */
export function independenceFrom(declaration: { hasInterest: boolean }): Independence {
	return declaration.hasInterest ? 'INTERESTED' : 'INDEPENDENT'
}

/** Longest rationale in one language, and longest statement of an interest. Unit: Unicode code points. Source: our own. */
export const RATIONALE_MAX_CHARACTERS = 4000
export const STATEMENT_MAX_CHARACTERS = 1000

/** Most pieces of evidence with one verification. Source: our own. */
export const VERIFICATION_EVIDENCE_MAX = 5

/** The last day on which a declaration made on a day holds. */
export function declarationValidUntil(declaredOn: CalendarDay): CalendarDay {
	return addMonths(declaredOn, DECLARATION_MONTHS)
}

/** What a finding says so far; null: not answered. */
export type Finding = {
	readonly level: CompletionLevel | null
	readonly outcome: Outcome | null
	readonly method: Method | null
	readonly confidence: Confidence | null
	readonly rationale: { readonly en: string | null; readonly id: string | null }
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
		RATIONALE: !isLongEnough(finding.rationale.id) && !isLongEnough(finding.rationale.en),
		EVIDENCE: finding.evidence.length === 0,
	}
	return FINDING_FAULTS.filter((fault) => faults[fault])
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
