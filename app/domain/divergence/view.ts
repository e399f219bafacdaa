import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CommitmentFilter } from '#app/domain/commitment/schema.ts'
import { publishedDaysOf } from '#app/domain/finding-thread/view.ts'
import { scheduleOf, worstSchedule } from '#app/domain/milestone/rules.ts'
import type { Schedule } from '#app/domain/milestone/rules.ts'
import { judgementsOfCommitment } from './rules.ts'
import type { Judgements } from './rules.ts'

/** A commitment as one line of a list: its judges side by side, its schedule and how current it is. */
export type CommitmentRow = {
	readonly commitment: CommitmentRecord
	readonly judgements: Judgements
	/** Null where it has no milestones. */
	readonly schedule: Schedule | null
	readonly overdueMilestones: number
	/** Latest day on which anybody published something about it. */
	readonly lastActOn: CalendarDay
}

/** The plan's commitments as lines, in the plan's order. */
export function commitmentRows(record: PlanRecord, today: CalendarDay): readonly CommitmentRow[] {
	return record.commitments.map((commitment) => {
		const goingOn = commitment.milestones.filter((m) => !hasEnded(m.standing))
		const schedules = goingOn.map((m) => scheduleOf(m, m.claims[0]?.level ?? null, today))
		return {
			commitment,
			judgements: judgementsOfCommitment(commitment),
			schedule: worstSchedule(schedules),
			overdueMilestones: schedules.filter((schedule) => schedule === 'OVERDUE').length,
			lastActOn: latestOn(commitment),
		}
	})
}

/** The lines that a reader asked for. Words are looked for in both languages, whatever their case. */
export function rowsMatching(
	rows: readonly CommitmentRow[],
	filter: CommitmentFilter,
): readonly CommitmentRow[] {
	const wanted = filter.q?.toLowerCase() ?? ''
	return rows.filter(
		(row) =>
			(filter.state === undefined || row.judgements.divergence.state === filter.state) &&
			(filter.overdue === undefined || row.overdueMilestones > 0) &&
			(wanted === '' || wordsOf(row.commitment).includes(wanted)),
	)
}

/** The latest day on which anything was published about any of the lines; null without lines. */
export function lastActOn(rows: readonly Pick<CommitmentRow, 'lastActOn'>[]): CalendarDay | null {
	return (
		rows
			.map((row) => row.lastActOn)
			.sort()
			.at(-1) ?? null
	)
}

/** The same record with only the commitments of the given lines: figures of a part are worked out like those of the whole. */
export function recordOfRows(record: PlanRecord, rows: readonly CommitmentRow[]): PlanRecord {
	return { ...record, commitments: rows.map((row) => row.commitment) }
}

function wordsOf(commitment: CommitmentRecord): string {
	const { title, theme, leadInstitution, ogpId, number } = commitment
	return [title.en, title.id, theme, leadInstitution, ogpId, number].join('\n').toLowerCase()
}

function latestOn(commitment: CommitmentRecord): CalendarDay {
	const days = [
		commitment.origin.publishedOn,
		...commitment.milestones.flatMap((m) => [m.origin.publishedOn, ...m.claims.map((c) => c.publishedOn)]),
		...verificationsOf(commitment).flatMap(publishedDaysOf),
		...commitment.codings.map((c) => c.publishedOn),
		...(commitment.assessments ?? []).map((one) => one.publishedOn),
		...(commitment.withdrawals ?? []).map((w) => w.publishedOn),
	]
	return days.sort().at(-1) ?? commitment.origin.publishedOn
}
