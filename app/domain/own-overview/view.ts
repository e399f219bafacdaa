import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ChartView } from '#app/domain/chart/view.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'

/** What one organization of the actor's has to do with a plan. */
export type OwnPart = {
	/** Whether it answers for commitments, or verifies them. */
	readonly as: 'INSTITUTION' | 'CSO'
	readonly organization: { readonly id: string; readonly name: Bilingual }
	/** The commitments it answers for; of those who verify, all of the plan. */
	readonly rows: readonly CommitmentRow[]
	readonly overdue: PlanFigures['overdue']
	/** Of these commitments alone. */
	readonly charts: readonly ChartView[]
	/** Claims on milestones of which the organization found nothing; null of institutions. */
	readonly unjudgedClaims: number | null
	/** Milestones of these commitments on which government claims something. */
	readonly claims: number
}

/** A plan as the actor's own organizations are concerned with it. */
export type OwnOverview = {
	readonly plan: PlanView
	readonly today: CalendarDay
	readonly ledgerSize: number
	readonly parts: readonly OwnPart[]
}

/** A plan that can be looked at. */
export type PlanChoice = { readonly id: string; readonly title: Bilingual; readonly memberName: Bilingual }
