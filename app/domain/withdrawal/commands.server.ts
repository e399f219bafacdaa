import { randomBytes } from 'node:crypto'
import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdMilestone } from '#app/domain/progress-update/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Removal, Verification, Withdrawal } from '#prisma/generated/client.ts'
import { isWithdrawn } from './queries.server.ts'
import { withdrawalRowsFrom } from './view.ts'

/**
 * Withdraws a finding of the actor's own organization: at once, with all its versions and the drafts that would have
 * followed it. Whatever becomes of the database, the list outside it hides the finding from then on.
 *
 * Refuses  with `not_found`, `not_allowed`, `withdrawn` (it is already).
 */
export async function withdrawFinding(
	ctx: Context,
	recordId: string,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const hide = (version: number) =>
		ctx.withdrawals.add({ kind: 'withdrawn', recordId, version, day: utcDay(ctx.now) })
	// The list comes first: what the database then fails to take is hidden, and can be withdrawn again.
	hide((await findToWithdraw(ctx.db, ctx, recordId)).version + 1)
	const act = await ctx.db.$transaction(async (tx) => {
		const { milestoneId } = await findToWithdraw(tx, ctx, recordId)
		if (milestoneId !== null) await holdMilestone(tx, milestoneId)
		const finding = await findToWithdraw(tx, ctx, recordId)

		const withdrawal = withdrawalRowsFrom({
			finding,
			requestedById: ctx.actor.personId ?? '',
			at: ctx.now,
			...salts,
		})
		await tx.withdrawal.create({ data: withdrawal.row })
		await tx.verificationDraft.deleteMany({ where: followersOf(finding) })
		await appendAct(tx, actFrom(withdrawal))
		return withdrawal.row
	})
	hide(act.version)
	return { recordId, version: act.version }
}

/**
 * Asks for the physical removal of a withdrawn finding; a second person of the organization confirms it. Asked for
 * once more, it stays as it was.
 *
 * Refuses  with `not_found`, `not_allowed`, `not_withdrawn`.
 */
export async function requestRemoval(ctx: Context, recordId: string): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		const { organizationId } = await findToRemove(tx, ctx, recordId)
		const requestedById = ctx.actor.personId ?? ''
		const data = { recordId, organizationId, requestedById, requestedAt: ctx.now }
		await tx.removal.createMany({ data, skipDuplicates: true })
	})
}

/**
 * Confirms the physical removal of a withdrawn finding: its versions with their salts, its evidence and its readers
 * are deleted. The leaves stay, so every proof stays valid. Confirmed once more, nothing is left to do.
 *
 * Refuses  with `not_found`, `not_allowed`, `not_withdrawn`, `removal_not_requested`, `same_person`.
 * Returns  the SHA-256 of stored files that nothing names any more: whoever calls removes them from the store.
 */
export async function confirmRemoval(
	ctx: Context,
	recordId: string,
): Promise<{ readonly files: readonly string[] }> {
	const { version } = await findToConfirm(ctx.db, ctx, recordId)
	// Both have said yes: should the database be restored to before it, it is removed again.
	ctx.withdrawals.add({ kind: 'removed', recordId, version, day: utcDay(ctx.now) })
	return ctx.db.$transaction(async (tx) => {
		await findToConfirm(tx, ctx, recordId)
		await tx.removal.updateMany({
			where: { recordId, confirmedById: null },
			data: { confirmedById: ctx.actor.personId, confirmedAt: ctx.now },
		})
		return { files: await deleteFinding(tx, recordId) }
	})
}

/**
 * Brings a database that was restored, and the list outside it, together at the start: the list learns what it does
 * not have, and what was physically removed is deleted again.
 *
 * Returns  how many findings only the list knows to be withdrawn, how many were deleted again, and the SHA-256 of
 *          stored files that nothing names any more.
 */
export async function reapplyWithdrawals(ctx: Pick<Context, 'db' | 'withdrawals'>): Promise<{
	readonly forgotten: number
	readonly removed: number
	readonly files: readonly string[]
}> {
	const [withdrawn, confirmed] = await Promise.all([
		ctx.db.withdrawal.findMany({ orderBy: { publishedAt: 'asc' } }),
		ctx.db.removal.findMany({ where: { confirmedById: { not: null } } }),
	])
	for (const { recordId, version, publishedOn: day } of withdrawn) {
		ctx.withdrawals.add({ kind: 'withdrawn', recordId, version, day })
		const removal = confirmed.find((row) => row.recordId === recordId)
		if (removal?.confirmedAt)
			ctx.withdrawals.add({ kind: 'removed', recordId, version, day: utcDay(removal.confirmedAt) })
	}
	const known = new Set(withdrawn.map((row) => row.recordId))
	const forgotten = [...ctx.withdrawals.withdrawn().keys()].filter((recordId) => !known.has(recordId)).length
	const back = await ctx.db.verification.findMany({
		where: { recordId: { in: [...ctx.withdrawals.removed()] } },
		distinct: ['recordId'],
	})
	const files: string[] = []
	for (const { recordId } of back)
		files.push(...(await ctx.db.$transaction((tx) => deleteFindingAgain(tx, recordId))))
	return { forgotten, removed: back.length, files }
}

