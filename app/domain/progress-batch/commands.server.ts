import { randomBytes, randomUUID } from 'node:crypto'
import { may, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf } from '#app/domain/evidence/queries.server.ts'
import { datesAskedAt } from '#app/domain/further-answer/rules.ts'
import type { GivenDates } from '#app/domain/further-answer/rules.ts'
import { savedStates } from '#app/domain/further-answer/view.ts'
import { findPlaces, findStanding } from '#app/domain/progress-update/queries.server.ts'
import { missingAnswers, reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import { claimRowsFrom, draftView } from '#app/domain/progress-update/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { ProgressUpdateDraft } from '#prisma/generated/client.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { listSenders } from './queries.server.ts'
import type { WholeReport } from './schema.ts'
import type { Outcome } from './view.ts'

/** A published act: its record and which version of it this is. */
export type Published = { readonly recordId: string; readonly version: number }

/** A report that was filed, or one that a lead read: which, and its version. */
export type SeenReport = { readonly id: string; readonly version: number }

/**
 * Files the first reports on several milestones at one checkpoint at once, and sends them to their lead: all of them,
 * or none.
 *
 * Refuses  with `not_found` outside the actor's institutions, `changed_meanwhile` where somebody has begun one,
 *          `draft_incomplete`, or the checkpoint's reason.
 */
export async function fileProgressUpdates(
	ctx: Context,
	checkpointCode: string,
	reports: readonly WholeReport[],
): Promise<readonly SeenReport[]> {
	return ctx.db.$transaction(async (tx) => {
		const places = await findPlaces(tx, ctx, {
			checkpointCode,
			milestoneIds: reports.map((report) => report.milestoneId),
			organizationIds: organizationsOf(ctx.actor, ['IMPLEMENTER']),
		})
		const rows = reports.map((report) => {
			const place = places.get(report.milestoneId)
			if (!place) throw new Refusal('not_found')
			if (!may(ctx.actor, 'progress-update.draft', place)) throw new Refusal('not_allowed')
			const closed = reasonNotToFile(place.checkpoint, place.today)
			if (closed) throw new Refusal(closed)
			const row = draftRow(ctx, report, place)
			if (missingAnswers(draftView(row), place.startsOn, place.today).length > 0)
				throw new Refusal('draft_incomplete')
			return row
		})
		const keys = rows.map(({ milestoneId, checkpointId, organizationId }) => ({
			milestoneId,
			checkpointId,
			organizationId,
		}))
		// A report that was begun, or published already, is a person's to go on with.
		const published = await tx.progressUpdate.count({ where: { OR: keys, isImported: false } })
		const begun = await tx.progressUpdateDraft.count({ where: { OR: keys } })
		if (published + begun > 0) throw new Refusal('changed_meanwhile')
		await insertTables(tx, [['ProgressUpdateDraft', rows]])
		return rows.map(({ id, version }) => ({ id, version }))
	})
}

type Place = { readonly checkpoint: { readonly id: string }; readonly organizationId: string }

function draftRow(ctx: Context, report: WholeReport, place: Place): ProgressUpdateDraft {
	const personId = ctx.actor.personId ?? ''
	const isNil = report.level === 'NIL'
	const level = report.level === 'NIL' ? null : report.level
	const asked = datesAskedAt(level)
	const dayOf = (field: keyof GivenDates) =>
		!isNil && asked.includes(field) ? (report[field] ?? null) : null
	return {
		id: randomUUID(),
		milestoneId: report.milestoneId,
		checkpointId: place.checkpoint.id,
		organizationId: place.organizationId,
		authorId: personId,
		state: 'SUBMITTED',
		submittedById: personId,
		submittedAt: ctx.now,
		returnedReason: null,
		isNil,
		claimedLevel: level,
		...textColumns(report),
		challenges: [...(report.challenges ?? [])],
		challengeText: report.challengeText || null,
		startedOn: dayOf('startedOn'),
		finishedOn: dayOf('finishedOn'),
		expectedOn: dayOf('expectedOn'),
		evidence: [...(report.links ?? [])],
		version: 1,
		createdAt: ctx.now,
		updatedAt: ctx.now,
	}
}

const NOTHING = { en: null, id: null }

/** The texts of a report that begins with them, with the states that the form gives them. */
function textColumns({ doneEn, doneId, nextStepEn, nextStepId }: WholeReport) {
	const after = {
		done: { en: doneEn || null, id: doneId || null },
		nextStep: { en: nextStepEn || null, id: nextStepId || null },
	}
	const before = { done: NOTHING, nextStep: NOTHING, textStates: {} }
	return {
		doneEn: after.done.en,
		doneId: after.done.id,
		nextStepEn: after.nextStep.en,
		nextStepId: after.nextStep.id,
		textStates: savedStates({ opened: undefined, before, after, translation: null }),
	}
}

/**
 * Approves a report as the second person of its institution and publishes it: the act, its evidence and its leaf
 * in one transaction. What was sent before the checkpoint was locked may be approved after.
 *
 * Refuses  with `same_person`, `draft_not_submitted`, `changed_meanwhile`, `already_published`.
 */
export async function approveProgressUpdate(
	ctx: Context,
	draftId: string,
	{ version }: SeenDraft,
): Promise<Published> {
	const [published] = await approveProgressUpdates(ctx, [{ id: draftId, version }])
	if (!published) throw new Refusal('not_found')
	return published
}

/**
 * Approves several reports at once as the second person of their institution, and publishes each as an act of its own:
 * all of them, or none.
 *
 * Refuses  like the approval of one.
 */
export async function approveProgressUpdates(
	ctx: Context,
	seen: readonly SeenReport[],
): Promise<readonly Published[]> {
	return ctx.db.$transaction(async (tx) => {
		const drafts = await readDrafts(tx, ctx, seen)
		await tx.$queryRawUnsafe(
			'SELECT "id" FROM "Milestone" WHERE "id" = ANY($1::text[]) ORDER BY "id" FOR UPDATE',
			drafts.map((draft) => draft.milestoneId),
		)
		const removed = await tx.progressUpdateDraft.deleteMany({
			where: { OR: drafts.map(({ id, version }) => ({ id, version })) },
		})
		if (removed.count !== drafts.length) {
			// Somebody was faster; where that was the same approval, the answer is that.
			await readDrafts(tx, ctx, seen)
			throw new Refusal('changed_meanwhile')
		}
		const before = await newestOf(tx, drafts)
		const acts = []
		for (const draft of drafts) acts.push(await actOf(tx, ctx, { draft, before }))
		await insertTables(tx, [
			['ProgressUpdate', acts.map((act) => act.row)],
			['Evidence', acts.flatMap((act) => act.evidence)],
			['EvidenceReader', acts.flatMap((act) => act.readers)],
		])
		const uploads = drafts.flatMap((draft) =>
			// What a nil report leaves behind is swept.
			draft.isNil ? [] : draftView(draft).evidence.flatMap((piece) => piece.upload ?? []),
		)
		if (uploads.length > 0) await tx.upload.deleteMany({ where: { id: { in: uploads } } })
		await appendActs(tx, await hashed(acts.map(actFrom)))
		return acts.map(({ row: { recordId, version } }) => ({ recordId, version }))
	})
}

/**
 * Approves the reports that a lead chose, as far as they can be: each becomes an act of its own or is refused by itself,
 * and one that was approved meanwhile counts as approved. Those that can be approved are so in one transaction.
 */
export async function approveChosenUpdates(
	ctx: Context,
	seen: readonly SeenReport[],
): Promise<readonly Outcome[]> {
	const reports = await judged(ctx.db, ctx, seen)
	const left = reports.flatMap(({ draft, reason }) =>
		draft && reason === null ? [{ id: draft.id, version: draft.version }] : [],
	)
	const whole = left.length === 0 ? null : await refusalOf(approveProgressUpdates(ctx, left))
	const later = new Map<string, RefusalReason | null>()
	// Somebody was faster with one of them: then each is tried by itself.
	if (whole !== null)
		for (const one of left) later.set(one.id, await refusalOf(approveProgressUpdates(ctx, [one])))
	return reports.map(({ id, reason }) => ({ id, reason: settled(later.get(id) ?? reason) }))
}

/** A report that is published already is what the lead wanted. */
function settled(reason: RefusalReason | null): RefusalReason | null {
	return reason === 'already_published' ? null : reason
}

async function refusalOf(command: Promise<unknown>): Promise<RefusalReason | null> {
	try {
		await command
		return null
	} catch (thrown) {
		if (thrown instanceof Refusal) return thrown.reason
		throw thrown
	}
}

async function readDrafts(
	tx: Transaction,
	ctx: Context,
	seen: readonly SeenReport[],
): Promise<readonly ProgressUpdateDraft[]> {
	const reports = await judged(tx, ctx, seen)
	const [first] = reports.flatMap(({ reason }) => reason ?? [])
	if (first) throw new Refusal(first)
	return reports.flatMap(({ draft }) => draft ?? [])
}

type Judged = Outcome & { readonly draft: ProgressUpdateDraft | null }

/** Reports as a lead saw them, each with the reason not to approve it; those of other institutions do not exist. */
async function judged(
	db: Transaction,
	ctx: Context,
	seen: readonly SeenReport[],
): Promise<readonly Judged[]> {
	const organizationId = { in: [...organizationsOf(ctx.actor, ['IMPLEMENTER', 'INSTITUTION_LEAD'])] }
	const ids = [...new Set(seen.map((one) => one.id))]
	const rows = await db.progressUpdateDraft.findMany({ where: { id: { in: ids }, organizationId } })
	const drafts = new Map(rows.map((row) => [row.id, row]))
	const gone = ids.filter((id) => !drafts.has(id))
	// A draft that is gone may have become an act: then the answer is that, not "not found".
	const acts =
		gone.length === 0
			? []
			: await db.progressUpdate.findMany({
					where: { recordId: { in: gone }, organizationId },
					select: { recordId: true },
				})
	const senders = await listSenders({ db, actor: ctx.actor }, rows)
	return seen.map(({ id, version }) => {
		const draft = drafts.get(id) ?? null
		if (draft === null) {
			const isPublished = acts.some(({ recordId }) => recordId === id)
			return { id, draft, reason: isPublished ? 'already_published' : 'not_found' }
		}
		const isOwn = senders.get(draft.submittedById ?? '')?.isActor === true
		return { id, draft, reason: isOwn ? 'same_person' : reasonNotToApprove(ctx, draft, version) }
	})
}

function reasonNotToApprove(
	ctx: Context,
	draft: ProgressUpdateDraft,
	seenVersion: number,
): RefusalReason | null {
	if (!may(ctx.actor, 'progress-update.approve', draft)) return 'not_allowed'
	if (draft.state !== 'SUBMITTED') return 'draft_not_submitted'
	return draft.version === seenVersion ? null : 'changed_meanwhile'
}

type Newest = ReadonlyMap<string, { readonly recordId: string; readonly version: number }>

/** What the institutions published themselves before, by the id that a correction's draft has: that of its record. */
async function newestOf(tx: Transaction, drafts: readonly ProgressUpdateDraft[]): Promise<Newest> {
	const rows = await tx.progressUpdate.findMany({
		where: { recordId: { in: drafts.map((draft) => draft.id) }, isImported: false },
		select: { recordId: true, version: true },
		orderBy: { version: 'asc' },
	})
	return new Map(rows.map((row) => [row.recordId, row]))
}

async function actOf(
	tx: Transaction,
	ctx: Context,
	{ draft, before }: { draft: ProgressUpdateDraft; before: Newest },
) {
	const pieces = draft.isNil ? [] : draftView(draft).evidence
	return claimRowsFrom(draft, {
		files: await findFilesOf(tx, { ...draft, recordId: draft.id, pieces }),
		before: before.get(draft.id) ?? null,
		standing: draft.isNil ? await findStanding(tx, draft.milestoneId) : null,
		approvedById: ctx.actor.personId,
		at: ctx.now,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	})
}
