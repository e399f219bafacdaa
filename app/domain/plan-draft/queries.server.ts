import { PLAN_ROLES, may, membersOf } from '#app/access/policy.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { CheckpointScheme } from '#app/domain/cycle-rules/schema.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findRuleSetOn } from '#app/domain/rule-set/queries.server.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import type { Member, RuleSet } from '#prisma/generated/client.ts'
import { draftProblems, draftWarnings } from './rules.ts'
import { PlanText } from './schema.ts'
import { draftedPlan, stateOf, versionsOf } from './view.ts'
import type {
	ConsultationItem,
	InstitutionView,
	PlanDraftItem,
	PlanDraftRows,
	PlanDraftView,
} from './view.ts'

const PARTS = {
	commitments: {
		orderBy: { position: 'asc' },
		include: { milestones: { orderBy: { position: 'asc' } } },
	},
} as const

/** Which drafts exist for the actor: those of the members whose plans they write. */
export function ownMembers(ctx: Pick<Context, 'actor'>): { memberId?: { in: string[] } } {
	const members = membersOf(ctx.actor, PLAN_ROLES)
	if (members.includes(null)) return {}
	return { memberId: { in: members.flatMap((id) => id ?? []) } }
}

/** The drafts of the actor's members, the newest change first. */
export async function listPlanDrafts(ctx: Context): Promise<readonly PlanDraftItem[]> {
	const rows = await ctx.db.planDraft.findMany({
		where: ownMembers(ctx),
		include: { member: true, _count: { select: { commitments: true } } },
		orderBy: { updatedAt: 'desc' },
	})
	return rows.map((row) => {
		const { titleEn, titleId } = PlanText.parse(row.text)
		return {
			id: row.id,
			version: row.version,
			state: stateOf(row),
			title: { en: titleEn, id: titleId },
			member: memberView(row.member),
			commitments: row._count.commitments,
			changedOn: dayIn(row.member.timeZone, row.updatedAt),
		}
	})
}

/** Members for which the actor may begin a plan, and those for whom they could if there were rules of their track. */
export type MembersToPlan = {
	/** Each with the scheme of checkpoints that its rules propose. */
	readonly members: readonly (MemberView & { readonly scheme: CheckpointScheme })[]
	readonly withoutRules: readonly MemberView[]
}

/** The members whose plans the actor writes. One of whose track there are no rules yet keeps no other back. */
export async function listMembersToPlan(ctx: Context): Promise<MembersToPlan> {
	const { memberId } = ownMembers(ctx)
	const members = await ctx.db.member.findMany({
		where: memberId ? { id: memberId } : {},
		orderBy: { nameEn: 'asc' },
	})
	const ruled = await Promise.all(
		members.map(async (member) => ({
			member: memberView(member),
			rules: await newestRuleSet(ctx, member),
		})),
	)
	return {
		members: ruled.flatMap(({ member, rules }) =>
			rules ? [{ ...member, scheme: CycleRules.parse(rules.cycle).checkpointScheme.value }] : [],
		),
		withoutRules: ruled.flatMap(({ member, rules }) => (rules ? [] : [member])),
	}
}

type RuleSets = { readonly db: Pick<Transaction, 'ruleSet'>; readonly now: Date }

async function newestRuleSet({ db, now }: RuleSets, member: Pick<Member, 'level'>): Promise<RuleSet | null> {
	return findRuleSetOn(db, member.level, utcDay(now))
}

/** The newest rules of a member's track that hold today. Refuses with `not_found`. */
export async function findNewestRuleSet(world: RuleSets, member: Pick<Member, 'level'>): Promise<RuleSet> {
	const ruleSet = await newestRuleSet(world, member)
	if (!ruleSet) throw new Refusal('not_found')
	return ruleSet
}

