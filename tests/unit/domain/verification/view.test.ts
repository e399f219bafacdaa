import { expect, test } from 'vitest'
import { queueFrom } from '#app/domain/verification/view.ts'
import {
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

const looker = { organizationIds: ['cso'], drafts: [], today: '2026-07-15' }

/** What waits on a plan with one milestone. */
function waitingOn(
	milestone: Parameters<typeof aMilestoneRecord>[0],
	over: Partial<Parameters<typeof queueFrom>[1]> = {},
) {
	const record = aPlanRecord({
		commitments: [aCommitmentRecord({ milestones: [aMilestoneRecord(milestone)] })],
	})
	return queueFrom(record, { ...looker, ...over })
}

const claim = aClaim({ recordId: 'r1', version: 2 })
const finding = (version: number, organizationId = 'cso') =>
	aVerification({ organizationId, claim: { recordId: 'r1', version } })

test.each([
	['a claim nobody looked at waits', { claims: [claim] }, 1],
	['a claim this CSO looked at does not', { claims: [claim], verifications: [finding(2)] }, 0],
	['a finding on its older version is none', { claims: [claim], verifications: [finding(1)] }, 1],
	['nor is that of another CSO', { claims: [claim], verifications: [finding(2, 'another')] }, 1],
	['a silent milestone waits from the day after its last', { claims: [], endsOn: '2026-07-14' }, 1],
	['on its last day it does not', { claims: [], endsOn: '2026-07-15' }, 0],
	['nor where no end is known', { claims: [], endsOn: null }, 0],
])('%s', (_what, milestone, count) => {
	expect(waitingOn(milestone)).toHaveLength(count)
})

test('what was begun is marked', () => {
	const drafts = [{ milestoneId: 'milestone-1', claimRecordId: 'r1' }]
	expect(waitingOn({ claims: [claim] }, { drafts })).toMatchObject([{ claimRecordId: 'r1', hasDraft: true }])
})
