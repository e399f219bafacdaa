import { randomUUID } from 'node:crypto'
import { may, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { filePiece, linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import { datesAskedAt } from '#app/domain/further-answer/rules.ts'
import type { GivenDates } from '#app/domain/further-answer/rules.ts'
import { savedStates } from '#app/domain/further-answer/view.ts'
import { findDraftStart, ownPlace } from '#app/domain/progress-draft/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Prisma, ProgressUpdateDraft } from '#prisma/generated/client.ts'
import type { Place, TaskKey } from './queries.server.ts'
import { EVIDENCE_MAX, missingAnswers, reasonNotToFile } from './rules.ts'
import type {
	ChallengesAnswer,
	DoneAnswer,
	EvidenceAnswer,
	EvidenceFileAnswer,
	LevelAnswer,
	ReturnAnswer,
	SeenDraft,
	TypedAnswer,
} from './schema.ts'
import { draftView, typedTexts } from './view.ts'
import type { DraftView } from './view.ts'

/** Answers how far the milestone has come, or that nothing happened; begins the report where there is none. */
export async function answerLevel(ctx: Context, key: TaskKey, answer: LevelAnswer): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, ({ further }) => {
		if (answer.level === 'NIL') return { isNil: true, claimedLevel: null }
		return { isNil: false, claimedLevel: answer.level, ...datesAt(answer.level, further) }
	})
}

/** Days that a level does not ask for say nothing any more. */
function datesAt(level: ClaimedLevel | null, given: GivenDates) {
	const asked = datesAskedAt(level)
	const dayOf = (field: keyof GivenDates) => (asked.includes(field) ? (given[field] ?? null) : null)
	return { startedOn: dayOf('startedOn'), finishedOn: dayOf('finishedOn'), expectedOn: dayOf('expectedOn') }
}

/** Answers what was done, what comes next and when; the language that was left as it was may be out of date by it. */
export async function answerDone(ctx: Context, key: TaskKey, answer: DoneAnswer): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, (before) => {
		const { columns, texts } = typedTexts(answer, { done: before.done, ...before.further })
		const textStates = savedStates({
			opened: answer.opened,
			before: { done: before.done, ...before.further },
			after: texts,
			translation: answer.translation ?? null,
		})
		return { ...columns, textStates, ...datesAt(before.level, answer) }
	})
}

/** Keeps what is typed while it is typed. Whether a language is out of date is decided when the form is sent. */
export async function keepTypedAnswer(ctx: Context, key: TaskKey, answer: TypedAnswer): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, (before) => {
		const { done, further } = before
		const { columns } = typedTexts(answer, { done, ...further })
		const isSame =
			columns.doneEn === done.en &&
			columns.doneId === done.id &&
			columns.nextStepEn === further.nextStep.en &&
			columns.nextStepId === further.nextStep.id
		return isSame ? null : columns
	})
}

/** Answers what stands in the way. */
export async function answerChallenges(
	ctx: Context,
	key: TaskKey,
	answer: ChallengesAnswer,
): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, () => ({
		challenges: [...new Set(answer.challenges)],
		challengeText: answer.challenges.includes('OTHER') ? (answer.challengeText ?? null) : null,
	}))
}

/** Adds a link to evidence. The page offers no more than a report may carry; a link too many comes from elsewhere. */
export async function addEvidence(ctx: Context, key: TaskKey, answer: EvidenceAnswer): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, ({ evidence }) =>
		withPiece(evidence, linkPiece(answer)),
	)
}

/** Adds a file that has arrived. One that the report has already is not added again. */
export async function addEvidenceFile(
	ctx: Context,
	key: TaskKey,
	answer: EvidenceFileAnswer,
): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: answer.version }, async ({ evidence }, tx) => {
		if (evidence.some((piece) => piece.upload === answer.upload)) return null
		return withPiece(evidence, filePiece(answer, await holdReceivedFile(tx, ctx, answer.upload ?? '')))
	})
}

function withPiece(evidence: readonly DraftPiece[], piece: DraftPiece): DraftChange {
	if (evidence.length >= EVIDENCE_MAX) throw new Refusal('changed_meanwhile')
	return { evidence: [...evidence, piece] }
}

/** Takes a piece of evidence out of the report again; positions count from 0. */
export async function removeEvidence(
	ctx: Context,
	key: TaskKey,
	{ version, position }: SeenDraft & { position: number },
): Promise<DraftView> {
	return changeDraft(ctx, { key, seen: version }, ({ evidence }) => {
		if (!evidence[position]) throw new Refusal('not_found')
		return { evidence: evidence.filter((_link, at) => at !== position) }
	})
}

/**
 * Sends a report to the institution's lead. Late reports are taken until the checkpoint is locked.
 *
 * Refuses  with `draft_incomplete`, `draft_already_submitted`, `changed_meanwhile`, or the checkpoint's reason.
 */
