import { findConsultationLine } from '#app/domain/consultation/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { withAnswers } from '#app/domain/public-contribution/queries.server.ts'
import type { ReasonedResponse, ResponseCommitment } from './view.ts'

/** All contributions to a consultation with what became of each, and why. Refuses with `not_found`. */
export async function findReasonedResponse(ctx: Context, recordId: string): Promise<ReasonedResponse> {
	const line = await findConsultationLine(ctx, recordId)
	const [rows, head] = await Promise.all([
		ctx.db.memberAct.findMany({
			where: { kind: 'public-contribution.published', subjectId: recordId, version: 1 },
			orderBy: [{ publishedAt: 'asc' }, { recordId: 'asc' }],
		}),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const contributions = await withAnswers(ctx.db, rows)
	const named = new Set(contributions.flatMap(({ answer }) => answer?.commitmentId ?? []))
	return {
		...line,
		contributions,
		commitments: await listNamed(ctx, [...named]),
		ledgerSize: head.size,
	}
}

/** Published commitments by their ids, in their newest text. */
async function listNamed(ctx: Context, ids: readonly string[]): Promise<readonly ResponseCommitment[]> {
	if (ids.length === 0) return []
	const rows = await ctx.db.commitment.findMany({
		where: { id: { in: [...ids] }, actionPlan: { status: { not: 'DRAFT' } } },
		include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
		orderBy: [{ actionPlanId: 'asc' }, { position: 'asc' }],
	})
	return rows.flatMap(({ id, versions: [text] }) =>
		text ? [{ id, number: text.number, title: { en: text.titleEn, id: text.titleId } }] : [],
	)
}
