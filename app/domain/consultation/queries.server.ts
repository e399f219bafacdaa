import type { Context, Transaction } from '#app/domain/context.ts'
import { listConsultationCounts } from '#app/domain/member-register/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { readable } from '#app/domain/unreadable-act/view.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { consultationView, inOrder, NOTHING_GIVEN } from './view.ts'
import type { ConsultationLine, ConsultationView } from './view.ts'

/** A consultation in its newest version. Refuses with `not_found`, also where what is stored is none any more. */
export async function findConsultation(
	{ now }: Pick<Context, 'now'>,
	db: Pick<Transaction, 'memberAct' | 'member'>,
	recordId: string,
): Promise<ConsultationView> {
	const where = { recordId, kind: 'consultation.published' }
	const row = await db.memberAct.findFirst({ where, orderBy: { version: 'desc' } })
	const member = row && (await db.member.findUnique({ where: { id: row.memberId } }))
	const view = row && member && readable(() => consultationView(row, member, now))
	if (!view) throw new Refusal('not_found')
	return view
}

/** A consultation with what it brought. Refuses with `not_found`. */
export async function findConsultationLine(ctx: Context, recordId: string): Promise<ConsultationLine> {
	const consultation = await findConsultation(ctx, ctx.db, recordId)
	const counts = await listConsultationCounts(ctx, [consultation.member.id])
	return { consultation, counts: counts.get(recordId) ?? NOTHING_GIVEN }
}

/** All consultations with what they brought; those published in error are left out. */
export async function listConsultations(
	ctx: Context,
): Promise<{ readonly lines: readonly ConsultationLine[]; readonly ledgerSize: number }> {
	const [rows, head] = await Promise.all([
		ctx.db.$queryRawUnsafe<MemberAct[]>(NEWEST),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	const memberIds = [...new Set(rows.map(({ memberId }) => memberId))]
	const [members, counts] = await Promise.all([
		ctx.db.member.findMany({ where: { id: { in: memberIds } } }),
		listConsultationCounts(ctx, memberIds),
	])
	const lines = rows.flatMap((row) => {
		const member = members.find(({ id }) => id === row.memberId)
		const consultation =
			row.isRetracted || !member ? null : readable(() => consultationView(row, member, ctx.now))
		return consultation ? [{ consultation, counts: counts.get(row.recordId) ?? NOTHING_GIVEN }] : []
	})
	return { lines: inOrder(lines), ledgerSize: head.size }
}

const NEWEST = `SELECT DISTINCT ON ("recordId") * FROM "MemberAct" WHERE "kind" = 'consultation.published'
	ORDER BY "recordId", "version" DESC`
