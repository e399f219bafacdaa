import { PLAN_ROLES, may, membersOf } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Checkpoint, CheckpointReopening } from '#prisma/generated/client.ts'
import { checkpointState } from './rules.ts'
import type { CheckpointState } from './rules.ts'

/** A reopening of a checkpoint: an act that everyone can read. */
export type ReopeningView = {
	readonly recordId: string
	readonly openedOn: CalendarDay
	readonly untilOn: CalendarDay
	readonly reason: Bilingual
}

/** A checkpoint as it stands today, with its reopenings, the newest last. */
export type CheckpointItem = {
	readonly code: string
	readonly opensOn: CalendarDay
	readonly dueOn: CalendarDay
	readonly lockedOn: CalendarDay | null
	readonly state: CheckpointState
	readonly reopenings: readonly ReopeningView[]
}

/** The checkpoints of a plan. */
export type CheckpointList = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	readonly checkpoints: readonly CheckpointItem[]
	readonly today: CalendarDay
	/** Day of the newest act that the list rests on. */
	readonly lastActOn: CalendarDay
	readonly ledgerSize: number
}

/** The checkpoints of a public plan, the first one first. Refuses with `not_found`. */
export async function listCheckpoints(ctx: Context, planId: string): Promise<CheckpointList> {
	const [plan, head] = await Promise.all([
		ctx.db.actionPlan.findFirst({
			where: { id: planId, status: { not: 'DRAFT' } },
			include: {
				member: true,
				versions: { orderBy: { version: 'desc' }, take: 1 },
				checkpoints: {
					orderBy: { dueOn: 'asc' },
					include: { reopenings: { orderBy: { publishedAt: 'asc' } } },
				},
			},
		}),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const text = plan?.versions[0]
	if (!plan || !text) throw new Refusal('not_found')
	const today = dayIn(plan.member.timeZone, ctx.now)
	return {
		plan: { id: plan.id, title: { en: text.titleEn, id: text.titleId } },
		member: memberView(plan.member),
		checkpoints: plan.checkpoints.map((row) => checkpointItem(row, today)),
		today,
		lastActOn: [
			text.publishedOn,
			...plan.checkpoints.flatMap(({ reopenings }) => reopenings.map((one) => one.publishedOn)),
		].reduce((newest, day) => (day > newest ? day : newest)),
		ledgerSize: head.size,
	}
}

type CheckpointRow = Checkpoint & { readonly reopenings: readonly CheckpointReopening[] }

function checkpointItem(row: CheckpointRow, today: CalendarDay): CheckpointItem {
	return {
		code: row.code,
		opensOn: row.opensOn,
		dueOn: row.dueOn,
		lockedOn: row.lockedOn,
		state: checkpointState(row, today),
		reopenings: row.reopenings.map((one) => ({
			recordId: one.recordId,
			openedOn: one.publishedOn,
			untilOn: one.untilOn,
			reason: { en: one.reasonEn, id: one.reasonId },
		})),
	}
}

/** The same for those who run the plan; for others it does not exist. */
export async function listOwnCheckpoints(ctx: Context, planId: string): Promise<CheckpointList> {
	const list = await listCheckpoints(ctx, planId)
	if (!isOwn(ctx, list.member.id)) throw new Refusal('not_found')
	if (!may(ctx.actor, 'checkpoint.reopen', { memberId: list.member.id })) throw new Refusal('not_allowed')
	return list
}

/** A checkpoint of the actor's members, held until the transaction ends. Refuses with `not_found`. */
export async function holdCheckpoint(
	tx: Transaction,
	ctx: Pick<Context, 'actor'>,
	{ planId, code }: { planId: string; code: string },
) {
	const row = await tx.checkpoint.findFirst({
		where: { actionPlanId: planId, code, actionPlan: { status: { not: 'DRAFT' } } },
		include: { actionPlan: { include: { member: true } } },
	})
	if (!row || !isOwn(ctx, row.actionPlan.memberId)) throw new Refusal('not_found')
	await tx.$queryRawUnsafe('SELECT "id" FROM "Checkpoint" WHERE "id" = $1 FOR UPDATE', row.id)
	return row
}

function isOwn(ctx: Pick<Context, 'actor'>, memberId: string): boolean {
	const members = membersOf(ctx.actor, PLAN_ROLES)
	return members.includes(null) || members.includes(memberId)
}

/** One checkpoint of a plan for those who run it. Refuses with `not_found`, `not_allowed`. */
export async function findOwnCheckpoint(
	ctx: Context,
	{ planId, code }: { readonly planId: string; readonly code: string },
): Promise<{ readonly list: CheckpointList; readonly checkpoint: CheckpointItem }> {
	const list = await listOwnCheckpoints(ctx, planId)
	const checkpoint = list.checkpoints.find((one) => one.code === code)
	if (!checkpoint) throw new Refusal('not_found')
	return { list, checkpoint }
}
