import { isClaimWaiting, planFigures } from '#app/domain/action-plan/rules.ts'
import type {
	CheckpointView,
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
} from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import { isReportExpected } from '#app/domain/progress-update/rules.ts'

/** A milestone as a list of work names it. */
export type MilestoneLine = {
	readonly commitmentId: string
	readonly milestoneId: string
	readonly title: Bilingual
}

/** What one institution owes at a checkpoint. */
export type InstitutionDue = {
	readonly name: Bilingual
	/** Milestones on which a report is expected, and those on which one is published. */
	readonly expected: number
	readonly reported: number
	readonly missing: readonly MilestoneLine[]
}

/** Who answers for a commitment: an organization with accounts here, or a name as the plan gives it. */
export type Responsible = { readonly commitmentId: string; readonly name: Bilingual }

/** What a progress report compiled on a day would lack. Nothing in it keeps a report from being compiled. */
export type Gaps = {
	/** The newest checkpoint that is open; null where the plan has none yet. */
	readonly checkpoint: CheckpointView | null
	readonly isPastDue: boolean
	readonly institutions: readonly InstitutionDue[]
	readonly overdue: readonly (MilestoneLine & { readonly lastDay: CalendarDay })[]
	readonly withoutEvidence: readonly MilestoneLine[]
	readonly unverified: readonly MilestoneLine[]
}

/** The checkpoint a report made on a day is about: the newest one that has opened, or null before the first. */
export function currentCheckpoint(
	checkpoints: readonly CheckpointView[],
	today: CalendarDay,
): CheckpointView | null {
	return (
		[...checkpoints].filter((c) => c.opensOn <= today).sort((a, b) => (a.opensOn < b.opensOn ? 1 : -1))[0] ??
		null
	)
}

/** What is late, and what a report compiled today would have to leave open. */
export function gapsOf(record: PlanRecord, responsible: readonly Responsible[], today: CalendarDay): Gaps {
	const checkpoint = currentCheckpoint(record.checkpoints, today)
	const pairs = record.commitments.flatMap((commitment) =>
		commitment.milestones.map((milestone) => ({ commitment, milestone })),
	)
	const lines = (wanted: (pair: Pair) => boolean) => pairs.filter(wanted).map(lineOf)
	return {
		checkpoint,
		isPastDue: checkpoint !== null && checkpoint.dueOn < today,
		institutions: checkpoint ? institutionsDue(record, responsible, checkpoint) : [],
		overdue: planFigures(record, today).overdue.flatMap(({ milestoneId, lastDay }) => {
			const pair = pairs.find((p) => p.milestone.id === milestoneId)
			return pair ? [{ ...lineOf(pair), lastDay }] : []
		}),
		withoutEvidence: lines(({ milestone }) => {
			const claim = milestone.claims[0]
			const needsEvidence = claim !== undefined && !claim.isNil && claim.level !== 'NOT_STARTED'
			return needsEvidence && claim.evidence.length === 0
		}),
		unverified: lines(({ commitment, milestone }) => {
			const claim = milestone.claims[0]
			return (
				claim !== undefined &&
				isClaimWaiting(claim, [...milestone.verifications, ...commitment.verifications])
			)
		}),
	}
}

type Pair = { readonly commitment: CommitmentRecord; readonly milestone: MilestoneRecord }

function lineOf({ commitment, milestone }: Pair): MilestoneLine {
	return { commitmentId: commitment.id, milestoneId: milestone.id, title: milestone.title }
}

function institutionsDue(
	record: PlanRecord,
	responsible: readonly Responsible[],
	checkpoint: CheckpointView,
): readonly InstitutionDue[] {
	const dueOnOf = (code: string) => record.checkpoints.find((c) => c.code === code)?.dueOn ?? null
	const byName = new Map<string, { name: Bilingual; pairs: Pair[] }>()
	for (const commitment of record.commitments.filter(({ standing }) => !hasEnded(standing))) {
		const name = responsible.find((r) => r.commitmentId === commitment.id)?.name ?? {
			en: commitment.leadInstitution,
			id: commitment.leadInstitution,
		}
		const key = `${name.en ?? ''}|${name.id ?? ''}`
		const known = byName.get(key) ?? { name, pairs: [] }
		const owed = commitment.milestones.filter((m) => isReportExpected(m, checkpoint, dueOnOf))
		known.pairs.push(...owed.map((milestone) => ({ commitment, milestone })))
		byName.set(key, known)
	}
	return [...byName.values()].flatMap(({ name, pairs }) => {
		if (pairs.length === 0) return []
		const missing = pairs.filter((p) => !p.milestone.claims.some((c) => c.checkpointCode === checkpoint.code))
		return [
			{ name, expected: pairs.length, reported: pairs.length - missing.length, missing: missing.map(lineOf) },
		]
	})
}
