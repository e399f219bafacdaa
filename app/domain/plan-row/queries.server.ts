import type { Context } from '#app/domain/context.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { actsAround, independentRows } from '#app/domain/independent-record/queries.server.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import type { PlanRow, PlanRows } from '#app/domain/plan-record/view.ts'
import { successorsOf } from '#app/domain/published-text/view.ts'
import type { CommitmentRow } from '#app/domain/published-text/view.ts'
import { withoutWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { z } from 'zod'
import { ClaimRow, EvidenceRow, FindingRow, columnsOf } from './schema.ts'
import { rowsByPlan } from './view.ts'
import type { RowsOfPlans } from './view.ts'

/** Stages in which a plan is not public yet: nobody outside its own side learns that it exists. */
export const NOT_PUBLIC = ['DRAFT']

/** What seals an act is not read: no page says it, and from thousands of rows it takes as long as all the rest. */
const TEXTS = { orderBy: { version: 'desc' }, omit: { salt: true } } as const
const ACTS = { orderBy: { version: 'desc' }, omit: { salt: true, privateSalt: true } } as const

/** The rows that the public records of some plans are made of, in as many statements as those of one plan. */
export async function listPlanRows(ctx: Context, plans: readonly PlanRow[]): Promise<readonly PlanRows[]> {
	if (plans.length === 0) return []
	const said = await saidOn(ctx, plans)
	const around = await surroundingsOf(ctx, plans, said)
	return rowsByPlan(plans, { ...said, ...around, today: utcDay(ctx.now) })
}

async function saidOn(ctx: Context, plans: readonly PlanRow[]) {
	const ofPlans = { actionPlanId: { in: plans.map(({ id }) => id) } }
	const inPlans = { commitment: ofPlans }
	const [commitments, milestones, planVersions, checkpoints, codings, head] = await Promise.all([
		ctx.db.commitment.findMany({
			where: ofPlans,
			include: { versions: TEXTS },
			orderBy: { position: 'asc' },
		}),
		ctx.db.milestone.findMany({
			where: inPlans,
			include: { versions: TEXTS },
			orderBy: { position: 'asc' },
		}),
		ctx.db.actionPlanVersion.findMany({ where: ofPlans, ...TEXTS }),
		ctx.db.checkpoint.findMany({ where: ofPlans, orderBy: { dueOn: 'asc' } }),
		ctx.db.irmCoding.findMany({ where: ofPlans, ...ACTS }),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const commitmentIds = commitments.map((commitment) => commitment.id)
	const milestoneIds = milestones.map((milestone) => milestone.id)
	const claims = Claims.parse(await ctx.db.$queryRawUnsafe(CLAIMS, milestoneIds))
	const verifications = Findings.parse(await ctx.db.$queryRawUnsafe(FINDINGS, commitmentIds))
	const { shown, withdrawals } = await withoutWithdrawn(ctx, verifications, commitmentIds)
	const levels = await ctx.db.commitmentLevel.findMany({ where: inPlans, ...ACTS })
	const independent = await independentRows(ctx, plans, shown)
	const amended = await amendedRows(ctx, plans, commitments)
	const texts = { commitments, milestones, planVersions, checkpoints }
	const acts = { claims, verifications: shown, withdrawals, codings, levels, independent }
	return { ...texts, ...acts, ...amended, ledgerSize: head.size }
}

/** The amendments of plans, and the commitments of other plans that theirs came from or went to. */
async function amendedRows(
	ctx: Context,
	plans: readonly PlanRow[],
	commitments: readonly Pick<CommitmentRow, 'versions'>[],
) {
	const named = commitments.flatMap(({ versions: [text] }) =>
		text ? [...successorsOf(text), text.carriedOverFrom ?? ''] : [],
	)
	const ids = [...new Set(named)].filter((id) => id !== '')
	const elsewhere =
		ids.length === 0
			? []
			: await ctx.db.commitment.findMany({
					where: { id: { in: ids }, actionPlan: { status: { notIn: NOT_PUBLIC } } },
					include: { versions: TEXTS, milestones: { include: { versions: TEXTS } } },
				})
	const planIds = [...plans.map(({ id }) => id), ...elsewhere.map((commitment) => commitment.actionPlanId)]
	const amendments = await ctx.db.amendment.findMany({ where: { actionPlanId: { in: planIds } } })
	return { amendments, elsewhere }
}

type Said = Omit<RowsOfPlans, 'evidence' | 'organizations' | 'indexes' | 'today'>

/** What rows point to: their places in the log, their evidence and the organizations behind them. */
async function surroundingsOf(ctx: Context, plans: readonly PlanRow[], rows: Said) {
	const texts = [...plans, ...rows.commitments, ...rows.milestones]
	const { amendments, claims, verifications, withdrawals, codings, levels, independent } = rows
	const around = actsAround(independent)
	const actIds = [
		...new Set([...claims, ...verifications, ...codings, ...levels, ...around].map((act) => act.recordId)),
	]
	const importerIds = [...texts.flatMap((row) => [...row.versions]), ...claims, ...codings].flatMap(
		(row) => row.importedById ?? [],
	)
	const logged = [...withdrawals, ...amendments].map((act) => act.recordId)
	const [indexes, pieces, organizations] = await Promise.all([
		ledgerIndexes(ctx, [...texts.map((row) => row.id), ...actIds, ...logged]),
		ctx.db.$queryRawUnsafe(EVIDENCE, actIds),
		organizationNames(ctx, [
			...[...claims, ...verifications, ...levels].map((act) => act.organizationId),
			...amendments.map((act) => act.actorOrganizationId),
			...around.map((act) => act.actorOrganizationId),
			...independent.recusals.flatMap((act) => act.replacementOrganizationId ?? []),
			...importerIds,
		]),
	])
	return { indexes, evidence: Pieces.parse(pieces), organizations }
}

const Claims = packedRows(ClaimRow)
const CLAIMS = `SELECT json_agg(row_to_json("act"))::text AS "rows" FROM (
		SELECT ${columnsOf(ClaimRow)} FROM "ProgressUpdate" WHERE "milestoneId" = ANY($1::text[]) ORDER BY "version" DESC
	) "act"`

const Findings = packedRows(FindingRow)
const FINDINGS = `SELECT json_agg(row_to_json("act"))::text AS "rows" FROM (
		SELECT ${columnsOf(FindingRow)} FROM "Verification" WHERE "commitmentId" = ANY($1::text[]) ORDER BY "version" DESC
	) "act"`

const Pieces = packedRows(EvidenceRow)
const EVIDENCE = `SELECT json_agg(row_to_json("piece"))::text AS "rows" FROM (
		SELECT ${columnsOf(EvidenceRow)} FROM "Evidence" WHERE "recordId" = ANY($1::text[]) ORDER BY "position"
	) "piece"`

const Entries = packedRows(z.tuple([z.string(), z.number(), z.number()]))

/** Positions in the log by `recordId@version`. */
export async function ledgerIndexes(
	{ db }: Pick<Context, 'db'>,
	recordIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const entries = await db.$queryRawUnsafe(
		`SELECT json_agg(json_build_array("recordId", "version", "index"))::text AS "rows"
		FROM "LedgerEntry" WHERE "recordId" = ANY($1::text[])`,
		recordIds,
	)
	return new Map(
		Entries.parse(entries).map(([recordId, version, index]) => [`${recordId}@${String(version)}`, index]),
	)
}

/** Names of organizations by their ids. */
export async function organizationNames({ db }: Pick<Context, 'db'>, ids: readonly string[]) {
	const rows = await db.organization.findMany({
		where: { id: { in: [...new Set(ids)] } },
		select: { id: true, nameEn: true, nameId: true },
	})
	return new Map(rows.map((row) => [row.id, { en: row.nameEn, id: row.nameId }]))
}
