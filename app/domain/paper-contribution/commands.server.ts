import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { findConsultation } from '#app/domain/consultation/queries.server.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { Context } from '#app/domain/context.ts'
import { deskOrganization, placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { numberOf } from '#app/domain/public-contribution/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertRows } from '#app/ledger/insert.server.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { findPaperDesk, findStoredPaper, judgeRows } from './queries.server.ts'
import type { PaperPlace } from './queries.server.ts'
import { PAPER_ROWS_MAX } from './rules.ts'
import type { JudgedPaper } from './rules.ts'
import type { PaperRow } from './schema.ts'

const KIND = 'public-contribution.published'
/** How long a file of 5,000 lines may take. Unit: milliseconds. Source: our own. */
const PATIENCE_MS = 120_000

/** Keeps a file that was read until its sender says that it shall be taken. Refuses with `not_found`. */
export async function keepPaper(
	ctx: Context,
	place: PaperPlace,
	{ fileName, rows }: { readonly fileName: string; readonly rows: readonly PaperRow[] },
): Promise<{ readonly id: string }> {
	await findPaperDesk(ctx, place)
	if (rows.length === 0 || rows.length > PAPER_ROWS_MAX) throw new Refusal('draft_incomplete')
	const id = randomBytes(16).toString('hex')
	await ctx.db.importPreview.create({
		data: {
			id,
			personId: ctx.actor.personId ?? '',
			organizationId: deskOrganization(ctx.actor, place.memberId) ?? '',
			subjectId: place.consultationId,
			kind: 'PAPER',
			fileName: fileName.slice(0, 200).toWellFormed(),
			content: { memberId: place.memberId, rows: [...rows], isTaken: false },
			createdAt: ctx.now,
		},
	})
	return { id }
}

/**
 * Publishes all lines of a file of contributions on paper, each as an act of its own, or none of them. A file that was
 * taken is left as it is.
 *
 * Refuses  with `not_allowed`, `not_found`; with `changed_meanwhile` where something is wrong with a line by now.
 */
export async function publishPaper(ctx: Context, place: PaperPlace, id: string): Promise<void> {
	const { memberId, consultationId } = place
	if (!may(ctx.actor, 'member-act.publish', { memberId })) throw new Refusal('not_allowed')
	await ctx.db.$transaction(
		async (tx) => {
			await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
			const { content } = await findStoredPaper({ actor: ctx.actor, db: tx }, place, id)
			if (content.isTaken) return
			const consultation = await findConsultation(ctx, tx, consultationId)
			if (consultation.member.id !== memberId) throw new Refusal('not_found')
			const judged = await judgeRows(tx, consultation, content.rows)
			const rows = judged.map((one) => rowOf(ctx, consultation, { ...one, id }))
			const acts = await hashed(rows.map((row) => actFrom({ kind: KIND, row, evidence: [] })))
			await insertRows(tx, 'MemberAct', rows)
			await appendActs(tx, acts)
			await tx.importPreview.update({ where: { id }, data: { content: { ...content, isTaken: true } } })
		},
		{ timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
	)
}

function rowOf(
	ctx: Context,
	consultation: ConsultationView,
	{ said, row, id }: JudgedPaper & { readonly id: string },
): MemberAct {
	if (said === null) throw new Refusal('changed_meanwhile')
	const publishedOn = utcDay(ctx.now)
	const memberId = consultation.member.id
	return memberActRow({
		...placeOf(said, publishedOn),
		planId: consultation.planId,
		recordId: numberOf([id, String(row.line)]),
		version: 1,
		kind: KIND,
		memberId,
		said,
		organizationId: deskOrganization(ctx.actor, memberId) ?? '',
		submittedById: ctx.actor.personId,
		at: ctx.now,
		publishedOn,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	})
}
