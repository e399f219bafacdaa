import { z } from 'zod'
import type { Context } from '#app/domain/context.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { given } from '#app/domain/given.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import type { TaskRecord } from '#app/domain/task/view.ts'
import { checkpointView } from '#app/domain/plan-record/view.ts'

const ClaimRow = z.object({
	milestoneId: z.string(),
	checkpointId: z.string().nullable(),
	organizationId: z.string(),
	level: z.enum(CLAIMED_LEVELS).nullable(),
})

/** The newest version of each claim on the milestones of some commitments, the newest in the log first. */
const NEWEST_CLAIMS = `
SELECT p."milestoneId", p."checkpointId", p."organizationId", p."claimedLevel" AS "level"
FROM "ProgressUpdate" p
JOIN "Milestone" m ON m."id" = p."milestoneId"
LEFT JOIN "LedgerEntry" l ON l."recordId" = p."recordId" AND l."version" = p."version"
WHERE m."commitmentId" = ANY($1::text[])
AND NOT EXISTS (SELECT 1 FROM "ProgressUpdate" n WHERE n."recordId" = p."recordId" AND n."version" > p."version")
ORDER BY COALESCE(l."index", -1) DESC`

/**
 * What task lists need of plans: titles, days and claimed levels, without the evidence, findings and texts of the whole
 * public record, which take ten times as long to read.
 */
export async function listTaskRecords(
	ctx: Context,
	commitmentIds: readonly string[],
): Promise<readonly TaskRecord[]> {
	const plans = await plansOf(ctx, commitmentIds)
	const claims = await claimsByMilestone(ctx, commitmentIds)
	return plans.map((plan) => {
		const codes = new Map(plan.checkpoints.map((one) => [one.id, one.code]))
		return {
			plan: { member: plan.member },
			ruleSet: ruleSetView(plan.ruleSet),
			checkpoints: plan.checkpoints.map(checkpointView),
			commitments: plan.commitments.flatMap(({ id, versions: [text], milestones }) =>
				text
					? [
							{
								id,
								title: titleOf(text),
								...given({ standing: text.standing }),
								milestones: milestones.flatMap((one) => milestoneOf(one, { claims, codes })),
							},
						]
					: [],
			),
		}
	})
}

async function plansOf(ctx: Context, commitmentIds: readonly string[]) {
	const newest = { orderBy: { version: 'desc' }, take: 1 } as const
	return ctx.db.actionPlan.findMany({
		where: { commitments: { some: { id: { in: [...commitmentIds] } } }, versions: { some: {} } },
		include: {
			member: { select: { timeZone: true } },
			ruleSet: true,
			checkpoints: { orderBy: { dueOn: 'asc' } },
			commitments: {
				where: { id: { in: [...commitmentIds] } },
				orderBy: { position: 'asc' },
				include: {
					versions: { ...newest, select: { titleEn: true, titleId: true, standing: true } },
					milestones: {
						orderBy: { position: 'asc' },
						include: {
							versions: {
								...newest,
								select: {
									titleEn: true,
									titleId: true,
									startsOn: true,
									endsOn: true,
									standing: true,
								},
							},
						},
					},
				},
			},
		},
	})
}

type Claims = ReadonlyMap<string, readonly z.infer<typeof ClaimRow>[]>

async function claimsByMilestone(ctx: Context, commitmentIds: readonly string[]): Promise<Claims> {
	const rows = z.array(ClaimRow).parse(await ctx.db.$queryRawUnsafe(NEWEST_CLAIMS, [...commitmentIds]))
	const claims = new Map<string, z.infer<typeof ClaimRow>[]>()
	for (const row of rows) claims.set(row.milestoneId, [...(claims.get(row.milestoneId) ?? []), row])
	return claims
}

type MilestoneRow = {
	readonly id: string
	readonly versions: readonly {
		titleEn: string | null
		titleId: string | null
		startsOn: string | null
		endsOn: string | null
		standing: string | null
	}[]
}

function milestoneOf(
	{ id, versions: [text] }: MilestoneRow,
	{ claims, codes }: { claims: Claims; codes: ReadonlyMap<string, string> },
): TaskRecord['commitments'][number]['milestones'][number][] {
	if (!text) return []
	const own = (claims.get(id) ?? []).map(({ checkpointId, organizationId, level }) => ({
		checkpointCode: codes.get(checkpointId ?? '') ?? null,
		organizationId,
		level,
	}))
	return [
		{
			id,
			title: titleOf(text),
			startsOn: text.startsOn,
			endsOn: text.endsOn,
			claims: own,
			...given({ standing: text.standing }),
		},
	]
}

function titleOf(text: { titleEn: string | null; titleId: string | null }) {
	return { en: text.titleEn, id: text.titleId }
}
