import type { BarFigures } from '#app/charts/completion-bars.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CommitmentInPlan } from '#app/domain/commitment/queries.server.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'

/** All that the picture of a page says where its address is shared, in no language. */
export type CardModel = {
	readonly title: Bilingual
	readonly number: string | null
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	/** The day on which it stood like this, in the member's time zone. */
	readonly asOfOn: CalendarDay
	readonly shown:
		| { readonly of: 'PLAN'; readonly figures: BarFigures }
		| { readonly of: 'COMMITMENT'; readonly judgements: Judgements }
}

/** The picture of a plan: its commitments by level and judge, from the same figures as its page. */
export function planCard(record: PlanRecord, asOfOn: CalendarDay): CardModel {
	const { title, member } = record.plan
	return { title, number: null, member, asOfOn, shown: { of: 'PLAN', figures: planFigures(record, asOfOn) } }
}

/** The picture of a commitment: its judges side by side. */
export function commitmentCard({ row, plan, asOfOn }: CommitmentInPlan): CardModel {
	const { title, number } = row.commitment
	const shown = { of: 'COMMITMENT', judgements: row.judgements } as const
	return { title, number, member: plan.member, asOfOn, shown }
}
