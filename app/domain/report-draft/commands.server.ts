import { randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { readPlans } from '#app/domain/action-plan/queries.server.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import { findInterestsInMember } from '#app/domain/conflict/queries.server.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { isCompiled } from '#app/domain/report-kind/rules.ts'
import { compilerOf, findReportToday } from '#app/domain/report/queries.server.ts'
import { snapshotId, snapshotText } from '#app/domain/report/rules.ts'
import type { LogWitness, ReportModel } from '#app/domain/report/view.ts'
import type { ReportDissent, ReportDraft } from '#prisma/generated/client.ts'
import { dissentingOrganization, listAsked } from './queries.server.ts'
import { isOpen, reasonNotToDissent, roundWindow } from './rules.ts'
import type { DissentAnswer, DraftMark, RoundAnswer } from './schema.ts'
import { asDraft } from './view.ts'

type Opening = {
	readonly planId: string
	readonly answer: RoundAnswer
	/** The log's newest signed checkpoint, and its key. */
	readonly witness: LogWitness
}

/**
 * Shares a draft of a report with those who judge the member: the report as the record stands today, frozen, the same
 * for everyone who sees it. It cannot be taken back, and the report is not compiled before its last day is over.
 *
 * Refuses  with `not_found`, `not_allowed`, `plan_empty`, `draft_round_unread` where nobody could be asked, and with
 *          `draft_round_known` while another draft of the same report is shared.
 * Returns  the id of the draft.
 */
export async function openRound(ctx: Context, { planId, answer, witness }: Opening): Promise<string> {
	const { report: name, days } = answer
	const model = await findReportToday(ctx, { planId, name }, witness)
	const { member } = model.record.plan
	const organizationId = compilerOf(ctx, member.id)
	if (organizationId === null || !may(ctx.actor, 'report-draft.open', { memberId: member.id }))
		throw new Refusal('not_allowed')
	if (!isCompiled(model)) throw new Refusal('not_allowed')
	if (model.record.commitments.length === 0) throw new Refusal('plan_empty')
	const asked = await listAsked(ctx, member.id)
	if (asked.length === 0) throw new Refusal('draft_round_unread')

	const row = rowOf(ctx, { model, name, organizationId, mark: { ...roundWindow(model.asOfOn, days), asked } })
	return ctx.db.$transaction(async (tx) => {
		await holdPlan(tx, planId)
		const others = await tx.reportDraft.findMany({
			where: { actionPlanId: planId, reportName: name },
			select: { closesOn: true },
		})
		if (others.some((other) => isOpen(other, model.asOfOn))) throw new Refusal('draft_round_known')
		await tx.reportDraft.create({ data: row })
		return row.id
	})
}

type Sharing = {
	readonly model: ReportModel
	readonly name: string
	readonly organizationId: string
	readonly mark: DraftMark
}

function rowOf(ctx: Context, { model, name, organizationId, mark }: Sharing) {
	const draft = asDraft(model, mark)
	return {
		id: randomUUID(),
		actionPlanId: model.record.plan.id,
		reportName: name,
		asOfOn: model.asOfOn,
		opensOn: mark.opensOn,
		closesOn: mark.closesOn,
		snapshotHash: snapshotId(draft),
		model: snapshotText(draft),
		openedById: ctx.actor.personId ?? '',
		organizationId,
		openedAt: ctx.now,
		takenOn: null,
		recordId: null,
	} satisfies ReportDraft
}

/** Nobody opens or ends a round of this plan meanwhile. */
export async function holdPlan(tx: Transaction, planId: string): Promise<void> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "ActionPlan" WHERE "id" = $1 FOR UPDATE', planId)
}

type Saying = { readonly draftId: string; readonly answer: DissentAnswer }

/**
 * Attaches a dissent to a shared draft. Nobody changes or removes it, and the report that takes the draft up prints it
 * in full. A form that is sent again is the dissent that it was.
 *
 * Refuses  with `not_found` to whoever cannot see the draft, with `not_allowed`, and with `draft_round_closed`.
 */
export async function attachDissent(ctx: Context, { draftId, answer }: Saying): Promise<void> {
	const draft = await ctx.db.reportDraft.findUnique({ where: { id: draftId }, omit: { model: true } })
	const [plan] = draft ? (await readPlans(ctx, { ids: [draft.actionPlanId] })).plans : []
	if (!draft || !plan) throw new Refusal('not_found')
	const { id: memberId, timeZone } = plan.member
	if (!may(ctx.actor, 'report-draft.read', { memberId })) throw new Refusal('not_found')
	const organizationId = dissentingOrganization(ctx.actor, memberId)
	if (organizationId === null) throw new Refusal('not_allowed')
	const today = dayIn(timeZone, ctx.now)
	const { recordId: id, textEn, textId, url } = answer
	const interests = await findInterestsInMember(ctx, { organizationId, memberId, today: utcDay(ctx.now) })
	const row = {
		id,
		draftId,
		organizationId,
		authorId: ctx.actor.personId ?? '',
		saidOn: today,
		saidAt: ctx.now,
		textEn: textEn || null,
		textId: textId || null,
		url: url || null,
		interests: interests.map(({ scope, code }) => ({ scope, code })),
	} satisfies ReportDissent
	await ctx.db.$transaction(async (tx) => {
		await holdPlan(tx, plan.id)
		const before = await tx.reportDissent.findUnique({ where: { id } })
		if (before && !isSame(before, row)) throw new Refusal('not_found')
		if (before) return
		const reason = reasonNotToDissent(draft, today)
		if (reason !== null) throw new Refusal(reason)
		await tx.reportDissent.create({ data: row })
	})
}

function isSame(before: ReportDissent, row: Pick<ReportDissent, 'draftId' | 'authorId'>): boolean {
	return before.draftId === row.draftId && before.authorId === row.authorId
}
