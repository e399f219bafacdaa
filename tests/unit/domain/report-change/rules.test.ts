import { expect, test } from 'vitest'
import { changesSince, hasChanged } from '#app/domain/report-change/rules.ts'
import type { ReportChanges } from '#app/domain/report-change/view.ts'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import {
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'
import { aProgressReport } from '#tests/factories/report.ts'

const report = (...commitments: readonly CommitmentRecord[]) =>
	aProgressReport(aPlanRecord({ commitments }), { asOfOn: '2026-08-01' })
const since = (before: ReportModel, now: ReportModel): ReportChanges =>
	changesSince({ recordId: 'report-1', asOfOn: '2026-06-30', snapshotHash: 'hash', model: before }, now)
const promised = (over: Partial<CommitmentRecord> = {}) =>
	aCommitmentRecord({ id: 'c1', milestones: [aMilestoneRecord({ claims: [] })], ...over })
const reported = (level: 'LIMITED' | 'SUBSTANTIAL', recordId = 'claim-1') =>
	promised({ milestones: [aMilestoneRecord({ claims: [aClaim({ recordId, level })], verifications: [] })] })

test('the same record twice is no change', () => {
	const changes = since(report(reported('LIMITED')), report(reported('LIMITED')))
	expect(hasChanged(changes)).toBe(false)
	expect(changes).toMatchObject({ recordId: 'report-1', asOfOn: '2026-06-30', levels: [], added: [] })
})

test('a first claim is a new act, and a step from no level', () => {
	const bare = promised({ milestones: [aMilestoneRecord({ claims: [], verifications: [] })] })
	const changes = since(report(bare), report(reported('SUBSTANTIAL')))
	expect(changes.acts).toEqual({ claims: 1, findings: 0, replies: 0, amendments: 0 })
	expect(changes.levels).toEqual([{ commitmentId: 'c1', judge: 'claimed', from: null, to: 'SUBSTANTIAL' }])
})

test('a level that goes down is shown like one that goes up', () => {
	const changes = since(report(reported('SUBSTANTIAL')), report(reported('LIMITED', 'claim-2')))
	expect(changes.levels).toEqual([
		{ commitmentId: 'c1', judge: 'claimed', from: 'SUBSTANTIAL', to: 'LIMITED' },
	])
})

test('a finding moves the verified level and the coverage, and no claim', () => {
	const found = promised({ milestones: [], verifications: [aVerification({ recordId: 'finding-1' })] })
	const changes = since(report(promised({ milestones: [] })), report(found))
	expect(changes.acts.findings).toBe(1)
	expect(changes.levels.map(({ judge }) => judge)).toEqual(['verified'])
	expect(changes.covered).toEqual({ before: 0, now: 1 })
})

test('a new commitment is named as new, and its levels are no change', () => {
	const other = { ...reported('LIMITED'), id: 'c2' }
	const changes = since(report(promised({ milestones: [] })), report(promised({ milestones: [] }), other))
	expect(changes.added).toEqual(['c2'])
	expect(changes.levels).toEqual([])
})

test('a commitment that was withdrawn since is named once, and not again in the report after', () => {
	const withdrawn = promised({ standing: 'WITHDRAWN' })
	expect(since(report(promised()), report(withdrawn)).ended).toEqual(['c1'])
	expect(since(report(withdrawn), report(withdrawn)).ended).toEqual([])
})

test('an expectation that moved stands with both its levels', () => {
	const [before, now] = [report(promised()), report(promised())]
	const moved = {
		...now,
		expectations: now.expectations.map((one) =>
			one.code === 'E1_DECLARATION' ? { ...one, level: 'MET' as const } : one,
		),
	}
	expect(since(before, moved).expectations).toEqual([
		{ code: 'E1_DECLARATION', from: 'NOT_RECORDED', to: 'MET' },
	])
})
