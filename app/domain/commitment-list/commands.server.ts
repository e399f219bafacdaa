import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readPlans } from '#app/domain/action-plan/queries.server.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { listedRows } from './view.ts'

/** Plans that are worked out together: few enough that others get a turn at the only connection in between. */
const PLANS_AT_ONCE = 10

/**
 * Brings the lists of commitments up to what the log holds: what has been published since is worked out of the public
 * record again, plan by plan. Whoever lists commitments calls this first; where nothing was published it is one small
 * question. Nothing that is not published is read, and a withdrawal counts like any other act.
 */
export async function keepLists(ctx: Context): Promise<void> {
	const withdrawn = markOf(ctx)
	const [state] = await ctx.db.$queryRawUnsafe<State[]>(STATE)
	if (!state) return
	if (state.known !== state.size || state.withdrawn !== withdrawn) await noteChanges(ctx, withdrawn)
	else if (state.waiting === 0) return
	for (;;) {
		const waiting = await ctx.db.$queryRawUnsafe<Waiting[]>(WAITING, PLANS_AT_ONCE)
		if (waiting.length === 0) return
		await listAnew(ctx, waiting)
	}
}

type State = { size: number; known: number | null; withdrawn: string | null; waiting: number }
type Waiting = { actionPlanId: string; changedAt: number }

const UNLISTED = '(p."listedAt" IS NULL OR p."listedAt" < p."changedAt")'

const STATE = `SELECT l."size", h."size" AS "known", h."withdrawn",
	(SELECT count(*)::int FROM "ListedPlan" p WHERE ${UNLISTED}) AS "waiting"
	FROM "LedgerHead" l LEFT JOIN "ListHead" h ON h."id" = 1 WHERE l."id" = 1`

const WAITING = `SELECT p."actionPlanId", p."changedAt" FROM "ListedPlan" p WHERE ${UNLISTED}
	ORDER BY p."actionPlanId" LIMIT $1::int`

/** What only the list outside the database knows of withdrawals: a restored database works everything out anew. */
function markOf({ withdrawals }: Pick<Context, 'withdrawals'>): string {
	const ids = [...withdrawals.withdrawn().keys()].sort()
	return createHash('sha256').update(ids.join('\n')).digest('hex')
}

const BY_COMMITMENT = [
	'Verification',
	'Withdrawal',
	'Reply',
	'VerifierDecision',
	'Recusal',
	'CommitmentLevel',
]
const BY_PLAN = ['IrmCoding', 'LocalAssessment', 'Amendment', 'PlanStage', 'SelfAssessment']

/** Plans with an act in the log from position $1 on. */
const CHANGED = `WITH "act" AS (SELECT DISTINCT "recordId" FROM "LedgerEntry" WHERE "index" >= $1::int)
	SELECT p."id" FROM "act" JOIN "ActionPlan" p ON p."id" = "act"."recordId"
	UNION SELECT c."actionPlanId" FROM "act" JOIN "Commitment" c ON c."id" = "act"."recordId"
	UNION SELECT c."actionPlanId" FROM "act" JOIN "Milestone" m ON m."id" = "act"."recordId"
		JOIN "Commitment" c ON c."id" = m."commitmentId"
	UNION SELECT c."actionPlanId" FROM "act" JOIN "ProgressUpdate" u ON u."recordId" = "act"."recordId"
		JOIN "Milestone" m ON m."id" = u."milestoneId" JOIN "Commitment" c ON c."id" = m."commitmentId"
	${BY_COMMITMENT.map(
		(table) => `UNION SELECT c."actionPlanId" FROM "act" JOIN "${table}" t ON t."recordId" = "act"."recordId"
		JOIN "Commitment" c ON c."id" = t."commitmentId"`,
	).join('\n')}
	${BY_PLAN.map(
		(table) =>
			`UNION SELECT t."actionPlanId" FROM "act" JOIN "${table}" t ON t."recordId" = "act"."recordId"`,
	).join('\n')}`

const Sizes = z.tuple([z.object({ size: z.number() })])

/** Notes which plans have acts that the lists do not know; all of them where the lists know nothing, or too much. */
async function noteChanges({ db }: Context, withdrawn: string): Promise<void> {
	await db.$transaction(async (tx) => {
		await tx.$executeRawUnsafe(
			`INSERT INTO "ListHead" ("id", "size", "withdrawn") VALUES (1, 0, '') ON CONFLICT DO NOTHING`,
		)
		const [head] = await tx.$queryRawUnsafe<{ size: number; withdrawn: string }[]>(
			'SELECT "size", "withdrawn" FROM "ListHead" WHERE "id" = 1 FOR UPDATE',
		)
		const [{ size }] = Sizes.parse(await tx.$queryRawUnsafe('SELECT "size" FROM "LedgerHead" WHERE "id" = 1'))
		const isKept = head !== undefined && head.withdrawn === withdrawn && head.size <= size && head.size > 0
		await tx.$executeRawUnsafe(
			`INSERT INTO "ListedPlan" ("actionPlanId", "changedAt")
			SELECT t."id", $2::int FROM (${isKept ? CHANGED : `${EVERY_PLAN} AND $1::int >= 0`}) t
			ON CONFLICT ("actionPlanId") DO UPDATE SET "changedAt" = EXCLUDED."changedAt"${isKept ? '' : ', "listedAt" = NULL'}`,
			isKept ? head.size : 0,
			size,
		)
		await tx.$executeRawUnsafe(
			'UPDATE "ListHead" SET "size" = $1::int, "withdrawn" = $2 WHERE "id" = 1',
			size,
			withdrawn,
		)
	})
}

const EVERY_PLAN = 'SELECT p."id" FROM "ActionPlan" p WHERE TRUE'

/** Works plans out anew. Of one that another reader has listed meanwhile, nothing is written. */
async function listAnew(ctx: Context, waiting: readonly Waiting[]): Promise<void> {
	const ids = waiting.map(({ actionPlanId }) => actionPlanId)
	const { plans, recordsOf } = await readPlans(ctx, { ids })
	const records = await recordsOf(
		plans.map(({ id }) => id),
		'WITHOUT_WORDS',
	)
	const rows = records.flatMap(listedRows)
	await ctx.db.$transaction(async (tx) => {
		const own = await stillWaiting(tx, waiting)
		await tx.listedCommitment.deleteMany({ where: { actionPlanId: { in: [...own] } } })
		await tx.listedCommitment.createMany({ data: rows.filter((row) => own.has(row.actionPlanId)) })
	})
}

/** The plans among some that nobody has listed since, held until the transaction ends and marked as listed. */
async function stillWaiting(tx: Transaction, waiting: readonly Waiting[]): Promise<ReadonlySet<string>> {
	const marked = await tx.$queryRawUnsafe<{ id: string }[]>(
		`UPDATE "ListedPlan" p SET "listedAt" = p."changedAt"
		FROM unnest($1::text[], $2::int[]) AS w("id", "changedAt")
		WHERE p."actionPlanId" = w."id" AND p."changedAt" = w."changedAt" AND ${UNLISTED}
		RETURNING p."actionPlanId" AS "id"`,
		waiting.map(({ actionPlanId }) => actionPlanId),
		waiting.map(({ changedAt }) => changedAt),
	)
	return new Set(marked.map(({ id }) => id))
}
