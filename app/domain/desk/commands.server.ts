import { randomBytes } from 'node:crypto'
import { PLAN_ROLES, may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdFiles, keptOf } from '#app/domain/desk-file/queries.server.ts'
import type { ChosenFiles } from '#app/domain/desk-file/queries.server.ts'
import { findPieces } from '#app/domain/evidence/queries.server.ts'
import { evidenceRowsFrom } from '#app/domain/evidence/view.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { Said } from '#app/domain/member-act/schema.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { placeOf } from './rules.ts'
import type { DeskEnvelope } from './schema.ts'

type Written = {
	readonly kind: DeskKind
	readonly memberId: string
	readonly said: Readonly<Record<string, unknown>>
	readonly envelope: Omit<DeskEnvelope, 'files' | 'keeps'> & Partial<Pick<DeskEnvelope, 'files' | 'keeps'>>
}

export type Published = { readonly recordId: string; readonly version: number }

/**
 * Publishes what a member's own people write at their desk, as its first version or as a correction with its reason.
 * Its files are sealed with it. A form that is sent again is the act that it was.
 *
 * Refuses  with `not_allowed`, `not_found` for a plan or commitment of another member, `changed_meanwhile`,
 *          `file_missing`.
 */
export async function publishMemberAct(ctx: Context, written: Written): Promise<Published> {
	const { kind, memberId, envelope } = written
	if (!may(ctx.actor, 'member-act.publish', { memberId })) throw new Refusal('not_allowed')
	const { recordId, seen } = envelope
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
		const before = await tx.memberAct.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
		if (before && (before.memberId !== memberId || before.kind !== kind)) throw new Refusal('not_found')
		const row = memberActRow({ ...(await factsOf(tx, ctx, written)), version: seen + 1 })
		const known = before?.version ?? 0
		const chosen = await chosenFiles(tx, ctx, envelope)
		if (before && known === seen + 1 && saysTheSame(before.said, row.said)) {
			const isSame = await hasTheSameFiles(tx, { recordId, version: known }, chosen)
			if (isSame) return { recordId, version: known }
		}
		if (known !== seen) throw new Refusal('changed_meanwhile')
		const held = await holdFiles(tx, ctx, chosen)
		const { evidence } = evidenceRowsFrom(row, held.pieces, {
			files: held.columns,
			personId: ctx.actor.personId ?? '',
			at: ctx.now,
		})
		const { said, ...columns } = row
		await tx.memberAct.create({ data: { ...columns, said: said ?? {} } })
		await tx.evidence.createMany({ data: evidence })
		await tx.upload.deleteMany({ where: { id: { in: chosen.files.map(({ upload }) => upload) } } })
		await appendAct(tx, actFrom({ kind, row, evidence }))
		return { recordId, version: row.version }
	})
}

type Seen = { readonly recordId: string; readonly seen: number } & Partial<
	Pick<DeskEnvelope, 'files' | 'keeps'>
>

/** The files that a form names, beside those of the version that it corrects. */
async function chosenFiles(
	tx: Transaction,
	ctx: Context,
	{ recordId, seen, files = [], keeps = {} }: Seen,
): Promise<ChosenFiles> {
	const before = seen === 0 ? [] : await findPieces(tx, { recordId, version: seen }, utcDay(ctx.now))
	return { before, keeps, files }
}

/** Whether a published version has just these files, by what is said of them: their uploads are gone by then. */
async function hasTheSameFiles(
	tx: Transaction,
	key: { readonly recordId: string; readonly version: number },
	chosen: ChosenFiles,
): Promise<boolean> {
	const rows = await tx.evidence.findMany({
		where: { recordId: key.recordId, recordVersion: key.version },
		orderBy: { position: 'asc' },
	})
	const asSaid = (one: { kind: string; title: string | null; altText?: string | null | undefined }) => [
		one.kind,
		one.title,
		one.altText ?? null,
	]
	return canonicalJson(rows.map(asSaid)) === canonicalJson([...keptOf(chosen), ...chosen.files].map(asSaid))
}

async function factsOf(tx: Transaction, ctx: Context, { kind, memberId, said, envelope }: Written) {
	const publishedOn = utcDay(ctx.now)
	const place = placeOf(said, publishedOn)
	await refuseForeign(tx, memberId, said)
	const { reason, recordId, seen, isRetracted } = envelope
	if (seen > 0 && !reason) throw new Refusal('draft_incomplete')
	return {
		...place,
		recordId,
		kind,
		memberId,
		said,
		reason: seen > 0 ? (reason ?? null) : null,
		isRetracted: seen > 0 && isRetracted === 'on',
		organizationId: organizationOf(ctx, memberId),
		submittedById: ctx.actor.personId,
		at: ctx.now,
		publishedOn,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	}
}

/** Plans and commitments that an act names are the member's own. */
async function refuseForeign(
	tx: Transaction,
	memberId: string,
	said: Readonly<Record<string, unknown>>,
): Promise<void> {
	const { planId, commitmentId } = said
	if (typeof planId === 'string' && planId !== '') {
		const plans = await tx.actionPlan.count({ where: { id: planId, memberId } })
		const drafts = await tx.planDraft.count({ where: { id: planId, memberId } })
		if (plans + drafts === 0) throw new Refusal('not_found')
	}
	if (typeof commitmentId === 'string' && commitmentId !== '') {
		const count = await tx.commitment.count({ where: { id: commitmentId, actionPlan: { memberId } } })
		if (count === 0) throw new Refusal('not_found')
	}
}

/** The organization for which the actor runs the member's plans. */
function organizationOf({ actor }: Context, memberId: string): string {
	const held = actor.appointments.find(
		(one) => PLAN_ROLES.includes(one.role) && (one.memberId === memberId || one.memberId === null),
	)
	if (!held) throw new Refusal('not_allowed')
	return held.organizationId
}

/** The database keeps the members of an object in an order of its own. */
function saysTheSame(before: unknown, now: unknown): boolean {
	return canonicalJson(Said.parse(before)) === canonicalJson(Said.parse(now))
}
