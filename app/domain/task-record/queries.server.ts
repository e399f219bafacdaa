import { z } from 'zod'
import type { Context } from '#app/domain/context.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { given } from '#app/domain/given.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import type { TaskRecord } from '#app/domain/task/view.ts'
import { checkpointView } from '#app/domain/plan-record/view.ts'

const text = z.string().nullable()

const MilestoneRows = packedRows(
	z.object({
		planId: z.string(),
		commitmentId: z.string(),
		commitmentEn: text,
		commitmentLocal: text,
		commitmentStanding: text,
		milestoneId: text,
		titleEn: text,
		titleId: text,
		startsOn: text,
		endsOn: text,
		standing: text,
	}),
)
type MilestoneRow = z.infer<typeof MilestoneRows>[number]

/** The newest texts of some commitments and their milestones, in the order of their plans. */
const MILESTONES = `
SELECT json_agg(r ORDER BY r."at", r."position")::text AS "rows" FROM (
	SELECT c."actionPlanId" AS "planId", c."id" AS "commitmentId", c."position" AS "at", m."position",
		cv."titleEn" AS "commitmentEn", cv."titleId" AS "commitmentLocal", cv."standing" AS "commitmentStanding",
		mv."milestoneId", mv."titleEn", mv."titleId", mv."startsOn", mv."endsOn", mv."standing"
	FROM "Commitment" c
	JOIN LATERAL (
		SELECT * FROM "CommitmentVersion" v WHERE v."commitmentId" = c."id" ORDER BY v."version" DESC LIMIT 1
	) cv ON true
	LEFT JOIN "Milestone" m ON m."commitmentId" = c."id"
	LEFT JOIN LATERAL (
		SELECT * FROM "MilestoneVersion" v WHERE v."milestoneId" = m."id" ORDER BY v."version" DESC LIMIT 1
	) mv ON true
	WHERE c."id" = ANY($1::text[])
) AS r`

const level = z.enum(CLAIMED_LEVELS).nullable()
const ClaimRows = packedRows(z.tuple([z.string(), text, z.string(), level]))

/** The newest version of each claim on the milestones of some commitments, the newest in the log first. */
const NEWEST_CLAIMS = `
SELECT json_agg(
	json_build_array(p."milestoneId", p."checkpointId", p."organizationId", p."claimedLevel")
	ORDER BY COALESCE(l."index", -1) DESC
)::text AS "rows"
FROM "ProgressUpdate" p
JOIN "Milestone" m ON m."id" = p."milestoneId"
LEFT JOIN "LedgerEntry" l ON l."recordId" = p."recordId" AND l."version" = p."version"
WHERE m."commitmentId" = ANY($1::text[])
AND NOT EXISTS (SELECT 1 FROM "ProgressUpdate" n WHERE n."recordId" = p."recordId" AND n."version" > p."version")`

/**
 * What task lists need of plans: titles, days and claimed levels, without the evidence, findings and texts of the whole
 * public record, which take ten times as long to read.
 */
export async function listTaskRecords(
	ctx: Context,
	commitmentIds: readonly string[],
): Promise<readonly TaskRecord[]> {
	if (commitmentIds.length === 0) return []
	const ids = [...commitmentIds]
	const [milestones, claims] = await Promise.all([
		ctx.db.$queryRawUnsafe(MILESTONES, ids).then((rows) => MilestoneRows.parse(rows)),
		claimsByMilestone(ctx, ids),
	])
	const plans = await ctx.db.actionPlan.findMany({
		where: { id: { in: [...new Set(milestones.map((row) => row.planId))] }, versions: { some: {} } },
		include: {
			member: { select: { timeZone: true } },
			ruleSet: true,
			checkpoints: { orderBy: { dueOn: 'asc' } },
		},
	})
	return plans.map((plan) => {
		const codes = new Map(plan.checkpoints.map((one) => [one.id, one.code]))
		return {
			plan: { member: plan.member },
			ruleSet: ruleSetView(plan.ruleSet),
			checkpoints: plan.checkpoints.map(checkpointView),
			commitments: commitmentsIn(
				milestones.filter((row) => row.planId === plan.id),
				{ claims, codes },
			),
		}
	})
}

type Claim = { checkpointId: string | null; organizationId: string; level: z.infer<typeof level> }
type Claims = ReadonlyMap<string, readonly Claim[]>

async function claimsByMilestone(ctx: Context, commitmentIds: readonly string[]): Promise<Claims> {
	const rows = ClaimRows.parse(await ctx.db.$queryRawUnsafe(NEWEST_CLAIMS, commitmentIds))
	const claims = new Map<string, Claim[]>()
	for (const [milestoneId, checkpointId, organizationId, claimed] of rows) {
		const claim = { checkpointId, organizationId, level: claimed }
		const known = claims.get(milestoneId)
		if (known) known.push(claim)
		else claims.set(milestoneId, [claim])
	}
	return claims
}

type Said = { readonly claims: Claims; readonly codes: ReadonlyMap<string, string> }
type TaskCommitment = TaskRecord['commitments'][number]

function commitmentsIn(rows: readonly MilestoneRow[], said: Said): readonly TaskCommitment[] {
	const found = new Map<string, TaskCommitment & { milestones: TaskCommitment['milestones'][number][] }>()
	for (const row of rows) {
		const commitment = found.get(row.commitmentId) ?? {
			id: row.commitmentId,
			title: { en: row.commitmentEn, id: row.commitmentLocal },
			...given({ standing: row.commitmentStanding }),
			milestones: [],
		}
		found.set(row.commitmentId, commitment)
		if (row.milestoneId !== null) commitment.milestones.push(milestoneOf(row, row.milestoneId, said))
	}
	return [...found.values()]
}

function milestoneOf(
	row: MilestoneRow,
	id: string,
	{ claims, codes }: Said,
): TaskCommitment['milestones'][number] {
	return {
		id,
		title: { en: row.titleEn, id: row.titleId },
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		claims: (claims.get(id) ?? []).map((claim) => ({
			checkpointCode: codes.get(claim.checkpointId ?? '') ?? null,
			organizationId: claim.organizationId,
			level: claim.level,
		})),
		...given({ standing: row.standing }),
	}
}
