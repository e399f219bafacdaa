import { expect, test } from 'vitest'
import { currentCheckpoint, gapsOf } from '#app/domain/readiness/rules.ts'
import {
	aCheckpoint,
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

const B06 = aCheckpoint({ code: 'B06', opensOn: '2026-06-01', dueOn: '2026-06-30' })
const B12 = aCheckpoint({ code: 'B12', opensOn: '2026-12-01', dueOn: '2026-12-31' })

test.each([
	['2026-05-31', null, 'before the first opens'],
	['2026-06-01', 'B06', 'on the day it opens'],
	['2026-11-30', 'B06', 'until the next opens'],
	['2026-12-01', 'B12', 'then the next'],
])('on %s a report is about %s: %s', (today, code, _why) => {
	expect(currentCheckpoint([B12, B06], today)?.code ?? null).toBe(code)
})

/** The gaps of a plan with one milestone, on a day after B06 was due. */
function gaps(milestone: Parameters<typeof aMilestoneRecord>[0]) {
	const commitment = aCommitmentRecord({
		id: 'k1',
		milestones: [aMilestoneRecord({ id: 'm1', startsOn: '2026-01-01', endsOn: null, ...milestone })],
	})
	const record = aPlanRecord({ checkpoints: [B06], commitments: [commitment] })
	return gapsOf(record, [{ commitmentId: 'k1', name: { en: 'Agency', id: 'Dinas' } }], '2026-07-15')
}

const claim = aClaim({ checkpointCode: 'B06', level: 'LIMITED' })

test('an institution without a report is named with what it owes', () => {
	expect(gaps({ claims: [] })).toMatchObject({
		isPastDue: true,
		institutions: [{ name: { id: 'Dinas' }, expected: 1, reported: 0, missing: [{ milestoneId: 'm1' }] }],
	})
	expect(gaps({ claims: [claim] }).institutions).toMatchObject([{ expected: 1, reported: 1, missing: [] }])
})

test.each([
	['a claim without evidence', { ...claim, evidence: [] }, 1],
	['that nothing has started needs none', { ...claim, level: 'NOT_STARTED' as const, evidence: [] }, 0],
	['a nil report needs none', { ...claim, isNil: true, evidence: [] }, 0],
])('%s', (_what, given, count) => {
	expect(gaps({ claims: [given] }).withoutEvidence).toHaveLength(count)
})

test('a claim waits until somebody independent has looked at it', () => {
	const on = { recordId: claim.recordId, version: claim.version }
	expect(gaps({ claims: [claim] }).unverified).toHaveLength(1)
	const interested = aVerification({ claim: on, independence: 'INTERESTED' })
	expect(gaps({ claims: [claim], verifications: [interested] }).unverified).toHaveLength(1)
	const independent = aVerification({ claim: on, independence: 'INDEPENDENT' })
	expect(gaps({ claims: [claim], verifications: [independent] }).unverified).toEqual([])
})

test('a plan without checkpoints owes no reports', () => {
	const record = aPlanRecord({ checkpoints: [] })
	expect(gapsOf(record, [], '2026-07-15')).toMatchObject({
		checkpoint: null,
		isPastDue: false,
		institutions: [],
	})
})
