import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { deskOrganization, placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { Said } from '#app/domain/member-act/schema.ts'
import { listNewestAnswers } from '#app/domain/public-contribution/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import { insertRows } from '#app/ledger/insert.server.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { findGiven } from './queries.server.ts'
import type { AnswerForm } from './schema.ts'

const KIND = 'reasoned-answer.published'

type Place = { readonly memberId: string; readonly consultationId: string }
export type PublishedAnswer = { readonly recordId: string; readonly version: number }

/**
 * Publishes the same answer to one contribution or several, each as an act of its own, all of them or none; or corrects
 * one, with the reason. A form that is sent again gives the answers that it gave.
 *
 * Refuses  with `not_allowed`; with `not_found` for a contribution to another consultation, or a commitment of another
 *          member; with `changed_meanwhile` where somebody answered one of them meanwhile.
 */
export async function publishAnswers(
	ctx: Context,
	place: Place,
	answer: AnswerForm,
): Promise<readonly PublishedAnswer[]> {
	const { memberId } = place
	if (!may(ctx.actor, 'member-act.publish', { memberId })) throw new Refusal('not_allowed')
	if (answer.seen > 0 && !answer.correction) throw new Refusal('draft_incomplete')
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
		const given = await findGiven(tx, place, answer.contributionIds)
		await refuseForeign(tx, memberId, answer.commitmentId)
		const known = await listNewestAnswers(
			tx,
			given.map(({ recordId }) => recordId),
		)
		const judged = given.map((contribution) => {
			const newest = known.find(({ subjectId }) => subjectId === contribution.recordId) ?? null
			// After an answer that was published in error comes another one, with a number of its own.
			const before = newest?.isRetracted && answer.seen === 0 ? null : newest
			return judge(rowOf(ctx, { contribution, before, answer }), before, answer.seen)
		})
		const rows = judged.flatMap(({ row, isKnown }) => (isKnown ? [] : [row]))
		await insertRows(tx, 'MemberAct', rows)
		if (rows.length > 0)
			await appendActs(
				tx,
				rows.map((row) => actFrom({ kind: KIND, row, evidence: [] })),
			)
		return judged.map(({ row: { recordId, version } }) => ({ recordId, version }))
	})
}

/** Whether an answer is published already, just as it is. Refuses with `changed_meanwhile` where another one is. */
function judge(row: MemberAct, before: MemberAct | null, seen: number) {
	const version = before?.version ?? 0
	const isSame = before !== null && textOf(before) === textOf(row)
	if (before && version === seen + 1 && isSame) return { row: before, isKnown: true }
	if (version !== seen) throw new Refusal('changed_meanwhile')
	return { row, isKnown: false }
}

/** The database keeps the members of what was said in an order of its own. */
function textOf({ said, reason, isRetracted }: MemberAct): string {
	return canonicalJson([Said.parse(said), reason, isRetracted])
}

async function refuseForeign(tx: Transaction, memberId: string, commitmentId?: string): Promise<void> {
	if (!commitmentId) return
	const count = await tx.commitment.count({ where: { id: commitmentId, actionPlan: { memberId } } })
	if (count === 0) throw new Refusal('not_found')
}

type Answered = {
	readonly contribution: MemberAct
	readonly before: MemberAct | null
	readonly answer: AnswerForm
}

function rowOf(ctx: Context, { contribution, before, answer }: Answered): MemberAct {
	const { outcome, reasonId, reasonEn, commitmentId, correction, seen } = answer
	const said = { contributionId: contribution.recordId, outcome, reasonId, reasonEn, commitmentId }
	const publishedOn = utcDay(ctx.now)
	return memberActRow({
		...placeOf(said, publishedOn),
		planId: contribution.actionPlanId,
		recordId: before?.recordId ?? randomUUID(),
		version: seen + 1,
		kind: KIND,
		memberId: contribution.memberId,
		reason: seen > 0 ? (correction ?? null) : null,
		isRetracted: seen > 0 && answer.isRetracted === 'on',
		said,
		organizationId: deskOrganization(ctx.actor, contribution.memberId) ?? '',
		submittedById: ctx.actor.personId,
		at: ctx.now,
		publishedOn,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	})
}
