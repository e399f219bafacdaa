import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { REFUSAL_REASONS } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { ReportJob } from '#prisma/generated/client.ts'
import { REPORT_JOB_STATES, kindOfName } from './rules.ts'
import type { ReportJobState } from './rules.ts'

/** The compiling of a report as whoever compiles sees it. */
export type ReportJobView = {
	readonly id: string
	readonly planId: string
	readonly planTitle: Bilingual
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	/** The kind of report; null where there is no such kind any more. */
	readonly kind: string | null
	readonly state: ReportJobState
	/** How many jobs come before it. */
	readonly before: number
	/** The compiled report, once it is there. */
	readonly recordId: string | null
	/** Why there is none, where it failed. */
	readonly reason: RefusalReason | null
}

/** How a job stands. A state or a reason that is not known any more is a failure without a reason of its own. */
export function reportJobView(row: ReportJob, plan: PlanView, before: number): ReportJobView {
	const state = REPORT_JOB_STATES.find((known) => known === row.state) ?? 'FAILED'
	const reason = REFUSAL_REASONS.find((known) => known === row.reason)
	const { name, isDemonstration } = plan.member
	return {
		id: row.id,
		planId: row.actionPlanId,
		planTitle: plan.title,
		member: { name, isDemonstration },
		kind: kindOfName(row.reportName),
		state,
		before,
		recordId: row.recordId,
		reason: state === 'FAILED' ? (reason ?? 'drawing_failed') : null,
	}
}
