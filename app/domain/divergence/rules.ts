import type { CommitmentRecord, MilestoneRecord } from '#app/domain/action-plan/view.ts'
import type { PartialDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS, levelFromMilestones, medianLevel } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import { COMPLETION_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import { claimedLevelOfCommitment } from '#app/domain/progress-update/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import { countedMilestones } from '#app/domain/published-text/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'

/** How government's claim and an independent level stand to each other. */
export const DIVERGENCE_STATES = [
	'AGREES',
	'GOVERNMENT_HIGHER',
	'VERIFIER_HIGHER',
	'UNVERIFIED',
	'CANNOT_VERIFY',
	'NO_CLAIM',
] as const
export type DivergenceState = (typeof DIVERGENCE_STATES)[number]

/** Proof on one side only. */
export const EVIDENCE_GAPS = ['CLAIM_WITHOUT_PROOF', 'PROOF_WITHOUT_CLAIM'] as const
export type EvidenceGap = (typeof EVIDENCE_GAPS)[number]

/** One judge's level on a commitment or milestone. Null level: not assessed, or not in words of the scale. */
export type Judgement = {
	readonly level: CompletionLevel | null
	/** The judge's own words where they are not a step of the scale. */
	readonly inOtherWords: readonly string[]
	/** Milestones with a level and milestones in all; both 1 for a level given to the thing itself. */
	readonly known: number
	readonly total: number
	readonly rolledUp: boolean
	/** Lowest and highest of several findings, where there are several; the level is then their median. */
	readonly spread?: Spread
	/** Latest day of what counts here: when it was published, or, for imported acts, when their source says it was. */
	readonly asOfOn: PartialDay | null
}

/** How far several findings are apart. */
export type Spread = {
	readonly lowest: CompletionLevel
	readonly highest: CompletionLevel
	/** Organizations with a level. */
	readonly count: number
}

export type Divergence = {
	readonly state: DivergenceState
	/** Steps on the completion scale, claimed minus independent; null where one of the two has no level. */
	readonly steps: number | null
	readonly evidenceGap: EvidenceGap | null
}

/** The four judges on one thing, side by side and never merged, and what lies between claim and findings. */
export type Judgements = {
	readonly claimed: Judgement
	readonly verified: Judgement
	/** By the member's Monitoring Body; absent where it gave no level. */
	readonly assessed?: Judgement
	readonly coded: Judgement
	readonly divergence: Divergence
	/** Claim against the IRM's level. */
	readonly codedDivergence: Divergence
	/** Claim against the Monitoring Body's level; absent without one. */
	readonly assessedDivergence?: Divergence
}

const NOBODY: Judgement = { level: null, inOtherWords: [], known: 0, total: 1, rolledUp: false, asOfOn: null }

/**
 * Steps from an independent level up to the claimed one. NO_EVIDENCE counts as one step below NOT_STARTED.
 *
 * Unit     steps of OGP's five-step completion scale; positive: government says more.
 * Source   our own; shown as such in the interface.
 */
export function gapInSteps(claimed: CompletionLevel, independent: CompletionLevel): number {
	return COMPLETION_LEVELS.indexOf(claimed) - COMPLETION_LEVELS.indexOf(independent)
}

/** The judges on a milestone. Monitoring Body and IRM do not judge milestones. */
export function judgementsOfMilestone(milestone: MilestoneRecord): Judgements {
	const claim = milestone.claims[0]
	const claimed = claim ? judgementFromClaim(claim) : NOBODY
	const counted = latestIndependent(milestone.verifications)
	return judgements(
		{ claimed, verified: judgementFromVerifications(counted), coded: NOBODY },
		{
			cannotVerify: counted.some((v) => v.outcome === 'CANNOT_VERIFY'),
			claimHasProof: claim === undefined || needsNoProof(claim),
			findingHasProof: counted.some((v) => v.evidence.length > 0),
		},
	)
}

/**
 * The four judges on a commitment. The claim is the newest level that an institution stated for the whole; without
 * one, it is rolled up from its milestones, as is the verification unless somebody verified the commitment as a whole.
 */
export function judgementsOfCommitment(commitment: CommitmentRecord): Judgements {
	const milestones = countedMilestones(commitment)
	const claims = milestones.map((m) => m.claims[0] ?? null)
	const direct = latestIndependent(commitment.verifications)
	const perMilestone = milestones.map((m) => latestIndependent(m.verifications))
	const counted = [...direct, ...perMilestone.flat()]
	return judgements(
		{
			claimed: statedLevel(commitment) ?? rolledUpClaims(claims),
			verified: verifiedLevel(direct, perMilestone),
			...assessedLevel(commitment),
			coded: judgementFromCodings(commitment.codings),
		},
		{
			cannotVerify: counted.some((v) => v.outcome === 'CANNOT_VERIFY'),
			claimHasProof: claims.some((claim) => claim !== null && needsNoProof(claim)),
			findingHasProof: counted.some((v) => v.evidence.length > 0),
		},
	)
}

/** What an institution stated for the whole. It stands until another is stated, whatever its milestones come to since. */
function statedLevel({ statedLevels = [] }: CommitmentRecord): Judgement | null {
	const [newest] = statedLevels
	if (!newest) return null
	return { ...NOBODY, level: newest.level, known: 1, asOfOn: newest.publishedOn }
}

/** A finding about the whole that gives no level ("cannot be verified") does not hide the levels of its milestones. */
function verifiedLevel(
	direct: readonly VerificationView[],
	perMilestone: readonly (readonly VerificationView[])[],
): Judgement {
	const whole = judgementFromVerifications(direct)
	if (whole.level !== null) return whole
	const parts = rolledUpVerifications(perMilestone)
	return parts.level === null && direct.length > 0 ? whole : parts
}

/**
 * Whether a finding counts among independent ones: its author has no interest, and did not take it back.
 *
 * Source   our own, after https://www.opengovpartnership.org/?p=57307; shown as such in the interface.
 */
export function countsAsIndependent(finding: Pick<VerificationView, 'independence' | 'thread'>): boolean {
	return finding.independence === 'INDEPENDENT' && finding.thread?.decisions[0]?.decision !== 'WITHDRAWN'
}

/** The newest finding of each independent organization; interested ones are shown but never counted. */
export function latestIndependent(newestFirst: readonly VerificationView[]): readonly VerificationView[] {
	const seen = new Set<string>()
	return newestFirst.filter((v) => {
		if (!countsAsIndependent(v) || seen.has(v.organizationId)) return false
		seen.add(v.organizationId)
		return true
	})
}

type Facts = { cannotVerify: boolean; claimHasProof: boolean; findingHasProof: boolean }

type FourJudges = Pick<Judgements, 'claimed' | 'verified' | 'assessed' | 'coded'>

function judgements(judges: FourJudges, facts: Facts): Judgements {
	const { claimed, verified, assessed, coded } = judges
	return {
		...judges,
		divergence: {
			...between(claimed, verified, facts.cannotVerify),
			evidenceGap: evidenceGap(claimed, facts),
		},
		codedDivergence: { ...between(claimed, coded, false), evidenceGap: null },
		...(assessed && { assessedDivergence: { ...between(claimed, assessed, false), evidenceGap: null } }),
	}
}

function between(
	claimed: Judgement,
	independent: Judgement,
	cannotVerify: boolean,
): Omit<Divergence, 'evidenceGap'> {
	if (independent.level === null) {
		if (cannotVerify) return { state: 'CANNOT_VERIFY', steps: null }
		return { state: claimed.asOfOn === null ? 'NO_CLAIM' : 'UNVERIFIED', steps: null }
	}
	if (claimed.level === null) return { state: 'NO_CLAIM', steps: null }
	const steps = gapInSteps(claimed.level, independent.level)
	if (steps === 0) return { state: 'AGREES', steps }
	return { state: steps > 0 ? 'GOVERNMENT_HIGHER' : 'VERIFIER_HIGHER', steps }
}

/** A claim with evidence, or one that says that nothing happened: there is nothing to prove. */
function needsNoProof(claim: ClaimView): boolean {
	return claim.isNil || claim.evidence.length > 0
}

function evidenceGap(claimed: Judgement, facts: Facts): EvidenceGap | null {
	if (claimed.asOfOn !== null && !facts.claimHasProof) return 'CLAIM_WITHOUT_PROOF'
	return claimed.asOfOn === null && facts.findingHasProof ? 'PROOF_WITHOUT_CLAIM' : null
}

function judgementFromClaim(claim: ClaimView): Judgement {
	return {
		level: claim.level,
		inOtherWords: claim.level === null && claim.levelAsPublished ? [claim.levelAsPublished] : [],
		known: claim.level === null ? 0 : 1,
		total: 1,
		rolledUp: false,
		asOfOn: dayOfClaim(claim),
	}
}

function rolledUpClaims(claims: readonly (ClaimView | null)[]): Judgement {
	const made = claims.filter((claim) => claim !== null)
	return {
		...claimedLevelOfCommitment(claims),
		inOtherWords: made.flatMap((claim) =>
			claim.level === null && claim.levelAsPublished ? [claim.levelAsPublished] : [],
		),
		rolledUp: true,
		asOfOn: latestDay(made.map(dayOfClaim)),
	}
}

function judgementFromVerifications(counted: readonly VerificationView[]): Judgement {
	const levels = counted.flatMap((v) => v.level ?? [])
	const level = medianLevel(levels)
	return {
		...NOBODY,
		level,
		...spreadOf(levels),
		known: level === null ? 0 : 1,
		asOfOn: latestDay(counted.map((v) => v.publishedOn)),
	}
}

/** Nothing where fewer than two organizations gave a level. */
function spreadOf(levels: readonly CompletionLevel[]): { readonly spread?: Spread } {
	const ordered = COMPLETION_LEVELS.filter((level) => levels.includes(level))
	const [lowest] = ordered
	const highest = ordered.at(-1)
	if (levels.length < 2 || !lowest || !highest) return {}
	return { spread: { lowest, highest, count: levels.length } }
}

function rolledUpVerifications(perMilestone: readonly (readonly VerificationView[])[]): Judgement {
	const each = perMilestone.map(judgementFromVerifications)
	return {
		...levelFromMilestones(each.map((judgement) => judgement.level)),
		inOtherWords: [],
		rolledUp: true,
		asOfOn: latestDay(each.flatMap((judgement) => judgement.asOfOn ?? [])),
	}
}

/** The newest completion level that the Monitoring Body gave; nothing where it gave none. */
function assessedLevel({ assessments = [] }: CommitmentRecord): Pick<Judgements, 'assessed'> {
	const newest = assessments.find((assessment) => assessment.level !== null)
	if (!newest) return {}
	return { assessed: { ...NOBODY, level: newest.level, known: 1, asOfOn: newest.publishedOn } }
}

function judgementFromCodings(codings: readonly CodingView[]): Judgement {
	for (const indicator of COMPLETION_INDICATORS) {
		const [coding] = codings.filter((c) => c.indicator === indicator).sort(byReview)
		if (!coding) continue
		const level = COMPLETION_LEVELS.find((l) => l === coding.value) ?? null
		return {
			...NOBODY,
			level,
			inOtherWords: level === null ? [coding.valueAsPublished] : [],
			known: level === null ? 0 : 1,
			asOfOn: dayOfCoding(coding),
		}
	}
	return NOBODY
}

/** The day of the review a value stands in; null where its source does not say: it is not as old as its import. */
function dayOfCoding({ codedOn, year }: CodingView): PartialDay | null {
	return codedOn ?? (year === null ? null : String(year))
}

/** Of several values of one indicator the newest review comes first, those without a date last; then the latest act. */
function byReview(a: CodingView, b: CodingView): number {
	const [dayA, dayB] = [dayOfCoding(a) ?? '', dayOfCoding(b) ?? '']
	if (dayA !== dayB) return dayA < dayB ? 1 : -1
	return b.ledgerIndex - a.ledgerIndex || a.recordId.localeCompare(b.recordId)
}

/** The day a claim speaks of: an imported one is as old as its source says. */
function dayOfClaim(claim: ClaimView): PartialDay {
	return claim.provenance?.sourcePublishedOn ?? claim.publishedOn
}

function latestDay(days: readonly PartialDay[]): PartialDay | null {
	return [...days].sort().at(-1) ?? null
}
