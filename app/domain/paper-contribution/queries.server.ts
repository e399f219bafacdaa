import { findConsultation } from '#app/domain/consultation/queries.server.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findDesk } from '#app/domain/desk/queries.server.ts'
import type { DeskView } from '#app/domain/desk/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { judgePaper } from './rules.ts'
import type { JudgedPaper } from './rules.ts'
import { PaperContent } from './schema.ts'
import type { PaperRow } from './schema.ts'
import type { PaperPreview } from './view.ts'

export type PaperPlace = { readonly memberId: string; readonly consultationId: string }

/** Lines that a preview shows. Source: our own. */
const SHOWN = 200

/** The consultation for which contributions on paper are taken in. Refuses with `not_found` where it is not the actor's. */
export async function findPaperDesk(
	ctx: Context,
	{ memberId, consultationId }: PaperPlace,
): Promise<{ readonly desk: DeskView; readonly consultation: ConsultationView }> {
	const desk = await findDesk(ctx, memberId)
	const consultation = await findConsultation(ctx, ctx.db, consultationId)
	if (consultation.member.id !== memberId) throw new Refusal('not_found')
	return { desk, consultation }
}

type PreviewWorld = Pick<Context, 'actor'> & { readonly db: Pick<Transaction, 'importPreview'> }

/** A file of the actor's own that was read, as stored. For others it does not exist. */
export async function findStoredPaper(
	ctx: PreviewWorld,
	{ consultationId, memberId }: PaperPlace,
	id: string,
) {
	const personId = ctx.actor.personId ?? ''
	const where = { id, kind: 'PAPER', personId, subjectId: consultationId }
	const row = await ctx.db.importPreview.findFirst({ where })
	const content = row && PaperContent.parse(row.content)
	if (content?.memberId !== memberId) throw new Refusal('not_found')
	return { fileName: row?.fileName ?? '', content }
}

/** What each line says today, beside what the consultation has already. */
export async function judgeRows(
	db: Pick<Transaction, '$queryRawUnsafe'>,
	consultation: ConsultationView,
	rows: readonly PaperRow[],
): Promise<readonly JudgedPaper[]> {
	const { recordId: consultationId, opensOn, closesOn, today } = consultation
	const known = await db.$queryRawUnsafe<{ number: string }[]>(KNOWN, consultationId)
	const numbers = new Set(known.map(({ number }) => number))
	return judgePaper(rows, { consultationId, opensOn, closesOn, today, known: numbers })
}

const KNOWN = `SELECT "said"->>'paperNumber' AS "number" FROM "MemberAct"
	WHERE "subjectId" = $1 AND "kind" = 'public-contribution.published' AND "said"->>'paperNumber' IS NOT NULL`

/** A file with what is said of its lines today or, once it was taken, that it was. Refuses with `not_found`. */
export async function findPaperPreview(ctx: Context, place: PaperPlace, id: string): Promise<PaperPreview> {
	const { desk, consultation } = await findPaperDesk(ctx, place)
	const { fileName, content } = await findStoredPaper(ctx, place, id)
	const { rows, isTaken } = content
	// What was taken is known by now, so nothing is said against it.
	const judged = isTaken
		? rows.map((row) => ({ row, faults: [], said: null }))
		: await judgeRows(ctx.db, consultation, rows)
	const lines = judged.map(({ said: _said, ...line }) => line)
	return {
		id,
		fileName,
		desk,
		consultation,
		count: rows.length,
		faulty: lines.filter(({ faults }) => faults.length > 0),
		first: lines.slice(0, SHOWN),
		isTaken,
	}
}
