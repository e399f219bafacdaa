import type { Judgements } from '#app/domain/divergence/rules.ts'
import type { DivergenceState } from '#app/domain/divergence/rules.ts'
import type { CommitmentInReport, MilestoneInReport, ProgressReport } from '#reports/progress-report/model.ts'

/** One place where the judges differ: a milestone, or the commitment as a whole. */
export type Difference = {
	readonly item: CommitmentInReport
	readonly milestone: MilestoneInReport | null
	readonly judgements: Judgements
}

/** How the commitments of one institution stand. Null: the plan names no lead. */
export type InstitutionDifferences = {
	readonly institution: string | null
	readonly commitments: number
	readonly counts: Readonly<Partial<Record<DivergenceState, number>>>
}

/** Every difference of the report, in the order of its figures: the widest first. */
export function differencesOf({ model, commitments }: ProgressReport): readonly Difference[] {
	return model.figures.divergences.flatMap(({ commitmentId, milestoneId, judgements }) => {
		const item = commitments.find(({ commitment }) => commitment.id === commitmentId)
		if (!item) return []
		const milestone = item.milestones.find((one) => one.milestone.id === milestoneId) ?? null
		return [{ item, milestone, judgements }]
	})
}

/** Commitments by the institution that leads them, by name; those without one last. */
export function byInstitution({ commitments }: ProgressReport): readonly InstitutionDifferences[] {
	const names = [...new Set(commitments.map(({ commitment }) => commitment.leadInstitution))]
	return names.sort(byName).map((institution) => {
		const own = commitments.filter(({ commitment }) => commitment.leadInstitution === institution)
		const counts: Partial<Record<DivergenceState, number>> = {}
		for (const { judgements } of own) {
			const { state } = judgements.divergence
			counts[state] = (counts[state] ?? 0) + 1
		}
		return { institution, commitments: own.length, counts }
	})
}

function byName(a: string | null, b: string | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
	return a.localeCompare(b)
}

/** Commitments that nobody independent has looked at, in the order of the plan. */
export function unverifiedOf({ commitments }: ProgressReport): readonly CommitmentInReport[] {
	return commitments.filter(({ judgements }) => judgements.divergence.state === 'UNVERIFIED')
}

/** Whether government claims anything of any commitment. */
export function hasClaims({ commitments }: ProgressReport): boolean {
	return commitments.some(({ judgements }) => judgements.divergence.state !== 'NO_CLAIM')
}
