import { expect, test } from 'vitest'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { snapshotId, snapshotText } from '#app/domain/report/rules.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

const record = aPlanRecord({
	commitments: [
		aCommitmentRecord({
			milestones: [aMilestoneRecord({ claims: [aClaim()], verifications: [aVerification()] })],
			codings: [aCoding()],
		}),
	],
})
const model = aProgressReport(record, { asOfOn: '2026-08-01' })

test('a snapshot survives a file: read again it is the same model with the same name', () => {
	const read = readSnapshot(JSON.parse(snapshotText(model)))
	expect(read).toEqual({ model })
	expect('model' in read && snapshotId(read.model)).toBe(snapshotId(model))
})

test('the order of keys does not change a snapshot’s name, one word does', () => {
	const { record: first, ...rest } = model
	expect(snapshotId({ ...rest, record: first })).toBe(snapshotId(model))
	expect(snapshotId({ ...model, asOfOn: '2026-08-02' })).not.toBe(snapshotId(model))
	expect(snapshotId(model)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
	['another kind of file', { kind: 'something' }, 'kind'],
	['an older template', { ...model, templateVersion: '0' }, 'templateVersion'],
	['a day that does not exist', { ...model, asOfOn: '2026-02-30' }, 'asOfOn'],
	['a field nobody knows', { ...model, score: 7 }, ''],
	['no object at all', 7, ''],
])('%s is refused, and the place is named', (_what, value, wrongAt) => {
	expect(readSnapshot(value)).toEqual({ wrongAt })
})