export async function submitProgressUpdate(
	ctx: Context,
	key: TaskKey,
	{ version }: SeenDraft,
): Promise<DraftView> {
	return ctx.db.$transaction(async (tx) => {
		const place = await ownPlace(tx, ctx, key)
		const { draft } = place
		if (!draft) throw new Refusal('not_found')
		if (!may(ctx.actor, 'progress-update.submit', draft)) throw new Refusal('not_allowed')
		if (draft.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		const closed = reasonNotToFile(place.checkpoint, place.today)
		if (closed) throw new Refusal(closed)
		if (missingAnswers(draftView(draft), place.startsOn, place.today).length > 0)
			throw new Refusal('draft_incomplete')
		return writeDraft(tx, ctx, {
			draft: await heldDraft(tx, draft),
			seen: version,
			data: {
				state: 'SUBMITTED',
				submittedById: ctx.actor.personId,
				submittedAt: ctx.now,
				returnedReason: null,
			},
		})
	})
}

/** Sends a report back to its officers with a reason. Refuses with `draft_not_submitted` unless it waits for the lead. */
export async function returnProgressUpdate(
	ctx: Context,
	draftId: string,
	answer: ReturnAnswer,
): Promise<DraftView> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await findDraft(tx, ctx, draftId)
		if (!draft) throw new Refusal('not_found')
		if (!may(ctx.actor, 'progress-update.return', draft)) throw new Refusal('not_allowed')
		if (draft.state !== 'SUBMITTED') throw new Refusal('draft_not_submitted')
		return writeDraft(tx, ctx, {
			draft,
			seen: answer.version,
			data: { state: 'RETURNED', submittedById: null, submittedAt: null, returnedReason: answer.reason },
		})
	})
}

/** A draft of the actor's own institutions; of others it does not exist. */
async function findDraft(tx: Transaction, ctx: Context, id: string): Promise<ProgressUpdateDraft | null> {
	return tx.progressUpdateDraft.findFirst({ where: { id, organizationId: { in: ownInstitutions(ctx) } } })
}

function ownInstitutions(ctx: Context): string[] {
	return [...organizationsOf(ctx.actor, ['IMPLEMENTER', 'INSTITUTION_LEAD'])]
}

type DraftChange = Pick<
	Prisma.ProgressUpdateDraftUncheckedUpdateInput,
	| 'isNil'
	| 'claimedLevel'
	| 'doneEn'
	| 'doneId'
	| 'challenges'
	| 'challengeText'
	| 'evidence'
	| 'nextStepEn'
	| 'nextStepId'
	| keyof GivenDates
	| 'textStates'
>

type Seen = { readonly key: TaskKey; readonly seen: number }
type Changed = DraftChange | null

/** One answer of a report: find, may, rule, write. An answer that is there already changes nothing. */
async function changeDraft(
	ctx: Context,
	{ key, seen }: Seen,
	change: (
		before: Pick<DraftView, 'evidence' | 'done' | 'level' | 'further'>,
		tx: Transaction,
	) => Changed | Promise<Changed>,
): Promise<DraftView> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const place = await ownPlace(tx, ctx, key)
		if (!may(ctx.actor, 'progress-update.draft', place)) throw new Refusal('not_allowed')
		const closed = reasonNotToFile(place.checkpoint, place.today)
		if (closed) throw new Refusal(closed)
		if (place.draft?.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		if (!place.draft && seen !== 0) throw new Refusal('changed_meanwhile')
		const draft =
			place.draft ?? (await beginDraft(tx, ctx, { place, id, authorId: ctx.actor.personId ?? '' }))
		const data = await change(draftView(draft), tx)
		if (data === null) return draftView(draft)
		return writeDraft(tx, ctx, { draft, seen: place.draft ? seen : draft.version, data })
	})
}

/** The draft, kept from others until the transaction ends. Whoever sends it twice at once waits here for the first. */
async function heldDraft(tx: Transaction, { id }: { readonly id: string }): Promise<ProgressUpdateDraft> {
	await tx.$queryRawUnsafe('SELECT "id" FROM "ProgressUpdateDraft" WHERE "id" = $1 FOR UPDATE', id)
	const held = await tx.progressUpdateDraft.findUnique({ where: { id } })
	if (!held) throw new Refusal('changed_meanwhile')
	if (held.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
	return held
}

async function writeDraft(
	tx: Transaction,
	ctx: Context,
	{
		draft,
		seen,
		data,
	}: {
		draft: Pick<ProgressUpdateDraft, 'id'>
		seen: number
		data: Prisma.ProgressUpdateDraftUncheckedUpdateInput
	},
): Promise<DraftView> {
	const [written] = await tx.progressUpdateDraft.updateManyAndReturn({
		where: { id: draft.id, version: seen },
		data: { ...data, version: seen + 1, updatedAt: ctx.now },
	})
	if (!written) throw new Refusal('changed_meanwhile')
	return draftView(written)
}

async function beginDraft(
	tx: Transaction,
	ctx: Context,
	start: { place: Place; id: string; authorId: string },
): Promise<ProgressUpdateDraft> {
	const data = await findDraftStart(tx, ctx, start)
	const [made] = await tx.progressUpdateDraft.createManyAndReturn({ data, skipDuplicates: true })
	// Two officers may begin at once; the second sees what the first wrote.
	if (!made) throw new Refusal('changed_meanwhile')
	return made
}