/** A plan that is being written, for those who write it; for others it does not exist. */
export async function findPlanDraft(ctx: Context, draftId: string): Promise<PlanDraftView> {
	const row = await ctx.db.planDraft.findFirst({
		where: { id: draftId, ...ownMembers(ctx) },
		include: { member: true, ...PARTS },
	})
	if (!row) throw new Refusal('not_found')
	const [rules, institutions, consultations, submitter] = await Promise.all([
		ctx.db.ruleSet.findUniqueOrThrow({ where: { id: row.ruleSetId } }),
		listInstitutions(ctx, row.memberId),
		listConsultationsOf(ctx.db, draftId),
		row.submittedById === null ? null : ctx.db.person.findUnique({ where: { id: row.submittedById } }),
	])
	const today = dayIn(row.member.timeZone, ctx.now)
	const sender = row.submittedById ?? ctx.actor.personId ?? ''
	const drafted = draftedPlan(row)
	const ruleSet = ruleSetView(rules)
	const cycle = CycleRules.parse(rules.cycle)
	return {
		id: row.id,
		version: row.version,
		state: stateOf(row),
		member: memberView(row.member),
		ruleSet,
		drafted,
		versions: versionsOf(row),
		institutions,
		problems: draftProblems(drafted, consultations, today),
		warnings: draftWarnings(drafted, { ruleSet, cycle }, consultations),
		consultations,
		consultationDays: cycle.consultationDays.value,
		returnedReason: row.returnedReason,
		submitted:
			row.submittedAt === null
				? null
				: { by: submitter?.displayName ?? '', on: dayIn(row.member.timeZone, row.submittedAt) },
		mayApprove: row.state === 'SUBMITTED' && may(ctx.actor, 'plan.approve', row),
		hasOtherApprover: await hasPointOfContact(ctx, { memberId: row.memberId, besides: sender, today }),
		today,
	}
}

type Besides = { readonly memberId: string; readonly besides: string; readonly today: CalendarDay }

/** Whether anybody else than one person is a point of contact of a member on a day. */
async function hasPointOfContact({ db }: Context, { memberId, besides, today }: Besides): Promise<boolean> {
	const found = await db.appointment.findFirst({
		where: {
			role: 'POC',
			personId: { not: besides },
			fromOn: { lte: today },
			AND: [
				{ OR: [{ memberId }, { memberId: null }] },
				{ OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
			],
		},
	})
	return found !== null
}

/** The institutions of a member's government, by name. */
export async function listInstitutions(
	{ db }: { readonly db: Pick<Transaction, 'organization'> },
	memberId: string,
): Promise<readonly InstitutionView[]> {
	const rows = await db.organization.findMany({
		where: { memberId, kind: 'GOVERNMENT_INSTITUTION' },
		orderBy: { nameId: 'asc' },
	})
	return rows.map((row) => ({ id: row.id, name: { en: row.nameEn, id: row.nameId } }))
}

/** The consultations on a plan's text, the newest last. */
export async function listConsultationsOf(
	db: Pick<Transaction, 'planStage'>,
	planId: string,
): Promise<readonly ConsultationItem[]> {
	const rows = await db.planStage.findMany({
		where: { actionPlanId: planId, stage: 'CONSULTATION' },
		orderBy: { publishedAt: 'asc' },
	})
	return rows.map((row) => ({
		recordId: row.recordId,
		openedOn: row.effectiveOn,
		closesOn: row.closesOn ?? row.effectiveOn,
	}))
}

/**
 * A draft of the actor's members, held until the transaction ends so that nobody submits a plan while a part of it
 * is being changed. Refuses with `not_found`.
 */
export async function holdPlanDraft(
	tx: Transaction,
	ctx: Pick<Context, 'actor'>,
	draftId: string,
): Promise<PlanDraftRows & { readonly member: Member }> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "PlanDraft" WHERE "id" = $1 FOR UPDATE', draftId)
	const row = await tx.planDraft.findFirst({
		where: { id: draftId, ...ownMembers(ctx) },
		include: { member: true, ...PARTS },
	})
	if (!row) throw new Refusal('not_found')
	return row
}
