import { randomBytes, randomUUID } from 'node:crypto'
import { may, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { linkPiece } from '#app/domain/evidence/schema.ts'
import { findDraftStart } from '#app/domain/progress-draft/queries.server.ts'
import { findPlace } from '#app/domain/progress-update/queries.server.ts'
import type { TaskKey } from '#app/domain/progress-update/queries.server.ts'
import { EVIDENCE_MAX, missingAnswers, reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import { draftView, typedTexts } from '#app/domain/progress-update/view.ts'
import type { DraftView } from '#app/domain/progress-update/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { ProgressUpdateDraft } from '#prisma/generated/client.ts'
import { GIVERS, findLinkPlace, findOpenLink, linkView, tokenHash } from './queries.server.ts'
import { linkEnd, senderByLink } from './rules.ts'
import type { LinkView } from './rules.ts'
import type { LinkAnswer, LinkOffer } from './schema.ts'

/** A link that was just given: its token is told now and never again. */
export type GivenLink = { readonly link: LinkView; readonly token: string }

/** Gives a named officer one link to answer one report. Refuses with the checkpoint's reason, or `draft_already_submitted`. */
export async function giveUpdateLink(ctx: Context, key: TaskKey, offer: LinkOffer): Promise<GivenLink> {
	const token = randomBytes(32).toString('base64url')
	return ctx.db.$transaction(async (tx) => {
		const organizationIds = organizationsOf(ctx.actor, GIVERS)
		const place = await findPlace(tx, ctx, { key, organizationIds })
		if (!may(ctx.actor, 'update-link.give', place)) throw new Refusal('not_allowed')
		const closed = reasonNotToFile(place.checkpoint, place.today)
		if (closed) throw new Refusal(closed)
		if (place.draft?.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		const row = await tx.updateLink.create({
			data: {
				id: randomUUID(),
				tokenHash: tokenHash(token),
				milestoneId: place.milestoneId,
				checkpointId: place.checkpoint.id,
				organizationId: place.organizationId,
				officerName: offer.officerName,
				officerEmail: offer.officerEmail,
				createdById: ctx.actor.personId ?? '',
				createdAt: ctx.now,
				expiresAt: linkEnd(ctx.now),
			},
		})
		return { link: linkView(row, ctx.now), token }
	})
}

/** Takes a link back. One that was used stays used; taking one back twice changes nothing. */
export async function revokeUpdateLink(ctx: Context, linkId: string): Promise<LinkView> {
	return ctx.db.$transaction(async (tx) => {
		const link = await tx.updateLink.findFirst({
			where: { id: linkId, organizationId: { in: [...organizationsOf(ctx.actor, GIVERS)] } },
		})
		if (!link) throw new Refusal('not_found')
		if (!may(ctx.actor, 'update-link.give', link)) throw new Refusal('not_allowed')
		await tx.updateLink.updateMany({
			where: { id: linkId, usedAt: null, revokedAt: null },
			data: { revokedAt: ctx.now },
		})
		return linkView(await tx.updateLink.findUniqueOrThrow({ where: { id: linkId } }), ctx.now)
	})
}

/**
 * Answers one report through a link and sends it to the institution's lead. What colleagues drafted is not dropped:
 * their texts come first, their evidence stays. The link is used up in the same transaction.
 *
 * Refuses  with `not_found` for every link that does not open, `draft_already_submitted`, `draft_incomplete`, or the
 *          checkpoint's reason; then the link stays as it was.
 */
export async function answerByLink(ctx: Context, answer: LinkAnswer): Promise<DraftView> {
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const link = await findOpenLink(tx, answer.token, ctx.now)
		const used = await tx.updateLink.updateMany({
			where: { id: link.id, usedAt: null, revokedAt: null },
			data: { usedAt: ctx.now },
		})
		if (used.count !== 1) throw new Refusal('not_found')
		const place = await findLinkPlace(tx, ctx, link)
		const closed = reasonNotToFile(place.checkpoint, place.today)
		if (closed) throw new Refusal(closed)
		if (place.draft?.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		const authorId = senderByLink(link.id)
		const draft =
			place.draft ?? (await beginDraft(tx, await findDraftStart(tx, ctx, { place, id, authorId })))
		const sent = await sendThroughLink(tx, ctx, { draft: draftView(draft), answer, authorId })
		if (missingAnswers(sent, place.startsOn, place.today).length > 0) throw new Refusal('draft_incomplete')
		return sent
	})
}

type Sending = { readonly draft: DraftView; readonly answer: LinkAnswer; readonly authorId: string }

async function sendThroughLink(
	tx: Transaction,
	ctx: Context,
	{ draft, answer, authorId }: Sending,
): Promise<DraftView> {
	const isNil = answer.level === 'NIL'
	const { columns } = typedTexts(
		{ ...answer, version: draft.version, keep: 'BOTH' },
		{ done: draft.done, ...draft.further },
	)
	const said = isNil
		? {}
		: {
				...columns,
				startedOn: answer.startedOn ?? draft.further.startedOn,
				finishedOn: answer.level === 'COMPLETE' ? (answer.finishedOn ?? null) : null,
				expectedOn: answer.level === 'COMPLETE' ? null : (answer.expectedOn ?? null),
				challenges: [...new Set(answer.challenges ?? draft.challenges)],
				challengeText: answer.challengeText || draft.challengeText,
				evidence: withLink(draft.evidence, answer),
			}
	const data = {
		...said,
		isNil,
		claimedLevel: isNil ? null : answer.level,
		state: 'SUBMITTED',
		submittedById: authorId,
		submittedAt: ctx.now,
		returnedReason: null,
		version: draft.version + 1,
		updatedAt: ctx.now,
	}
	const where = { id: draft.id, version: draft.version }
	const written = await tx.progressUpdateDraft.updateMany({ where, data })
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
	return draftView(await tx.progressUpdateDraft.findUniqueOrThrow({ where: { id: draft.id } }))
}

type DraftStart = Awaited<ReturnType<typeof findDraftStart>>

async function beginDraft(tx: Transaction, data: DraftStart): Promise<ProgressUpdateDraft> {
	const made = await tx.progressUpdateDraft.createMany({ data, skipDuplicates: true })
	if (made.count !== 1) throw new Refusal('changed_meanwhile')
	return tx.progressUpdateDraft.findUniqueOrThrow({ where: { id: data.id } })
}

function withLink(
	given: DraftView['evidence'],
	{ url, kind, title }: LinkAnswer,
): DraftView['evidence'][number][] {
	if (url === undefined || kind === undefined || !title || given.length >= EVIDENCE_MAX) return [...given]
	return [...given, linkPiece({ url, kind, title })]
}
