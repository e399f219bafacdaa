import { GOES_ON_ELSEWHERE } from '#app/domain/published-text/rules.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { CommitmentVersion, Prisma } from '#prisma/generated/client.ts'
import type { PlanFilter } from '#app/domain/commitment/schema.ts'
import { listOwedAssessments, listOwedReports } from '#app/domain/owed-assessment/queries.server.ts'
import { planRecord, planView } from '#app/domain/plan-record/view.ts'
import type { PlanRow, PlanRows } from '#app/domain/plan-record/view.ts'
import { successorsOf } from '#app/domain/published-text/view.ts'
import { actsAround, independentRows } from '#app/domain/independent-record/queries.server.ts'
import { withoutWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import type { PlanRecord, PlanView } from './view.ts'

/** Commitments without those that go on as others, which are counted instead. */
export const GOES_ON_HERE = { versions: { none: { standing: { in: [...GOES_ON_ELSEWHERE] } } } }

const withMemberAndVersion = {
	member: true,
	ruleSet: true,
	versions: { orderBy: { version: 'desc' }, take: 1 },
	_count: { select: { commitments: { where: GOES_ON_HERE } } },
} satisfies Prisma.ActionPlanInclude

/** Stages in which a plan is not public yet: nobody outside its own side learns that it exists. */
const NOT_PUBLIC = ['DRAFT']

/** The public plans: real members before demonstrations, national before local, newest plan of each first. */
export async function listPlans(ctx: Context, filter: PlanFilter = {}): Promise<readonly PlanView[]> {
	const rows = await ctx.db.actionPlan.findMany({
		where: {
			status: { notIn: NOT_PUBLIC },
			...(filter.member ? { memberId: filter.member } : {}),
			...(filter.level ? { member: { level: filter.level } } : {}),
		},
		include: withMemberAndVersion,
	})
	const indexes = await ledgerIndexes(
		ctx,
		rows.map((row) => row.id),
	)
	const importers = await organizationNames(
		ctx,
		rows.flatMap((row) => row.versions.flatMap((v) => v.importedById ?? [])),
	)
	return rows
		.flatMap((row) => planView(row, { indexes, organizations: importers }) ?? [])
		.sort(byMemberThenNewest)
}

/** Everything public about one plan. Refuses with `not_found` where there is none or it is still a draft. */
export async function findPlanRecord(ctx: Context, planId: string): Promise<PlanRecord> {
	const plan = await ctx.db.actionPlan.findFirst({
		where: { id: planId, status: { notIn: NOT_PUBLIC } },
		include: withMemberAndVersion,
	})
	if (!plan) throw new Refusal('not_found')
	const record = planRecord(await rowsOf(ctx, plan))
	if (!record) throw new Refusal('not_found')
	const [selfAssessments, owedReports] = await Promise.all([
		listOwedAssessments(ctx, plan),
		listOwedReports(ctx, plan),
	])
	return {
		...record,
		...(selfAssessments === null ? {} : { selfAssessments }),
		...(owedReports === null ? {} : { owedReports }),
	}
}

/** The id of the public plan that a commitment belongs to. Refuses with `not_found`. */
export async function findPlanIdOfCommitment(ctx: Context, commitmentId: string): Promise<string> {
	const commitment = await ctx.db.commitment.findFirst({
		where: { id: commitmentId, actionPlan: { status: { notIn: NOT_PUBLIC } } },
		select: { actionPlanId: true },
	})
	if (!commitment) throw new Refusal('not_found')
	return commitment.actionPlanId
}

async function rowsOf(ctx: Context, plan: PlanRow): Promise<PlanRows> {
	const inPlan = { commitment: { actionPlanId: plan.id } }
	const newestFirst = { orderBy: { version: 'desc' } } as const
	const [commitments, milestones, planVersions, checkpoints, claims, verifications, codings, head] =
		await Promise.all([
			ctx.db.commitment.findMany({
				where: { actionPlanId: plan.id },
				include: { versions: newestFirst },
				orderBy: { position: 'asc' },
			}),
			ctx.db.milestone.findMany({
				where: inPlan,
				include: { versions: newestFirst },
				orderBy: { position: 'asc' },
			}),
			ctx.db.actionPlanVersion.findMany({ where: { actionPlanId: plan.id }, ...newestFirst, skip: 1 }),
			ctx.db.checkpoint.findMany({ where: { actionPlanId: plan.id }, orderBy: { dueOn: 'asc' } }),
			ctx.db.progressUpdate.findMany({ where: { milestone: inPlan }, ...newestFirst }),
			ctx.db.verification.findMany({ where: inPlan, ...newestFirst }),
			ctx.db.irmCoding.findMany({ where: { actionPlanId: plan.id }, ...newestFirst }),
			ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
		])
	const commitmentIds = commitments.map((commitment) => commitment.id)
	const { shown, withdrawals } = await withoutWithdrawn(ctx, verifications, commitmentIds)
	const levels = await ctx.db.commitmentLevel.findMany({ where: inPlan, ...newestFirst })
	const independent = await independentRows(ctx, plan, shown)
	const acts = { claims, verifications: shown, withdrawals, codings, levels, independent }
	const amended = await amendedRows(ctx, plan.id, commitments)
	const rows = { plan, planVersions, commitments, milestones, checkpoints, ...acts, ...amended }
	return { ...rows, ...(await surroundingsOf(ctx, rows)), today: utcDay(ctx.now), ledgerSize: head.size }
}

type Linked = { readonly id: string; readonly versions: readonly CommitmentVersion[] }

/** The amendments of a plan, and the commitments of other plans that its own came from or went to. */
async function amendedRows(ctx: Context, planId: string, commitments: readonly Linked[]) {
	const here = new Set(commitments.map((commitment) => commitment.id))
	const named = commitments.flatMap(({ versions: [text] }) =>
		text ? [...successorsOf(text), text.carriedOverFrom ?? ''] : [],
	)
	const ids = named.filter((id) => id !== '' && !here.has(id))
	const newestFirst = { orderBy: { version: 'desc' } } as const
	const elsewhere =
		ids.length === 0
			? []
			: await ctx.db.commitment.findMany({
					where: { id: { in: ids }, actionPlan: { status: { notIn: NOT_PUBLIC } } },
					include: { versions: newestFirst, milestones: { include: { versions: newestFirst } } },
				})
	const planIds = [planId, ...elsewhere.map((commitment) => commitment.actionPlanId)]
	const amendments = await ctx.db.amendment.findMany({ where: { actionPlanId: { in: planIds } } })
	return { amendments, elsewhere }
}

type OwnRows = Omit<PlanRows, 'evidence' | 'organizations' | 'indexes' | 'today' | 'ledgerSize'>

/** What the rows of a plan point to: their places in the log, their evidence and the organizations behind them. */
async function surroundingsOf(ctx: Context, rows: OwnRows) {
	const texts = [rows.plan, ...rows.commitments, ...rows.milestones]
	const { amendments } = rows
	const { claims, verifications, withdrawals, codings, levels, independent } = rows
	const around = actsAround(independent)
	const actIds = [
		...new Set([...claims, ...verifications, ...codings, ...levels, ...around].map((act) => act.recordId)),
	]
	const withdrawnIds = withdrawals.map((act) => act.recordId)
	const importerIds = [...texts.flatMap((row) => [...row.versions]), ...claims, ...codings].flatMap(
		(row) => row.importedById ?? [],
	)
	const [indexes, evidence, organizations] = await Promise.all([
		ledgerIndexes(ctx, [
			...texts.map((row) => row.id),
			...actIds,
			...withdrawnIds,
			...amendments.map((act) => act.recordId),
		]),
		ctx.db.evidence.findMany({ where: { recordId: { in: actIds } }, orderBy: { position: 'asc' } }),
		organizationNames(ctx, [
			...[...claims, ...verifications, ...levels].map((act) => act.organizationId),
			...amendments.map((act) => act.actorOrganizationId),
			...around.map((act) => act.actorOrganizationId),
			...independent.recusals.flatMap((act) => act.replacementOrganizationId ?? []),
			...importerIds,
		]),
	])
	return { indexes, evidence, organizations }
}

/** Positions in the log by `recordId@version`. */
async function ledgerIndexes(
	ctx: Context,
	recordIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const entries = await ctx.db.ledgerEntry.findMany({
		where: { recordId: { in: [...recordIds] } },
		select: { recordId: true, version: true, index: true },
	})
	return new Map(entries.map((entry) => [`${entry.recordId}@${entry.version}`, entry.index]))
}

async function organizationNames(ctx: Context, ids: readonly string[]) {
	const rows = await ctx.db.organization.findMany({
		where: { id: { in: [...new Set(ids)] } },
		select: { id: true, nameEn: true, nameId: true },
	})
	return new Map(rows.map((row) => [row.id, { en: row.nameEn, id: row.nameId }]))
}

/** Real members before demonstrations, national ones before local ones, then by name; newest plan first. */
function byMemberThenNewest(a: PlanView, b: PlanView): number {
	return memberKey(a).localeCompare(memberKey(b)) || planKey(b).localeCompare(planKey(a))
}

function memberKey({ member }: PlanView): string {
	return `${member.isDemonstration ? 1 : 0} ${member.level === 'NATIONAL' ? 0 : 1} ${member.name.en ?? ''}`
}

function planKey(plan: PlanView): string {
	return `${plan.startsOn ?? plan.submittedOn ?? ''} ${(plan.number ?? '').padStart(3, '0')}`
}
