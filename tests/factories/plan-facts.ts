import type { PlanFacts } from '#app/domain/plan-event/rules.ts'

/** A plan of two years from January 2026 on which nobody has said anything yet; one thing overridden. */
export function somePlanFacts(over: Partial<PlanFacts> = {}): PlanFacts {
	return {
		today: '2026-07-15',
		startsOn: '2026-01-01',
		endsOn: '2027-12-31',
		submittedOn: '2026-01-10',
		checkpoints: [{ id: 'b06', code: 'B06', dueOn: '2026-06-30' }],
		commitments: [{ id: 'k1', milestones: [{ id: 'm1', startsOn: '2026-02-01' }] }],
		claims: [],
		levels: [],
		localAssessments: [],
		selfAssessments: [],
		refreshedOn: null,
		succeededOn: null,
		codings: [],
		...over,
	}
}
