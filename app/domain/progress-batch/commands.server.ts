import { randomBytes, randomUUID } from 'node:crypto'
import { may, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf } from '#app/domain/evidence/queries.server.ts'
import { findPlaces, findStanding } from '#app/domain/progress-update/queries.server.ts'
import { senderOf } from '#app/domain/report-sender/queries.server.ts'
import { missingAnswers, reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import { claimRowsFrom, draftView } from '#app/domain/progress-update/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { ProgressUpdateDraft } from '#prisma/generated/client.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import type { WholeReport } from './schema.ts'

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
		claimedLevel: isNil ? null : report.level,
		doneEn: report.doneEn || null,
		doneId: report.doneId || null,
		challenges: [...(report.challenges ?? [])],
		challengeText: report.challengeText || null,
		nextStepEn: report.nextStepEn || null,
		nextStepId: report.nextStepId || null,
		startedOn: report.startedOn ?? null,
		finishedOn: report.finishedOn ?? null,
		expectedOn: report.expectedOn ?? null,
		textStates: {},
		evidence: (report.links ?? []).map(({ kind, url, title }) => ({ kind, url, title })),
		version: 1,
		createdAt: ctx.now,
		updatedAt: ctx.now,
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
		if (removed.count !== drafts.length) throw new Refusal('changed_meanwhile')
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

async function readDrafts(
	tx: Transaction,
	ctx: Context,
	seen: readonly SeenReport[],
): Promise<readonly ProgressUpdateDraft[]> {
	const organizationIds = [...organizationsOf(ctx.actor, ['IMPLEMENTER', 'INSTITUTION_LEAD'])]
	const ids = seen.map((one) => one.id)
	const drafts = await tx.progressUpdateDraft.findMany({
		where: { id: { in: ids }, organizationId: { in: organizationIds } },
	})
	const versions = new Map(seen.map((one) => [one.id, one.version]))
	if (drafts.length === 0 || drafts.length !== versions.size) {
		// A draft that is gone may have become an act: then the answer is that, not "not found".
		const where = { recordId: { in: ids }, organizationId: { in: organizationIds } }
		const act = await tx.progressUpdate.findFirst({ where })
		throw new Refusal(act ? 'already_published' : 'not_found')
	}
	const senders = new Set(drafts.map((draft) => draft.submittedById ?? ''))
	for (const sender of senders)
		if ((await senderOf({ db: tx, actor: ctx.actor }, sender)).isActor) throw new Refusal('same_person')
	for (const draft of drafts) {
		if (!may(ctx.actor, 'progress-update.approve', draft)) throw new Refusal('not_allowed')
		if (draft.state !== 'SUBMITTED') throw new Refusal('draft_not_submitted')
		if (draft.version !== versions.get(draft.id)) throw new Refusal('changed_meanwhile')
	}
	return drafts
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