/** The newest version of a finding that the actor may withdraw. Of a withdrawn one, others learn nothing. */
async function findToWithdraw(tx: Transaction, ctx: Context, recordId: string): Promise<Verification> {
	if (await findOwnWithdrawal(tx, ctx, recordId)) throw new Refusal('withdrawn')
	const finding = await tx.verification.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
	if (!finding) throw new Refusal('not_found')
	const memberId = await memberOf(tx, finding.commitmentId)
	if (may(ctx.actor, 'verification.withdraw', { organizationId: finding.organizationId, memberId }))
		return finding
	throw new Refusal((await isWithdrawn({ ...ctx, db: tx }, recordId)) ? 'not_found' : 'not_allowed')
}

/** A withdrawn finding of the actor's own organization. */
async function findToRemove(tx: Transaction, ctx: Context, recordId: string): Promise<Withdrawal> {
	const withdrawal = await findOwnWithdrawal(tx, ctx, recordId)
	if (!withdrawal) {
		await findToWithdraw(tx, ctx, recordId)
		throw new Refusal('not_withdrawn')
	}
	const memberId = await memberOf(tx, withdrawal.commitmentId)
	if (!may(ctx.actor, 'verification.remove', { ...withdrawal, memberId, requestedById: null }))
		throw new Refusal('not_allowed')
	return withdrawal
}

/** A withdrawn finding whose removal somebody else of the organization asked for. */
async function findToConfirm(tx: Transaction, ctx: Context, recordId: string): Promise<Withdrawal> {
	const withdrawal = await findToRemove(tx, ctx, recordId)
	const removal: Removal | null = await tx.removal.findUnique({ where: { recordId } })
	if (!removal) throw new Refusal('removal_not_requested')
	if (removal.requestedById === ctx.actor.personId) throw new Refusal('same_person')
	return withdrawal
}

async function findOwnWithdrawal(
	tx: Transaction,
	ctx: Context,
	recordId: string,
): Promise<Withdrawal | null> {
	const organizationId = { in: [...organizationsOf(ctx.actor, CSO_ROLES)] }
	return tx.withdrawal.findFirst({ where: { recordId, organizationId } })
}

async function memberOf(tx: Transaction, commitmentId: string): Promise<string> {
	const commitment = await tx.commitment.findUniqueOrThrow({
		where: { id: commitmentId },
		include: { actionPlan: true },
	})
	return commitment.actionPlan.memberId
}

/** Drafts of the organization that would become the finding's next version, whoever wrote them. */
function followersOf({ recordId, organizationId, commitmentId, milestoneId, checkpointId }: Verification) {
	const atSamePlace = { commitmentId, milestoneId, checkpointId }
	return { organizationId, OR: [{ id: recordId }, { supersedes: recordId }, atSamePlace] }
}

/** Deletes what the database still holds of a finding: the trigger on its tables sees that two people confirmed it. */
async function deleteFinding(tx: Transaction, recordId: string): Promise<readonly string[]> {
	const evidence = await tx.evidence.findMany({ where: { recordId } })
	await tx.evidenceReader.deleteMany({ where: { evidence: { recordId } } })
	await tx.evidence.deleteMany({ where: { recordId } })
	await tx.verification.deleteMany({ where: { recordId } })
	const files = [
		...new Set(evidence.flatMap((row) => [row.fileSha256 ?? [], row.previewSha256 ?? []].flat())),
	]
	const named = { OR: [{ fileSha256: { in: files } }, { previewSha256: { in: files } }] }
	const [others, uploads] = await Promise.all([
		tx.evidence.findMany({ where: named }),
		tx.upload.findMany({ where: named }),
	])
	const kept = new Set([...others, ...uploads].flatMap((row) => [row.fileSha256, row.previewSha256]))
	return files.filter((sha256) => !kept.has(sha256))
}

/** Deletes a finding that came back with a restored backup, in which nobody has confirmed its removal. */
async function deleteFindingAgain(tx: Transaction, recordId: string): Promise<readonly string[]> {
	await tx.$queryRawUnsafe(`SELECT set_config('renaksi.removed_again', $1, true)`, recordId)
	return deleteFinding(tx, recordId)
}
