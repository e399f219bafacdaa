import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { declarationValidUntil } from '#app/domain/conflict/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findOwnCommitment, hasStoodBack } from '#app/domain/finding-ground/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Recusal } from '#prisma/generated/client.ts'
import { findStandIns } from './queries.server.ts'
import type { RecusalAnswer } from './schema.ts'
import { recusalRow } from './view.ts'

/**
 * Stands back from a commitment, alone or as the organization, until declarations made today would end. A colleague who
 * takes the place is asked to look at the commitment.
 *
 * Refuses  with `not_found`, `not_allowed`, `recused`, and with `changed_meanwhile` where who was named may not verify.
 */
export async function publishRecusal(
	ctx: Context,
	commitmentId: string,
	answer: RecusalAnswer,
): Promise<{ readonly recordId: string }> {
	const recordId = randomUUID()
	const assignmentId = randomUUID()
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const own = await findOwnCommitment(tx, ctx, commitmentId)
		if (!may(ctx.actor, 'recusal.publish', own)) throw new Refusal('not_allowed')
		await tx.$queryRawUnsafe('SELECT "id" FROM "Commitment" WHERE "id" = $1 FOR UPDATE', commitmentId)
		if (await hasStoodBack(tx, ctx, own)) throw new Refusal('recused')
		const standIns = await findStandIns(tx, ctx, own)
		const { organizationId, today, rules } = own
		const untilOn = declarationValidUntil(today, rules.declarationMonths.value)
		const personId = ctx.actor.personId ?? ''
		const known = { recordId, organizationId, commitmentId, personId, untilOn, at: ctx.now, ...salts }
		const row = recusalRow(answer, known)
		if (!isAmong(row.replacementPersonId, standIns.colleagues)) throw new Refusal('changed_meanwhile')
		if (!isAmong(row.replacementOrganizationId, standIns.otherOrganizations))
			throw new Refusal('changed_meanwhile')
		await tx.recusal.create({ data: row })
		await passOn(tx, ctx, { row, assignmentId })
		await appendAct(tx, actFrom({ kind: 'recusal.published', row }))
		return { recordId }
	})
}

function isAmong(id: string | null, choices: readonly { readonly id: string }[]): boolean {
	return id === null || choices.some((choice) => choice.id === id)
}

/** What was assigned to who stands back ends, and the colleague who takes the place is asked. */
async function passOn(
	tx: Transaction,
	ctx: Context,
	{ row, assignmentId }: { row: Recusal; assignmentId: string },
): Promise<void> {
	const { organizationId, commitmentId, personId, replacementPersonId } = row
	await tx.verificationAssignment.updateMany({
		where: { organizationId, commitmentId, endedAt: null, ...(personId === null ? {} : { personId }) },
		data: { endedAt: ctx.now },
	})
	if (replacementPersonId === null) return
	await tx.verificationAssignment.create({
		data: {
			id: assignmentId,
			organizationId,
			commitmentId,
			personId: replacementPersonId,
			assignedById: row.submittedById,
			createdAt: ctx.now,
		},
	})
}
