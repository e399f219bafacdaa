import { describe, expect, test } from 'vitest'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { judgementsOfCommitment, judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import { divergenceLines } from '#app/domain/divergence-list/rules.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import {
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

const TODAY = '2026-07-20'

/** A co-lead that says everything is done, after everybody else. */
const coLead = aVerification({
	recordId: 'verification-co-lead',
	organizationId: 'cso-co-lead',
	level: 'COMPLETE',
	outcome: 'CONFIRMED',
	independence: 'INTERESTED',
	interests: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }],
	evidence: [{ kind: 'REPORT', url: 'https://example.org/ours', title: null, stance: 'SUPPORTS' }],
	publishedOn: '2026-07-10',
	ledgerIndex: 12,
})

/** Every state that one milestone can be in before the co-lead speaks: any claim or none, any finding or none. */
const cases = [null, 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'].flatMap((claimed) =>
	[null, ...COMPLETION_LEVELS].flatMap((found) =>
		(['milestone', 'whole'] as const).map((place) => [claimed, found, place] as const),
	),
)

function plan(
	[claimed, found]: (typeof cases)[number],
	more: Partial<Record<'milestone' | 'whole', VerificationView>>,
) {
	const level = claimed as 'LIMITED' | null
	const claims = claimed === null ? [] : [aClaim({ level })]
	const findings = found === null ? [] : [aVerification({ level: found, publishedOn: '2026-07-10' })]
	const verifications = [...(more.milestone ? [more.milestone] : []), ...findings]
	const milestones = [aMilestoneRecord({ claims, verifications }), aMilestoneRecord({ id: 'milestone-2' })]
	const whole = more.whole ? [{ ...more.whole, milestoneId: null }] : []
	return aPlanRecord({ commitments: [aCommitmentRecord({ milestones, verifications: whole })] })
}

/** The lines of the public list, without how many findings stand beside them uncounted. */
function linesOf(record: PlanRecord) {
	return [undefined, 'all'].flatMap((checkpoint) =>
		divergenceLines(record, { checkpoint }, TODAY).map(({ notCounted: _beside, ...line }) => line),
	)
}

describe('what a co-lead says moves no independent figure', () => {
	test.each(cases)('claimed %s, found %s, the co-lead speaks of the %s', (...state) => {
		const before = plan(state, {})
		const after = plan(state, { [state[2]]: coLead })
		const [was, is] = [before.commitments[0], after.commitments[0]]
		if (!was || !is) throw new Error('a plan without a commitment')
		expect(judgementsOfCommitment(is)).toEqual(judgementsOfCommitment(was))
		expect(is.milestones.map(judgementsOfMilestone)).toEqual(was.milestones.map(judgementsOfMilestone))
		// What was published is counted as published; nothing else of the figures knows of it.
		const { verifications } = planFigures(before, TODAY)
		expect(planFigures(after, TODAY)).toEqual({
			...planFigures(before, TODAY),
			verifications: verifications + 1,
		})
		expect(linesOf(after)).toEqual(linesOf(before))
		expect(expectationLevels(after, TODAY)).toEqual(expectationLevels(before, TODAY))
		const judged = (record: typeof before) => commitmentRows(record, TODAY).map((row) => row.judgements)
		expect(judged(after)).toEqual(judged(before))
	})

	test('and it stays where everyone reads it', () => {
		const { commitments } = plan(['LIMITED', 'LIMITED', 'milestone'], { milestone: coLead })
		expect(commitments[0]?.milestones[0]?.verifications.map((v) => v.independence)).toEqual([
			'INTERESTED',
			'INDEPENDENT',
		])
	})
})
