import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { remarksOf } from '#app/domain/expectation-remark/view.ts'
import { rulesOf } from '#app/domain/member-expectation/queries.server.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { listPlanObligations } from '#app/domain/obligation/queries.server.ts'
import { kindsOf, listPlanHistory, numbersOf } from '#app/domain/standing/queries.server.ts'
import { consultationsOf, frozenObligation } from './view.ts'
import type { ReportSource } from './view.ts'

/** A plan's record with all that a report says beside it, as everyone may read it today. Refuses with `not_found`. */
export async function findReportSource(
	ctx: Context,
	planId: string,
): Promise<ReportSource & { readonly asOfOn: CalendarDay }> {
	const record = await findPlanRecord(ctx, planId)
	const asOfOn = dayIn(record.plan.member.timeZone, ctx.now)
	return { ...(await sourceOf(ctx, record, asOfOn)), asOfOn }
}

/** What a status report says beyond: the levels of the quarters before, and what its records are. */
export async function findStatusSource(
	ctx: Context,
	source: ReportSource,
	day: CalendarDay,
): Promise<ReportSource> {
	const [history, recordKinds] = await Promise.all([
		listPlanHistory(ctx, source.record.plan, day),
		kindsOf(ctx, source),
	])
	return { ...source, history, recordKinds }
}

async function sourceOf(ctx: Context, record: PlanRecord, day: CalendarDay): Promise<ReportSource> {
	const { id, member } = record.plan
	const [plans, registers, rules, calendar] = await Promise.all([
		listPlans(ctx, { member: member.id }),
		findRegisters(ctx, member.id),
		rulesOf(ctx, member.level, day),
		listPlanObligations(ctx, id),
	])
	const standing = memberStanding({ member, registers, record, plans, rules, day })
	return {
		record,
		expectations: standing.expectations,
		ruleNumbers: await numbersOf(ctx, standing),
		remarks: remarksOf(registers, day),
		obligations: calendar.isKeptHere ? calendar.obligations.map(frozenObligation) : null,
		consultations: consultationsOf(registers, id),
	}
}
