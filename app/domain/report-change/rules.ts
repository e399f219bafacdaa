import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { judgementsOfCommitment } from '#app/domain/divergence/rules.ts'
import type { ExpectationView } from '#app/domain/expectation/view.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import { REPORT_JUDGES } from './view.ts'
import type { ReportChanges } from './view.ts'

/** What is compared of a report. */
export type Compared = {
	readonly record: PlanRecord
	readonly figures: PlanFigures
	readonly expectations: readonly ExpectationView[]
}

/** A report that was compiled before, as it is shown today. */
export type EarlierReport = {
	readonly recordId: string
	readonly asOfOn: CalendarDay
	readonly snapshotHash: string
	readonly model: Compared
}

/**
 * What became different between two reports of one plan. Both are read as they were frozen: acts that only one has
 * are new, whatever day they bear.
 *
 * Source  our own
 */
export function changesSince({ model: before, ...earlier }: EarlierReport, now: Compared): ReportChanges {
	const { recordId, asOfOn, snapshotHash } = earlier
	const was = new Map(before.record.commitments.map((commitment) => [commitment.id, commitment]))
	const isNew = newActs(before.record, now.record)
	return {
		recordId,
		asOfOn,
		snapshotHash,
		expectations: expectationSteps(before, now),
		levels: now.record.commitments.flatMap((commitment) => levelSteps(was.get(commitment.id), commitment)),
		added: now.record.commitments.flatMap(({ id }) => (was.has(id) ? [] : [id])),
		ended: now.record.commitments
			.filter(({ id, standing }) => hasEnded(standing) && !hasEnded(was.get(id)?.standing))
			.map(({ id }) => id),
		acts: {
			claims: isNew(claimKeys),
			findings: isNew(findingKeys),
			replies: isNew(replyKeys),
			amendments: isNew(amendmentKeys),
		},
		overdue: { before: before.figures.overdue.length, now: now.figures.overdue.length },
		covered: { before: before.figures.coverage.count, now: now.figures.coverage.count },
	}
}

/** Whether anything is different. */
export function hasChanged({ expectations, levels, added, ended, acts, overdue }: ReportChanges): boolean {
	const lists = [expectations, levels, added, ended]
	return (
		lists.some((list) => list.length > 0) ||
		Object.values(acts).some((count) => count > 0) ||
		overdue.before !== overdue.now
	)
}

function expectationSteps(before: Compared, now: Compared): ReportChanges['expectations'] {
	return now.expectations.flatMap(({ code, level: to }) => {
		const from = before.expectations.find((one) => one.code === code)?.level
		return from === undefined || from === to ? [] : [{ code, from, to }]
	})
}

/** Of a commitment that the earlier report did not have, the levels are no change. */
function levelSteps(was: CommitmentRecord | undefined, now: CommitmentRecord): ReportChanges['levels'] {
	if (was === undefined) return []
	const [before, after] = [judgementsOfCommitment(was), judgementsOfCommitment(now)]
	return REPORT_JUDGES.flatMap((judge) => {
		const [from, to] = [before[judge]?.level ?? null, after[judge]?.level ?? null]
		return from === to ? [] : [{ commitmentId: now.id, judge, from, to }]
	})
}

type Keys = (record: PlanRecord) => readonly string[]

function newActs(before: PlanRecord, now: PlanRecord): (keys: Keys) => number {
	return (keys) => {
		const known = new Set(keys(before))
		return new Set(keys(now).filter((key) => !known.has(key))).size
	}
}

function claimKeys({ commitments }: PlanRecord): readonly string[] {
	return commitments.flatMap(({ milestones }) =>
		milestones.flatMap(({ claims }) =>
			claims.map(({ recordId, version }) => `${recordId}@${String(version)}`),
		),
	)
}

function findingKeys({ commitments }: PlanRecord): readonly string[] {
	return commitments.flatMap(verificationsOf).map(({ recordId, version }) => `${recordId}@${String(version)}`)
}

function replyKeys({ commitments }: PlanRecord): readonly string[] {
	return commitments
		.flatMap(verificationsOf)
		.flatMap(({ thread }) => thread?.replies ?? [])
		.map(({ recordId }) => recordId)
}

function amendmentKeys({ amendments = [] }: PlanRecord): readonly string[] {
	return amendments.map(({ recordId }) => recordId)
}
