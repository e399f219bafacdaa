import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { NOTHING_GIVEN } from '#app/domain/consultation/view.ts'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'
import type { ExpectationView } from '#app/domain/expectation/view.ts'
import type { MemberExpectation } from '#app/domain/member-expectation/view.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import type { ObligationView } from '#app/domain/obligation/view.ts'
import type { PastLevels, RuleNumbers } from '#app/domain/standing/view.ts'
import type { FrozenConsultation, FrozenObligation } from './schema.ts'

/** A level as a report keeps it; from before template 3 without what it rests on beyond its figures. */
export type ReportedExpectation = ExpectationView &
	Partial<Pick<MemberExpectation, 'ruleSet' | 'records' | 'requirements' | 'changes'>>

/** All that a progress report is made from: the plan's record, and what the member and the site keep beside it. */
export type ReportSource = {
	readonly record: PlanRecord
	/** The five expectations of the member, judged on this plan. */
	readonly expectations: readonly MemberExpectation[]
	readonly ruleNumbers: Readonly<Record<string, RuleNumbers>>
	readonly remarks: readonly RemarkView[]
	/** Null where the plan was imported: its acts are kept elsewhere. */
	readonly obligations: readonly FrozenObligation[] | null
	/** Of this plan, the newest first. */
	readonly consultations: readonly FrozenConsultation[]
	/** Of a status report: the levels at the ends of the quarters before, and what kind of act each record is. */
	readonly history?: readonly PastLevels[]
	readonly recordKinds?: Readonly<Record<string, string>>
}

/** An obligation as a report keeps it: without its rule, which the rule set has. */
export function frozenObligation(owed: ObligationView): FrozenObligation {
	const { code, subject, subjectTitle, dueOn, doneOn, state, waiver } = owed
	return { code, subject, subjectTitle, dueOn, doneOn, state, waiver }
}

/** The consultations that belong to a plan, with what each brought. */
export function consultationsOf(registers: MemberRegisters, planId: string): readonly FrozenConsultation[] {
	return registers.of['consultation.published']
		.filter((act) => act.planId === planId)
		.map(({ recordId, said }) => {
			const { contributions, hidden, answered, answers } = registers.counts.get(recordId) ?? NOTHING_GIVEN
			const { opensOn, closesOn } = said
			const title = { en: said.titleEn ?? null, id: said.titleId ?? null }
			return { recordId, title, opensOn, closesOn, contributions, hidden, answered, answers: { ...answers } }
		})
}
