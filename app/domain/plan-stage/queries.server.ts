import { z } from 'zod'
import { may } from '#app/access/policy.ts'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import type { PlanStatus } from '#app/domain/action-plan/rules.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { ownMembers } from '#app/domain/plan-draft/queries.server.ts'
import { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { PlanStage } from '#prisma/generated/client.ts'
import { nextStages } from './rules.ts'
import type { NextStage } from './rules.ts'

/** A stage that a plan entered. */
export type EnteredStage = {
	readonly recordId: string
	readonly stage: string
	readonly effectiveOn: CalendarDay
	readonly closesOn: CalendarDay | null
	readonly note: Bilingual
}

/** Where a plan stands in its life, and what may come next. */
export type StageView = {
	readonly plan: { readonly id: string; readonly title: Bilingual; readonly status: PlanStatus }
	readonly member: MemberView
	readonly entered: readonly EnteredStage[]
	readonly next: readonly NextStage[]
	readonly today: CalendarDay
}

/** The stage of a plan for those who run it; for others it does not exist. */
export async function findStage(ctx: Context, planId: string): Promise<StageView> {
	const plan = await ctx.db.actionPlan.findFirst({
		where: { id: planId, status: { not: 'DRAFT' }, ...ownMembers(ctx) },
		include: { member: true, ruleSet: true, versions: { orderBy: { version: 'desc' }, take: 1 } },
	})
	const text = plan?.versions[0]
	if (!plan || !text) throw new Refusal('not_found')
	if (!may(ctx.actor, 'plan.submit', plan)) throw new Refusal('not_allowed')
	const status = z.enum(PLAN_STATUSES).parse(plan.status)
	const today = dayIn(plan.member.timeZone, ctx.now)
	return {
		plan: { id: plan.id, title: { en: text.titleEn, id: text.titleId }, status },
		member: memberView(plan.member),
		entered: await listEnteredStages(ctx, planId),
		next: nextStages({ ...text, status }, CycleRules.parse(plan.ruleSet.cycle), today),
		today,
	}
}

/** The stages that a plan entered here, the first one first; plans that were imported entered theirs elsewhere. */
export async function listEnteredStages(ctx: Context, planId: string): Promise<readonly EnteredStage[]> {
	const rows = await ctx.db.planStage.findMany({
		where: { actionPlanId: planId },
		orderBy: { publishedAt: 'asc' },
	})
	return rows.map(enteredStage)
}

/** The record by which a plan entered a stage; null where it did not. */
export async function findStageRecord(ctx: Context, planId: string, stage: string): Promise<string | null> {
	const row = await ctx.db.planStage.findFirst({
		where: { actionPlanId: planId, stage },
		orderBy: { publishedAt: 'desc' },
	})
	return row?.recordId ?? null
}

/** A text that is or was open to comments, as lists name it. */
export type ConsultationLine = {
	readonly recordId: string
	readonly title: Bilingual
	readonly member: Pick<MemberView, 'id' | 'name' | 'isDemonstration'>
	readonly openedOn: CalendarDay
	readonly closesOn: CalendarDay
	readonly isOpen: boolean
}

/** A text that was opened to comments, exactly as it was that day. */
export type ConsultationView = ConsultationLine & {
	readonly plan: DraftedPlan
	readonly note: Bilingual
	/** The plan that it became; null while it is being written. */
	readonly approvedPlanId: string | null
	readonly ledgerSize: number
}

/** The consultations on plans that are not approved yet, those that close last first. */
export async function listConsultations(
	ctx: Context,
	filter: { readonly memberId?: string } = {},
): Promise<readonly ConsultationLine[]> {
	const rows = await ctx.db.planStage.findMany({ where: { stage: 'CONSULTATION', ...filter } })
	const [approved, members] = await Promise.all([
		ctx.db.actionPlan.findMany({
			where: { id: { in: rows.map((row) => row.actionPlanId) } },
			select: { id: true },
		}),
		ctx.db.member.findMany({ where: { id: { in: rows.map((row) => row.memberId) } } }),
	])
	const ids = new Set(approved.map(({ id }) => id))
	return rows
		.filter((row) => !ids.has(row.actionPlanId))
		.flatMap((row) => {
			const member = members.find(({ id }) => id === row.memberId)
			return member ? [lineOf(row, { member: memberView(member), plan: frozenText(row), now: ctx.now })] : []
		})
		.sort((a, b) => (a.closesOn < b.closesOn ? 1 : -1))
}

/** A consultation with the text that was opened. Refuses with `not_found`. */
export async function findConsultation(ctx: Context, recordId: string): Promise<ConsultationView> {
	const row = await ctx.db.planStage.findFirst({ where: { recordId, stage: 'CONSULTATION' } })
	if (!row) throw new Refusal('not_found')
	const [member, approved, head] = await Promise.all([
		ctx.db.member.findUniqueOrThrow({ where: { id: row.memberId } }),
		ctx.db.actionPlan.findUnique({ where: { id: row.actionPlanId }, select: { id: true } }),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const plan = frozenText(row)
	return {
		...lineOf(row, { member: memberView(member), plan, now: ctx.now }),
		plan,
		note: { en: row.noteEn, id: row.noteId },
		approvedPlanId: approved?.id ?? null,
		ledgerSize: head.size,
	}
}

function frozenText(row: Pick<PlanStage, 'text'>): DraftedPlan {
	return DraftedPlan.parse(JSON.parse(row.text ?? 'null'))
}

function lineOf(
	row: PlanStage,
	{ member, plan, now }: { member: MemberView; plan: DraftedPlan; now: Date },
): ConsultationLine {
	const closesOn = row.closesOn ?? row.effectiveOn
	return {
		recordId: row.recordId,
		title: { en: plan.text.titleEn, id: plan.text.titleId },
		member,
		openedOn: row.effectiveOn,
		closesOn,
		isOpen: dayIn(member.timeZone, now) <= closesOn,
	}
}

function enteredStage(row: PlanStage): EnteredStage {
	return {
		recordId: row.recordId,
		stage: row.stage,
		effectiveOn: row.effectiveOn,
		closesOn: row.closesOn,
		note: { en: row.noteEn, id: row.noteId },
	}
}
