import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { unansweredCount } from '#app/domain/assessment-comment/rules.ts'
import { listComments } from '#app/domain/assessment-comment/queries.server.ts'
import { annexedComment } from '#app/domain/assessment-comment/view.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { compilerOf } from '#app/domain/report/queries.server.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { SelfAssessment, SelfAssessmentDraft } from '#prisma/generated/client.ts'
import { findNewest, holdDraft, sourcesOf } from '../queries.server.ts'
import type { AssessmentPlace } from '../queries.server.ts'
import { commentWindow, missingParts, reasonNotToFinalise } from '../rules.ts'
import { SelfAssessmentAnswers } from '../schema.ts'
import type { OpenAnswer, SelfAssessmentModel } from '../schema.ts'
import { assessmentItem, assessmentModel, modelHash, modelText } from '../view.ts'
import type { AssessmentHead, AssessmentSources } from '../view.ts'

/** A published act: its record and which version of it this is. */
type Published = { readonly recordId: string; readonly version: number }

/**
 * Publishes the draft for comment by everyone: frozen, with its leaf.
 *
 * Refuses  with `already_published`, `draft_incomplete`, `plan_empty`, `changed_meanwhile`, or who may not.
 */
export async function openForComment(
	ctx: Context,
	place: AssessmentPlace,
	{ version, days }: OpenAnswer,
): Promise<Published> {
	const sources = await sourcesOf(ctx, place.planId)
	const { member } = sources.record.plan
	const today = dayIn(member.timeZone, ctx.now)
	const least = sources.record.ruleSet.rules.commentWindowDays.value
	const { opensOn, closesOn } = commentWindow(today, Math.max(days, least))
	const act = saltsOf()
	return ctx.db.$transaction(async (tx) => {
		const draft = await holdDraft(tx, place)
		if (!draft) throw new Refusal('draft_incomplete')
		if (!may(ctx.actor, 'self-assessment.publish', { memberId: member.id, submittedById: null }))
			throw new Refusal('not_allowed')
		if (await findNewest(tx, draft.id)) throw new Refusal('already_published')
		if (draft.version !== version) throw new Refusal('changed_meanwhile')
		const model = completeModel(sources, draft, {
			assessmentKind: place.kind,
			stage: 'COMMENT',
			asOfOn: today,
			commentOpensOn: opensOn,
			commentClosesOn: closesOn,
			comments: null,
		})
		const people = { submittedById: ctx.actor.personId ?? '', approvedById: null }
		return publish(tx, ctx, { draft, model, version: 1, people, act })
	})
}

/**
 * Asks a second person to publish the final version. Any change to the text or to an answer takes this back.
 *
 * Refuses  with `comment_not_opened`, `window_open`, `comments_unanswered`, `draft_incomplete`, `changed_meanwhile`.
 */
export async function submitFinal(
	ctx: Context,
	place: AssessmentPlace,
	{ version }: SeenDraft,
): Promise<void> {
	const sources = await sourcesOf(ctx, place.planId)
	const { member } = sources.record.plan
	await ctx.db.$transaction(async (tx) => {
		const draft = await holdDraft(tx, place)
		if (!may(ctx.actor, 'self-assessment.draft', { memberId: member.id })) throw new Refusal('not_allowed')
		if (!draft) throw new Refusal('comment_not_opened')
		await finalModel(tx, ctx, { draft, sources, place })
		const answers = SelfAssessmentAnswers.parse(draft.answers)
		if (answers.submittedById !== null) throw new Refusal('draft_already_submitted')
		const written = await tx.selfAssessmentDraft.updateMany({
			where: { id: draft.id, version },
			data: {
				answers: { ...answers, submittedById: ctx.actor.personId },
				version: version + 1,
				updatedAt: ctx.now,
			},
		})
		if (written.count !== 1) throw new Refusal('changed_meanwhile')
	})
}

/**
 * Approves the final version as a second person and publishes it, with all comments and their answers. A correction
 * goes the same way and becomes the next version.
 *
 * Refuses  with `same_person`, `draft_not_submitted`, and with what keeps it from being final.
 */
