/** Levels of OGP's completion scale as independent assessors use it, lowest first. */
export const COMPLETION_LEVELS = ['NO_EVIDENCE', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'] as const
export type CompletionLevel = (typeof COMPLETION_LEVELS)[number]

/**
 * The four steps a government may claim; "no evidence" is a finding, not a claim.
 *
 * Source  OGP self-assessment commitment template; IRM completion scale adds NO_EVIDENCE.
 *         https://www.opengovpartnership.org/glossary/completion/
 */
export const CLAIMED_LEVELS = ['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'] as const
export type ClaimedLevel = (typeof CLAIMED_LEVELS)[number]

/** OGP's own grouping: Substantial and Complete together are high completion. */
export function isHighCompletion(level: CompletionLevel): boolean {
	return level === 'SUBSTANTIAL' || level === 'COMPLETE'
}

/**
 * Share of assessed commitments that reached high completion.
 *
 * Unit     fraction from 0 to 1, unrounded.
 * Returns  null when nothing has been assessed: an unassessed plan is not a plan at 0 %.
 * Source   OGP glossary, "Completion". https://www.opengovpartnership.org/glossary/completion/
 */
export function highCompletionShare(assessed: readonly CompletionLevel[]): number | null {
	if (assessed.length === 0) return null
	return assessed.filter(isHighCompletion).length / assessed.length
}

/** Weight of each level in the completion index. */
const INDEX_WEIGHT: Record<CompletionLevel, number> = {
	NO_EVIDENCE: 0,
	NOT_STARTED: 0,
	LIMITED: 1 / 3,
	SUBSTANTIAL: 2 / 3,
	COMPLETE: 1,
}

/**
 * Completion index of the milestones that have a level.
 *
 * Unit     fraction from 0 to 1.
 * Returns  null when no milestone has a level.
 * Source   our own; shown as such in the interface.
 */
export function completionIndex(levels: readonly CompletionLevel[]): number | null {
	if (levels.length === 0) return null
	return levels.reduce((sum, level) => sum + INDEX_WEIGHT[level], 0) / levels.length
}

/** A level worked out from milestones, with how many of them it rests on. */
export type RolledUpLevel = {
	readonly level: CompletionLevel | null
	readonly known: number
	readonly total: number
}

/**
 * The commitment's level as its milestones give it. `null` entries are milestones without a level.
 *
 * All milestones complete → COMPLETE; index of the known ones ≥ 0.5 → SUBSTANTIAL; above 0 → LIMITED;
 * all without evidence → NO_EVIDENCE; else NOT_STARTED. A milestone nobody reported on keeps the commitment
 * from being complete and is counted in `total`, never as 0.
 *
 * Returns  level null when no milestone has a level.
 * Source   our own; shown as such in the interface.
 */
export function levelFromMilestones(levels: readonly (CompletionLevel | null)[]): RolledUpLevel {
	const known = levels.filter((level) => level !== null)
	const index = completionIndex(known)
	const counts = { known: known.length, total: levels.length }
	if (index === null) return { level: null, ...counts }
	if (known.length === levels.length && known.every((level) => level === 'COMPLETE'))
		return { level: 'COMPLETE', ...counts }
	if (index >= 0.5) return { level: 'SUBSTANTIAL', ...counts }
	if (index > 0) return { level: 'LIMITED', ...counts }
	return { level: known.every((level) => level === 'NO_EVIDENCE') ? 'NO_EVIDENCE' : 'NOT_STARTED', ...counts }
}

/**
 * The level several independent findings stand for together: their lower median.
 *
 * Returns  null when there is none.
 * Source   our own; shown as such, with every single finding beside it.
 */
export function medianLevel(levels: readonly CompletionLevel[]): CompletionLevel | null {
	const ordered = [...levels].sort((a, b) => COMPLETION_LEVELS.indexOf(a) - COMPLETION_LEVELS.indexOf(b))
	return ordered[Math.floor((ordered.length - 1) / 2)] ?? null
}
