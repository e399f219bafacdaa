import { randomUUID } from 'node:crypto'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { filePiece, linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findVerificationRules } from '#app/domain/verification-rules/queries.server.ts'
import type { LocalAssessmentDraft } from '#prisma/generated/client.ts'
import { answersSoFar, columnsOf, findGround, piecesSoFar } from '../queries.server.ts'
import type { Ground } from '../queries.server.ts'
import { ANSWER_EVIDENCE_MAX, pagesOf, partOf } from '../rules.ts'
import { answersFrom } from '../schema.ts'
import type { AnswerFile, AnswerLink, AssessmentAnswer, PageAnswer } from '../schema.ts'
import { answersOn, stampOf } from '../view.ts'
import type { AssessmentPlace } from '../view.ts'

/** Which page of an assessment: a section and, where it is about one, a commitment. */
export type PageKey = { readonly section: string; readonly commitmentId: string | null }

/** Which answer: a question's code and, where it is asked of each, a commitment. */
export type PartKey = { readonly code: string; readonly commitmentId: string | null }

/** Writes the answers of one page. Two people write different pages without being in each other's way. */
export async function answerPage(
	ctx: Context,
	place: AssessmentPlace,
	{ typed, ...key }: PageKey & { readonly typed: PageAnswer },
): Promise<void> {
	await changeDraft(ctx, place, ({ ground, answers }) => {
		const page = pagesIn(ground).find(
			(one) => one.section === key.section && one.commitmentId === key.commitmentId,
		)
		if (!page) throw new Refusal('not_found')
		const before = answersOn(page, answers)
		const given = answersFrom(page, typed)
		if (stampOf(given) === stampOf(before)) return null
		if (stampOf(before) !== typed.seen) throw new Refusal('changed_meanwhile')
		return { answers: [...answers.filter((one) => !before.includes(one)), ...given] }
	})
}

/** Adds a link as evidence of an answer. */
export async function addAnswerLink(
	ctx: Context,
	place: AssessmentPlace,
	{ part, ...answer }: AnswerLink & { readonly part: PartKey },
): Promise<void> {
	await changeDraft(ctx, place, (before) => {
		seen(before, answer.version)
		return withPiece(before, part, linkPiece(answer))
	})
}

/** Adds a file that has arrived. One that the assessment has already is not added again. */
export async function addAnswerFile(
	ctx: Context,
	place: AssessmentPlace,
	{ part, ...answer }: AnswerFile & { readonly part: PartKey },
): Promise<void> {
	await changeDraft(ctx, place, async (before, tx) => {
		const { ground, pieces } = before
		if (pieces.some(({ upload }) => upload !== undefined && upload === answer.upload)) return null
		seen(before, answer.version)
		const rules = await findVerificationRules(tx, ground.plan.ruleSetId)
		const files = pieces.filter(({ file }) => file !== undefined).length
		// The page offers no more than an assessment may carry; one file too many comes from elsewhere.
		if (files >= rules.assessmentFiles.value) throw new Refusal('changed_meanwhile')
		const received = await holdReceivedFile(tx, ctx, answer.upload ?? '')
		return withPiece(before, part, filePiece(answer, received))
	})
}

/** Takes a piece of evidence out again; positions count from 0 among those of the answer. */
export async function removeAnswerEvidence(
	ctx: Context,
	place: AssessmentPlace,
	{ part, version, position }: SeenDraft & { readonly part: PartKey; readonly position: number },
): Promise<void> {
	await changeDraft(ctx, place, (before) => {
		const name = nameOf(before.ground, part)
		const removed = before.pieces.filter((piece) => piece.part === name)[position]
		if (!removed) throw new Refusal('not_found')
		seen(before, version)
		return { pieces: before.pieces.filter((piece) => piece !== removed) }
	})
}

type Before = {
	readonly ground: Ground
	readonly answers: readonly AssessmentAnswer[]
	readonly pieces: readonly DraftPiece[]
}
type Change = Partial<Pick<Before, 'answers' | 'pieces'>> | null

function seen({ ground }: Before, version: number): void {
	if ((ground.draft?.version ?? 0) !== version) throw new Refusal('changed_meanwhile')
}

function withPiece({ ground, pieces }: Before, part: PartKey, piece: DraftPiece): Change {
	const name = nameOf(ground, part)
	if (pieces.filter((one) => one.part === name).length >= ANSWER_EVIDENCE_MAX)
		throw new Refusal('changed_meanwhile')
	return { pieces: [...pieces, { ...piece, part: name }] }
}

/** The name of an answer that is asked for; of any other, there is none. */
function nameOf(ground: Ground, { code, commitmentId }: PartKey): string {
	const isAsked = pagesIn(ground).some(
		(page) => page.commitmentId === commitmentId && page.questions.some((one) => one.code === code),
	)
	if (!isAsked) throw new Refusal('not_found')
	return partOf(code, commitmentId)
}

function pagesIn({ questions, commitments }: Ground) {
	return pagesOf(
		questions,
		commitments.map(({ id }) => id),
	)
}

/** One change of a draft: find, may, rule, write. What says the same as before changes nothing. */
async function changeDraft(
	ctx: Context,
	place: AssessmentPlace,
	change: (before: Before, tx: Transaction) => Change | Promise<Change>,
): Promise<void> {
	const id = randomUUID()
	await ctx.db.$transaction(async (tx) => {
		await holdPlan(tx, place.planId)
		const ground = await findGround(tx, ctx, place)
		const before = { ground, answers: answersSoFar(ground), pieces: await piecesSoFar(tx, ground) }
		const changed = await change(before, tx)
		if (changed === null) return
		const draft = ground.draft ?? (await begin(tx, ctx, { place, ground, id }))
		const { answers, pieces } = { ...before, ...changed }
		await tx.localAssessmentDraft.update({
			where: { id: draft.id },
			data: {
				answers: [...answers],
				evidence: [...pieces],
				version: draft.version + 1,
				updatedAt: ctx.now,
			},
		})
	})
}

/** Holds a plan's assessments until the transaction ends, so that two people who begin at once write one draft. */
export async function holdPlan(tx: Transaction, planId: string): Promise<void> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "ActionPlan" WHERE "id" = $1 FOR UPDATE', planId)
}

/** A draft that will become a record's next version bears the record's id. */
async function begin(
	tx: Transaction,
	ctx: Context,
	{ place, ground, id }: { place: AssessmentPlace; ground: Ground; id: string },
): Promise<LocalAssessmentDraft> {
	return tx.localAssessmentDraft.create({
		data: {
			id: ground.newest?.recordId ?? id,
			...columnsOf(place),
			organizationId: ground.organizationId,
			questionSet: ground.questionSet,
			version: 0,
			createdById: ctx.actor.personId ?? '',
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
	})
}
