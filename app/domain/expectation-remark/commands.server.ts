import { randomBytes } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { findStanding } from '#app/domain/member-expectation/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { remarkingOrganization } from './rules.ts'
import type { RemarkKind } from './rules.ts'
import { findInterestsBehind, findOwnRemark } from './queries.server.ts'
import { RemarkSaid, RemarkWords } from './schema.ts'
import type { RemarkAnswer, RemarkCorrection } from './schema.ts'

type Remark = { readonly kind: RemarkKind; readonly memberId: string; readonly answer: RemarkAnswer }

/**
 * Publishes a comment or a dissent beside a level. The level that it speaks of is computed here; it is never typed,
 * and never changed by what is said beside it. A form that is sent again is the act that it was.
 *
 * Refuses  with `not_allowed`, and with `changed_meanwhile` where the level is no longer the one that was seen.
 */
export async function publishRemark(
	ctx: Context,
	{ kind, memberId, answer }: Remark,
): Promise<{ readonly recordId: string }> {
	const organizationId = remarkingOrganization(ctx.actor, kind, memberId)
	if (organizationId === null) throw new Refusal('not_allowed')
	const { recordId, seenLevel, ...written } = answer
	const day = utcDay(ctx.now)
	const level = await levelNow(ctx, memberId, answer)
	const interests = await findInterestsBehind(ctx, { kind, memberId, organizationId })
	const tied = kind === 'expectation-dissent.published' ? { interests: [...interests] } : {}
	const row = rowOf(ctx, {
		kind,
		memberId,
		organizationId,
		recordId,
		version: 1,
		said: { ...written, asOfOn: day, level, ...tied },
	})
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
		const before = await tx.memberAct.findFirst({ where: { recordId } })
		if (before && !isSame(before, row)) throw new Refusal('not_found')
		if (before) return { recordId }
		if (seenLevel !== level) throw new Refusal('changed_meanwhile')
		const { said, ...columns } = row
		await tx.memberAct.create({ data: { ...columns, said: said ?? {} } })
		await appendAct(tx, actFrom({ kind, row, evidence: [] }))
		return { recordId }
	})
}

type Correction = {
	readonly memberId: string
	readonly recordId: string
	readonly answer: RemarkCorrection
}

/**
 * Publishes the next version of a remark by its author's organization, with its reason: other words, or that it was
 * published in error. The level that it speaks of stays. A form that is sent again is the version that it was.
 *
 * Refuses  with `not_found`, `not_allowed`, `changed_meanwhile`.
 */
export async function correctRemark(
	ctx: Context,
	{ memberId, recordId, answer }: Correction,
): Promise<{ readonly recordId: string }> {
	const { seen, reason, isRetracted, ...words } = answer
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
		const before = await findOwnRemark(tx, ctx, { memberId, recordId })
		const { textId: _id, textEn: _en, url: _url, ...kept } = RemarkSaid.parse(before.said)
		const row = rowOf(ctx, {
			kind: before.kind,
			memberId,
			organizationId: before.actorOrganizationId,
			recordId,
			version: seen + 1,
			said: { ...kept, ...words },
			reason,
			isRetracted: isRetracted === 'on',
		})
		if (before.version === seen + 1 && isSame(before, row) && before.reason === reason) return { recordId }
		if (before.version !== seen) throw new Refusal('changed_meanwhile')
		const { said, ...columns } = row
		await tx.memberAct.create({ data: { ...columns, said: said ?? {} } })
		await appendAct(tx, actFrom({ kind: before.kind, row, evidence: [] }))
		return { recordId }
	})
}

async function levelNow(ctx: Context, memberId: string, { expectation }: RemarkAnswer): Promise<string> {
	const { expectations } = await findStanding(ctx, memberId, utcDay(ctx.now))
	const found = expectations.find(({ code }) => code === expectation)
	if (!found) throw new Refusal('not_found')
	return found.level
}

type Facts = Pick<Remark, 'kind' | 'memberId'> & {
	readonly organizationId: string
	readonly recordId: string
	readonly version: number
	readonly said: RemarkSaid
	readonly reason?: string
	readonly isRetracted?: boolean
}

function rowOf(ctx: Context, { said, ...facts }: Facts): MemberAct {
	const publishedOn = utcDay(ctx.now)
	return memberActRow({
		...facts,
		...placeOf(said, publishedOn),
		said,
		submittedById: ctx.actor.personId,
		at: ctx.now,
		publishedOn,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	})
}

/** Whether the act that has this number already is the one that is sent: whatever the level has become since. */
function isSame(before: MemberAct, row: MemberAct): boolean {
	return (
		before.kind === row.kind &&
		before.memberId === row.memberId &&
		before.submittedById === row.submittedById &&
		before.subjectId === row.subjectId &&
		before.isRetracted === row.isRetracted &&
		writtenIn(before) === writtenIn(row)
	)
}

function writtenIn({ said }: MemberAct): string {
	const { textId, textEn, url } = RemarkWords.parse(said)
	return JSON.stringify([textId, textEn, url])
}
