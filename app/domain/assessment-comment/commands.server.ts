import { randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findNewest } from '#app/domain/self-assessment/queries.server.ts'
import type { AssessmentPlace } from '#app/domain/self-assessment/queries.server.ts'
import { reasonNotToComment } from '#app/domain/self-assessment/rules.ts'
import { SelfAssessmentAnswers } from '#app/domain/self-assessment/schema.ts'
import { assessmentItem } from '#app/domain/self-assessment/view.ts'
import { COMMENTS_MAX } from './rules.ts'
import type { CommentAnswer, CommentForm } from './schema.ts'

/**
 * Leaves a comment on a self-assessment that is open for comment. The same words of the same author are one comment.
 *
 * Returns  the number of the comment, from 1.
 * Refuses  with `not_found`, `comments_closed`, `comments_full`.
 */
export async function leaveComment(
	ctx: Context,
	{ recordId, locale }: { readonly recordId: string; readonly locale: 'en' | 'id' },
	form: CommentForm,
): Promise<number> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const draft = await holdByRecord(tx, recordId)
		const newest = await findNewest(tx, recordId)
		if (!newest || !draft) throw new Refusal('not_found')
		const { timeZone } = draft.actionPlan.member
		const closed = reasonNotToComment(assessmentItem(newest), dayIn(timeZone, ctx.now))
		if (closed) throw new Refusal(closed)
		const said = { author: form.author || null, organization: form.organization || null, body: form.body }
		const same = await tx.selfAssessmentComment.findFirst({ where: { recordId, ...said } })
		if (same) return same.position
		const position = (await tx.selfAssessmentComment.count({ where: { recordId } })) + 1
		if (position > COMMENTS_MAX) throw new Refusal('comments_full')
		await tx.selfAssessmentComment.create({
			data: { id, recordId, position, ...said, locale, createdAt: ctx.now },
		})
		return position
	})
}

/**
 * Says what became of a comment, and why. A final version that was already asked for has to be asked for again.
 *
 * Refuses  with `not_found`, `not_allowed`, `changed_meanwhile`.
 */
export async function answerComment(
	ctx: Context,
	{ place, position }: { readonly place: AssessmentPlace; readonly position: number },
	answer: CommentAnswer,
): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		const known = await tx.selfAssessmentDraft.findUnique({
			where: { actionPlanId_kind: { actionPlanId: place.planId, kind: place.kind } },
		})
		const draft = known && (await holdByRecord(tx, known.id))
		if (!draft) throw new Refusal('not_found')
		const { memberId } = draft.actionPlan
		if (!may(ctx.actor, 'self-assessment.answer-comment', { memberId })) throw new Refusal('not_allowed')
		const { version, disposition, answerEn, answerId } = answer
		const where = { recordId: draft.id, position }
		if ((await tx.selfAssessmentComment.count({ where })) === 0) throw new Refusal('not_found')
		const written = await tx.selfAssessmentComment.updateMany({
			where: { ...where, version },
			data: {
				disposition,
				answerEn: answerEn || null,
				answerId: answerId || null,
				answeredById: ctx.actor.personId,
				answeredAt: ctx.now,
				version: version + 1,
			},
		})
		if (written.count !== 1) throw new Refusal('changed_meanwhile')
		const answers = SelfAssessmentAnswers.parse(draft.answers)
		await tx.selfAssessmentDraft.update({
			where: { id: draft.id },
			data: {
				answers: { ...answers, submittedById: null },
				version: draft.version + 1,
				updatedAt: ctx.now,
			},
		})
	})
}

/** The draft behind a record, held until the transaction ends: comments get their numbers one after the other. */
async function holdByRecord(tx: Transaction, id: string) {
	await tx.$queryRawUnsafe('SELECT "id" FROM "SelfAssessmentDraft" WHERE "id" = $1 FOR UPDATE', id)
	return tx.selfAssessmentDraft.findUnique({
		where: { id },
		include: { actionPlan: { include: { member: true } } },
	})
}
