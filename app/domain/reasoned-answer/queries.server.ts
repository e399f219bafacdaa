import { SHOWN_AT_ONCE } from '#app/domain/consultation/rules.ts'
import { findConsultationLine } from '#app/domain/consultation/queries.server.ts'
import type { ConsultationLine } from '#app/domain/consultation/view.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findDesk } from '#app/domain/desk/queries.server.ts'
import type { DeskView } from '#app/domain/desk/view.ts'
import { withAnswers } from '#app/domain/public-contribution/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import type { AnswerQueue, AnsweredContribution } from './view.ts'

/** The contributions to a consultation that wait for an answer. Refuses with `not_found` where it is not the actor's. */
export async function findAnswerQueue(
	ctx: Context,
	{ memberId, consultationId }: { readonly memberId: string; readonly consultationId: string },
	asked = 1,
): Promise<AnswerQueue> {
	const { desk, line } = await findPlace(ctx, { memberId, consultationId })
	const [counted] = await ctx.db.$queryRawUnsafe<{ count: number }[]>(
		`SELECT count(*)::int AS "count" ${WAITING}`,
		consultationId,
	)
	const pages = Math.max(1, Math.ceil((counted?.count ?? 0) / SHOWN_AT_ONCE))
	const page = Math.min(asked, pages)
	const [waiting, answered] = await Promise.all([
		ctx.db.$queryRawUnsafe<MemberAct[]>(
			`SELECT g.* ${WAITING} ORDER BY g."publishedAt", g."recordId" LIMIT ${SHOWN_AT_ONCE} OFFSET $2::int`,
			consultationId,
			(page - 1) * SHOWN_AT_ONCE,
		),
		ctx.db.$queryRawUnsafe<MemberAct[]>(ANSWERED_LAST, consultationId),
	])
	return {
		desk,
		...line,
		waiting: await withAnswers(ctx.db, waiting),
		answeredLast: await withAnswers(ctx.db, answered),
		page,
		pages,
	}
}

/** One contribution or several, as their answer is written. Refuses with `not_found` where one is of another consultation. */
export async function findAnswered(
	ctx: Context,
	{ memberId, consultationId }: { readonly memberId: string; readonly consultationId: string },
	contributionIds: readonly string[],
): Promise<AnsweredContribution> {
	const { desk, line } = await findPlace(ctx, { memberId, consultationId })
	const rows = await findGiven(ctx.db, { memberId, consultationId }, contributionIds)
	return { desk, consultation: line.consultation, contributions: await withAnswers(ctx.db, rows) }
}

/** The rows of some contributions. Refuses with `not_found` where one of them is of another consultation. */
export async function findGiven(
	db: Pick<Transaction, 'memberAct'>,
	{ memberId, consultationId }: { readonly memberId: string; readonly consultationId: string },
	contributionIds: readonly string[],
): Promise<readonly MemberAct[]> {
	const ids = [...new Set(contributionIds)]
	const kind = 'public-contribution.published'
	const where = { recordId: { in: ids }, kind, version: 1, memberId, subjectId: consultationId }
	const rows = await db.memberAct.findMany({ where })
	if (rows.length !== ids.length) throw new Refusal('not_found')
	return rows
}

async function findPlace(
	ctx: Context,
	{ memberId, consultationId }: { readonly memberId: string; readonly consultationId: string },
): Promise<{ desk: DeskView; line: ConsultationLine }> {
	const desk = await findDesk(ctx, memberId)
	const line = await findConsultationLine(ctx, consultationId)
	if (line.consultation.member.id !== memberId) throw new Refusal('not_found')
	return { desk, line }
}

/** The newest answer to a contribution, whoever gave it. */
const NEWEST_ANSWER = `SELECT a."isRetracted", a."publishedAt" FROM "MemberAct" a
	WHERE a."subjectId" = g."recordId" AND a."kind" = 'reasoned-answer.published'
	ORDER BY a."publishedAt" DESC, a."version" DESC LIMIT 1`

const WAITING = `FROM "MemberAct" g LEFT JOIN LATERAL (${NEWEST_ANSWER}) n ON true
	WHERE g."kind" = 'public-contribution.published' AND g."version" = 1 AND g."subjectId" = $1
		AND n."isRetracted" IS DISTINCT FROM false`

const ANSWERED_LAST = `SELECT g.* FROM "MemberAct" g JOIN LATERAL (${NEWEST_ANSWER}) n ON true
	WHERE g."kind" = 'public-contribution.published' AND g."version" = 1 AND g."subjectId" = $1
		AND NOT n."isRetracted"
	ORDER BY n."publishedAt" DESC, g."recordId" LIMIT ${SHOWN_AT_ONCE}`
