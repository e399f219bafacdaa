import { NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { draftProblems, draftWarnings } from '#app/domain/plan-draft/rules.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { aRuleSet } from './rule-set.ts'

/** A plan that is being written as its pages get it. */
export function aPlanDraftView(drafted: DraftedPlan, over: Partial<PlanDraftView> = {}): PlanDraftView {
	const ruleSet = aRuleSet()
	const parts = drafted.commitments.flatMap((commitment) => [commitment, ...commitment.milestones])
	return {
		id: drafted.id,
		version: 1,
		state: 'DRAFT',
		member: {
			id: 'example',
			level: 'NATIONAL',
			name: { en: 'Example', id: 'Contoh' },
			isDemonstration: true,
		},
		ruleSet,
		drafted,
		versions: Object.fromEntries(parts.map(({ id }) => [id, 1])),
		institutions: [{ id: 'agency', name: { en: 'The agency', id: 'Si agency' } }],
		problems: draftProblems(drafted, [], '2026-07-15'),
		warnings: draftWarnings(drafted, { ruleSet, cycle: NATIONAL_CYCLE }, []),
		consultations: [],
		consultationDays: 14,
		returnedReason: null,
		submitted: null,
		mayApprove: false,
		hasOtherApprover: true,
		today: '2026-07-15',
		...over,
	}
}
