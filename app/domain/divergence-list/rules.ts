import { shareOf, verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { Share } from '#app/domain/action-plan/rules.ts'
import type { CheckpointView, CommitmentRecord, PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { daysBetween, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import {
	countsAsIndependent,
	judgementsOfCommitment,
	latestIndependent,
} from '#app/domain/divergence/rules.ts'
import type { DivergenceState, Judgements } from '#app/domain/divergence/rules.ts'
import { countedMilestones, goesOnElsewhere } from '#app/domain/published-text/rules.ts'
import type { DivergenceFilter } from './schema.ts'

/** One commitment at one checkpoint, or as it stands, by every judge who said something. */
export type DivergenceLine = {
	/** The commitment and, after `@`, the checkpoint or `now`. */
	readonly id: string
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: { readonly id: string; readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly commitmentId: string
	readonly number: string
	readonly title: Bilingual
	/** What became of the commitment since it was first published; null: nothing. */
	readonly standing: string | null
	readonly institution: string | null
	/** Null: as everything stands. */
	readonly checkpoint: { readonly code: string; readonly dueOn: CalendarDay } | null
	readonly judgements: Judgements
	/** Independent organizations that found something, and those whose finding is not counted. */
	readonly independent: number
	readonly notCounted: number
	/** Milestones that somebody independent looked at, of all. */
	readonly coverage: Share
	/** Latest day of an independent finding; null without any. */
	readonly foundOn: PartialDay | null
	/** Days since then, up to the day asked for or the checkpoint's. */
	readonly ageDays: number | null
	/** Latest day on which an independent finding confirmed what government claimed; null: never. */
	readonly confirmedOn: CalendarDay | null
}

/** How many lines a list shows and leaves out, by how claim and findings stand to each other. */
export type DivergenceSummary = {
	readonly counts: Readonly<Record<DivergenceState, number>>
	readonly shown: number
	/** Lines there would be if every commitment had been looked at. */
	readonly of: number
	/** Commitments with an independent finding, of all that figures count. */
	readonly coverage: Share
}

/**
 * The lines of a plan: one per commitment as it stands or, with `all`, per commitment and checkpoint. Where nobody
 * independent looked there is no line, and the summary counts it. A commitment that goes on as others keeps its line
 * where somebody judged it, so that no finding leaves the list with what it was about.
 *
 * Source  our own; shown as such in the interface. The same record gives the same lines anywhere.
 */
export function divergenceLines(
	record: PlanRecord,
	filter: Pick<DivergenceFilter, 'checkpoint'>,
	today: CalendarDay,
): readonly DivergenceLine[] {
	const chosen = chosenCheckpoints(record.checkpoints, filter.checkpoint, today)
	return record.commitments
		.flatMap((commitment) =>
			chosen.map((checkpoint) =>
				lineOf(upTo(commitment, checkpoint, record.checkpoints), { plan: record.plan, checkpoint, today }),
			),
		)
		.filter((line) => !goesOnElsewhere(line.standing) || isFound(line))
}

type Checkpoint = DivergenceLine['checkpoint']

/** The checkpoints that are asked for: those due by now, one of them, or none in particular. */
function chosenCheckpoints(
	checkpoints: readonly CheckpointView[],
	asked: string | undefined,
	today: CalendarDay,
): readonly Checkpoint[] {
	if (asked === undefined) return [null]
	return checkpoints.filter(({ code, opensOn }) => opensOn <= today && (asked === 'all' || code === asked))
}

/** What had been said at a checkpoint or before it; what names none counts up to the day it was due. */
function upTo(
	commitment: CommitmentRecord,
	checkpoint: Checkpoint,
	checkpoints: readonly CheckpointView[],
): CommitmentRecord {
	if (checkpoint === null) return commitment
	const codes = new Set(checkpoints.filter((c) => c.dueOn <= checkpoint.dueOn).map((c) => c.code))
	const isBy = (act: { checkpointCode: string | null; publishedOn: CalendarDay }) =>
		act.checkpointCode === null ? act.publishedOn <= checkpoint.dueOn : codes.has(act.checkpointCode)
	return {
		...commitment,
		verifications: commitment.verifications.filter(isBy),
		milestones: commitment.milestones.map((milestone) => ({
			...milestone,
			claims: milestone.claims.filter(isBy),
			verifications: milestone.verifications.filter(isBy),
		})),
		statedLevels: (commitment.statedLevels ?? []).filter(isBy),
		assessments: (commitment.assessments ?? []).filter((act) => act.publishedOn <= checkpoint.dueOn),
		codings: commitment.codings.filter(
			// A value without a date was given nobody knows when: it belongs to no checkpoint.
			({ codedOn, year }) => {
				const on = codedOn ?? (year === null ? null : String(year))
				return on !== null && lastDayOf(on) <= checkpoint.dueOn
			},
		),
	}
}

type Asked = {
	readonly plan: PlanView
	readonly checkpoint: Checkpoint
	readonly today: CalendarDay
}

function lineOf(commitment: CommitmentRecord, { plan, checkpoint, today }: Asked): DivergenceLine {
	const judgements = judgementsOfCommitment(commitment)
	const findings = verificationsOf(commitment)
	const milestones = countedMilestones(commitment)
	const foundOn = latest(
		[judgements.verified, judgements.assessed, judgements.coded].flatMap((j) => j?.asOfOn ?? []),
	)
	const until = checkpoint !== null && checkpoint.dueOn < today ? checkpoint.dueOn : today
	const organizations = new Set(latestIndependent(findings).map((v) => v.organizationId))
	return {
		id: `${commitment.id}@${checkpoint?.code ?? 'now'}`,
		plan: { id: plan.id, title: plan.title },
		member: { id: plan.member.id, name: plan.member.name, isDemonstration: plan.member.isDemonstration },
		commitmentId: commitment.id,
		number: commitment.number ?? String(commitment.position),
		title: commitment.title,
		standing: commitment.standing ?? null,
		institution: commitment.leadInstitution,
		checkpoint: checkpoint && { code: checkpoint.code, dueOn: checkpoint.dueOn },
		judgements,
		independent: organizations.size,
		notCounted: findings.filter((v) => !countsAsIndependent(v)).length,
		coverage: shareOf(
			milestones.filter((m) => m.verifications.some(countsAsIndependent)).length,
			milestones.length,
		),
		foundOn,
		ageDays: foundOn === null ? null : Math.max(0, daysBetween(lastDayOf(foundOn), until)),
		confirmedOn: latest(
			findings.filter((v) => countsAsIndependent(v) && v.outcome === 'CONFIRMED').map((v) => v.publishedOn),
		),
	}
}

function latest(days: readonly string[]): string | null {
	return [...days].sort().at(-1) ?? null
}

/** Whether anybody independent gave a level, or said that none can be found out. */
export function isFound({ judgements }: Pick<DivergenceLine, 'judgements'>): boolean {
	const { verified, assessed, coded, divergence } = judgements
	return (
		[verified, assessed, coded].some((judge) => judge !== undefined && judge.level !== null) ||
		divergence.state === 'CANNOT_VERIFY'
	)
}

/** The lines that a reader asked for and that there is something to show of: the widest gap first. */
export function linesMatching(
	lines: readonly DivergenceLine[],
	{ institution, state }: DivergenceFilter,
): readonly DivergenceLine[] {
	return lines
		.filter(isFound)
		.filter((line) => institution === undefined || line.institution === institution)
		.filter((line) => state === undefined || line.judgements.divergence.state === state)
		.sort(widestFirst)
}

/** Widest gap first; then by plan, number and checkpoint, so that the same lines stand in the same order anywhere. */
function widestFirst(a: DivergenceLine, b: DivergenceLine): number {
	return widest(b) - widest(a) || keyOf(a).localeCompare(keyOf(b), 'en')
}

function widest({ judgements }: DivergenceLine): number {
	const { divergence, assessedDivergence, codedDivergence } = judgements
	return Math.max(
		...[divergence, assessedDivergence, codedDivergence].map((gap) => Math.abs(gap?.steps ?? 0)),
	)
}

function keyOf(line: DivergenceLine): string {
	return [line.plan.id, line.number.padStart(6, '0'), line.commitmentId, line.checkpoint?.dueOn ?? ''].join(
		' ',
	)
}

/** What a list shows and leaves out. `all` are the lines before anything was left out; `shown` those that stand there. */
export function summaryOf(
	all: readonly DivergenceLine[],
	shown: readonly DivergenceLine[],
): DivergenceSummary {
	const counts = {
		AGREES: 0,
		GOVERNMENT_HIGHER: 0,
		VERIFIER_HIGHER: 0,
		UNVERIFIED: 0,
		CANNOT_VERIFY: 0,
		NO_CLAIM: 0,
	} satisfies Record<DivergenceState, number>
	for (const { judgements } of shown) counts[judgements.divergence.state] += 1
	const counted = all.filter((line) => !goesOnElsewhere(line.standing))
	const commitments = new Set(counted.map((line) => line.commitmentId))
	const covered = new Set(counted.filter((line) => line.independent > 0).map((line) => line.commitmentId))
	return { counts, shown: shown.length, of: all.length, coverage: shareOf(covered.size, commitments.size) }
}

/** The same summary for each group of lines, in the order in which the groups first appear. */
export function summariesBy(
	all: readonly DivergenceLine[],
	shown: readonly DivergenceLine[],
	groupOf: (line: DivergenceLine) => string,
): readonly { readonly group: string; readonly summary: DivergenceSummary }[] {
	const groups = [...new Set(all.map(groupOf))]
	return groups.map((group) => ({
		group,
		summary: summaryOf(
			all.filter((line) => groupOf(line) === group),
			shown.filter((line) => groupOf(line) === group),
		),
	}))
}