export async function approveFinal(
	ctx: Context,
	place: AssessmentPlace,
	{ version }: SeenDraft,
): Promise<Published> {
	const sources = await sourcesOf(ctx, place.planId)
	const { member } = sources.record.plan
	const act = saltsOf()
	return ctx.db.$transaction(async (tx) => {
		const draft = await holdDraft(tx, place)
		if (!may(ctx.actor, 'self-assessment.publish', { memberId: member.id, submittedById: null }))
			throw new Refusal('not_allowed')
		if (!draft) throw new Refusal('draft_not_submitted')
		const answers = SelfAssessmentAnswers.parse(draft.answers)
		const { submittedById } = answers
		if (submittedById === null) throw new Refusal('draft_not_submitted')
		if (submittedById === ctx.actor.personId) throw new Refusal('same_person')
		if (!may(ctx.actor, 'self-assessment.publish', { memberId: member.id, submittedById }))
			throw new Refusal('not_allowed')
		if (draft.version !== version) throw new Refusal('changed_meanwhile')
		const { model, before } = await finalModel(tx, ctx, { draft, sources, place })
		await tx.selfAssessmentDraft.update({
			where: { id: draft.id },
			data: {
				answers: { ...answers, submittedById: null },
				version: draft.version + 1,
				updatedAt: ctx.now,
			},
		})
		const people = { submittedById, approvedById: ctx.actor.personId }
		return publish(tx, ctx, { draft, model, version: before.version + 1, people, act })
	})
}

type Final = {
	readonly draft: SelfAssessmentDraft
	readonly sources: AssessmentSources
	readonly place: AssessmentPlace
}

/** What the final version says, with its annex; refuses where it cannot be final yet. */
async function finalModel(tx: Transaction, ctx: Context, { draft, sources, place }: Final) {
	const { timeZone } = sources.record.plan.member
	const today = dayIn(timeZone, ctx.now)
	const row = await findNewest(tx, draft.id)
	const before = row && assessmentItem(row)
	const comments = await listComments(tx, draft.id, timeZone)
	const reason = reasonNotToFinalise(before, unansweredCount(comments), today)
	if (reason !== null || before === null) throw new Refusal(reason ?? 'comment_not_opened')
	const model = completeModel(sources, draft, {
		assessmentKind: place.kind,
		stage: 'FINAL',
		asOfOn: today,
		commentOpensOn: before.commentOpensOn,
		commentClosesOn: before.commentClosesOn,
		comments: comments.flatMap((comment) => annexedComment(comment) ?? []),
	})
	return { model, before }
}

function completeModel(
	sources: AssessmentSources,
	draft: SelfAssessmentDraft,
	head: AssessmentHead,
): SelfAssessmentModel {
	if (sources.record.commitments.length === 0) throw new Refusal('plan_empty')
	const model = assessmentModel(sources, SelfAssessmentAnswers.parse(draft.answers), head)
	if (missingParts(model).length > 0) throw new Refusal('draft_incomplete')
	return model
}

type Publishing = {
	readonly draft: SelfAssessmentDraft
	readonly model: SelfAssessmentModel
	readonly version: number
	readonly people: Pick<SelfAssessment, 'submittedById' | 'approvedById'>
	readonly act: Pick<SelfAssessment, 'salt' | 'privateSalt'>
}

async function publish(
	tx: Transaction,
	ctx: Context,
	{ draft, model, version, people, act }: Publishing,
): Promise<Published> {
	const text = modelText(model)
	const row = {
		recordId: draft.id,
		version,
		actionPlanId: draft.actionPlanId,
		kind: draft.kind,
		stage: model.stage,
		commentOpensOn: model.commentOpensOn,
		commentClosesOn: model.commentClosesOn,
		model: text,
		modelHash: modelHash(text),
		...people,
		actorOrganizationId: compilerOf(ctx, model.member.id) ?? draft.organizationId,
		publishedOn: utcDay(ctx.now),
		publishedAt: ctx.now,
		...act,
	} satisfies SelfAssessment
	await tx.selfAssessment.create({ data: row })
	await appendAct(tx, actFrom({ kind: 'self-assessment.published', row }))
	return { recordId: row.recordId, version }
}

function saltsOf() {
	return { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
}
