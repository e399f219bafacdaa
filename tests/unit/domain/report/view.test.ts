import { expect, test } from 'vitest'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { snapshotId, snapshotText } from '#app/domain/report/rules.ts'
import { modelWithoutFindings } from '#app/domain/report/view.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { aCommitmentRecord } from '#tests/factories/plan-record.ts'
import { aPlanRecord, aVerification } from '#tests/factories/plan-record.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

const record = aSmallPlanRecord()
const model = aProgressReport(record, { asOfOn: '2026-08-01', checkpoint: 'a signed note' })
const hash = snapshotId(model)
const without = (...ids: readonly string[]) => modelWithoutFindings(model, new Set(ids), hash)

test('a report from which nothing was withdrawn is the very same, byte for byte', () => {
	expect(without()).toBe(model)
	expect(without('a finding on another plan')).toBe(model)
})

test('a withdrawn finding is nowhere in the report, and no figure counts it', () => {
	expect(snapshotText(model)).toContain('verification-3')
	const left = without('verification-3')
	expect(snapshotText(left)).not.toContain('verification-3')
	expect(left.figures.verifications).toBe(model.figures.verifications - 1)
	expect(left.figures.agreement.count).toBe(model.figures.agreement.count - 1)
	expect(left.withdrawnSince).toEqual({ count: 1, snapshotHash: hash })
	expect(left.checkpoint).toBe('a signed note')
	expect(left.asOfOn).toBe('2026-08-01')
})

test('the figures are those of the record as it would be without the finding', () => {
	const whole = aCommitmentRecord({
		milestones: [],
		verifications: [aVerification(), aVerification({ recordId: 'stays' })],
	})
	const frozen = aProgressReport(aPlanRecord({ commitments: [whole] }), { asOfOn: '2026-08-01' })
	const stays = { ...whole, verifications: whole.verifications.slice(1) }
	const expected = aProgressReport(aPlanRecord({ commitments: [stays] }), { asOfOn: '2026-08-01' })
	const { withdrawnSince, ...left } = modelWithoutFindings(frozen, new Set(['verification-1']), 'hash')
	expect(left).toEqual(expected)
	expect(withdrawnSince?.count).toBe(1)
})

test('what is drawn without a finding is a snapshot of its own: it survives a file, under another name', () => {
	const left = without('verification-1', 'verification-2')
	expect(left.withdrawnSince?.count).toBe(2)
	expect(readSnapshot(JSON.parse(snapshotText(left)))).toEqual({ model: left })
	expect(snapshotId(left)).not.toBe(hash)
})

test('a finding that followed up a withdrawn one stays, and no longer names it', () => {
	const whole = aCommitmentRecord({
		milestones: [],
		verifications: [
			aVerification({ recordId: 'later', followsUp: 'withdrawn-1' }),
			aVerification({ recordId: 'withdrawn-1' }),
		],
	})
	const frozen = aProgressReport(aPlanRecord({ commitments: [whole] }), { asOfOn: '2026-08-01' })
	const left = modelWithoutFindings(frozen, new Set(['withdrawn-1']), 'hash')
	expect(snapshotText(left)).toContain('later')
	expect(snapshotText(left)).not.toContain('withdrawn-1')
})
