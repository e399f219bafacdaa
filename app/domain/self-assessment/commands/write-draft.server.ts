import { randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { compilerOf } from '#app/domain/report/queries.server.ts'
import type { SelfAssessmentDraft } from '#prisma/generated/client.ts'
import { holdDraft } from '../queries.server.ts'
import type { AssessmentPlace } from '../queries.server.ts'
import { RECOMMENDATIONS_MAX, partKey } from '../rules.ts'
import type { TextSection } from '../rules.ts'
import { NOTHING_WRITTEN, SelfAssessmentAnswers } from '../schema.ts'
import type { AssessmentText, CommitmentAnswer, RecommendationAnswer, TextAnswer } from '../schema.ts'

/** Writes one text of the outline. */
export async function answerText(
	ctx: Context,
	place: AssessmentPlace,
	{ section, ...answer }: TextAnswer & { readonly section: TextSection },
): Promise<void> {
	const text = textFrom(answer.textEn, answer.textId, answer.notTranslated)
	await changeDraft(ctx, { place, part: partKey.text(section), seen: answer.version }, (answers) => ({
		...answers,
		texts: { ...answers.texts, [section]: text },
	}))
}

/** Adds a recommendation of the IRM with what was done about it. */
export async function addRecommendation(
	ctx: Context,
	place: AssessmentPlace,
	answer: RecommendationAnswer,
): Promise<void> {
	const { recommendationEn, recommendationId, responseEn, responseId, notTranslated } = answer
	const added = {
		recommendation: textFrom(recommendationEn, recommendationId, notTranslated),
		response: textFrom(responseEn, responseId, notTranslated),
	}
	await changeDraft(ctx, { place, part: partKey.recommendations, seen: answer.version }, (answers) => {
		// The page offers no more than a report may carry; one too many comes from elsewhere.
		if (answers.recommendations.length >= RECOMMENDATIONS_MAX) throw new Refusal('changed_meanwhile')
		return {
			...answers,
			recommendations: [...answers.recommendations, added],
			noRecommendations: false,
		}
	})
}

/** Takes a recommendation out again; positions count from 0. */
export async function removeRecommendation(
	ctx: Context,
	place: AssessmentPlace,
	{ version, position }: SeenDraft & { readonly position: number },
): Promise<void> {
	await changeDraft(ctx, { place, part: partKey.recommendations, seen: version }, (answers) => {
		if (!answers.recommendations[position]) throw new Refusal('not_found')
		return {
			...answers,
			recommendations: answers.recommendations.filter((_one, at) => at !== position),
		}
	})
}

/** Says that the IRM made no recommendations yet. */
export async function confirmNoRecommendations(
	ctx: Context,
	place: AssessmentPlace,
	{ version }: SeenDraft,
): Promise<void> {
	await changeDraft(ctx, { place, part: partKey.recommendations, seen: version }, (answers) => ({
		...answers,
		recommendations: [],
		noRecommendations: true,
	}))
}

/** Says how far a commitment has come. Moves no claim of an institution and no finding. */
export async function answerCommitment(
	ctx: Context,
	place: AssessmentPlace,
	{ commitmentId, ...answer }: CommitmentAnswer & { readonly commitmentId: string },
): Promise<void> {
	const { level, notTranslated, contact } = answer
	const given = {
		level,
		results: textFrom(answer.resultsEn, answer.resultsId, notTranslated),
		next: textFrom(answer.nextEn, answer.nextId, notTranslated),
		contact: contact || null,
	}
	await changeDraft(
		ctx,
		{ place, part: partKey.commitment(commitmentId), seen: answer.version },
		async (answers, tx) => {
			const where = { id: commitmentId, actionPlanId: place.planId }
			if ((await tx.commitment.count({ where })) === 0) throw new Refusal('not_found')
			return { ...answers, commitments: { ...answers.commitments, [commitmentId]: given } }
		},
	)
}

type Change = (
	before: SelfAssessmentAnswers,
	tx: Transaction,
) => SelfAssessmentAnswers | Promise<SelfAssessmentAnswers>

/** One part of a draft: find, may, rule, write. Two people write different parts without being in each other's way. */
async function changeDraft(
	ctx: Context,
	{ place, part, seen }: { readonly place: AssessmentPlace; readonly part: string; readonly seen: number },
	change: Change,
): Promise<void> {
	const id = randomUUID()
	await ctx.db.$transaction(async (tx) => {
		const plan = await tx.actionPlan.findFirst({
			where: { id: place.planId, status: { not: 'DRAFT' } },
			select: { memberId: true },
		})
		if (!plan) throw new Refusal('not_found')
		const organizationId = compilerOf(ctx, plan.memberId)
		if (organizationId === null || !may(ctx.actor, 'self-assessment.draft', plan))
			throw new Refusal('not_allowed')
		const draft = (await holdDraft(tx, place)) ?? (await begin(tx, ctx, { place, id, organizationId }))
		const answers = SelfAssessmentAnswers.parse(draft.answers)
		if ((answers.versions[part] ?? 0) !== seen) throw new Refusal('changed_meanwhile')
		const changed = await change(answers, tx)
		const versions = { ...answers.versions, [part]: seen + 1 }
		await tx.selfAssessmentDraft.update({
			where: { id: draft.id },
			data: {
				answers: { ...changed, versions, submittedById: null },
				version: draft.version + 1,
				updatedAt: ctx.now,
			},
		})
	})
}

async function begin(
	tx: Transaction,
	ctx: Context,
	{ place, id, organizationId }: { place: AssessmentPlace; id: string; organizationId: string },
): Promise<SelfAssessmentDraft> {
	await tx.selfAssessmentDraft.createMany({
		data: {
			id,
			actionPlanId: place.planId,
			kind: place.kind,
			organizationId,
			answers: NOTHING_WRITTEN,
			createdById: ctx.actor.personId ?? '',
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
		skipDuplicates: true,
	})
	// Two people may begin at once; the second goes on from what the first wrote.
	const draft = await holdDraft(tx, place)
	if (!draft) throw new Refusal('changed_meanwhile')
	return draft
}

function textFrom(
	en: string | undefined,
	id: string | undefined,
	notTranslated: boolean | undefined,
): AssessmentText {
	const isInOne = Boolean(en) !== Boolean(id)
	return { en: en || null, id: id || null, notTranslated: isInOne && notTranslated === true }
}
