import { utcDay } from '#app/domain/calendar.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { findInterestsInMember } from '#app/domain/conflict/queries.server.ts'
import type { NamedInterest } from '#app/domain/conflict/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findStanding } from '#app/domain/member-expectation/queries.server.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { isRemarkKind, mayCorrect, remarkingOrganization } from './rules.ts'
import type { RemarkKind } from './rules.ts'
import { RemarkSaid } from './schema.ts'
import type { CorrectedRemark, RemarkDesk } from './view.ts'

/** What is seen before a remark is made. Refuses with `not_found`, and with `not_allowed` whoever may not make it. */
export async function findRemarkDesk(ctx: Context, kind: RemarkKind, memberId: string): Promise<RemarkDesk> {
	const member = await findMember(ctx, memberId)
	const organizationId = remarkingOrganization(ctx.actor, kind, memberId)
	if (organizationId === null) throw new Refusal('not_allowed')
	const [organizationName, standing, interests] = await Promise.all([
		nameOf(ctx, organizationId),
		findStanding(ctx, memberId, utcDay(ctx.now)),
		findInterestsBehind(ctx, { kind, memberId, organizationId }),
	])
	return {
		kind,
		member,
		standing,
		organizationName,
		interests,
	}
}

async function nameOf({ db }: Context, organizationId: string): Promise<Bilingual> {
	const organization = await db.organization.findUnique({ where: { id: organizationId } })
	return { en: organization?.nameEn ?? null, id: organization?.nameId ?? null }
}

/** What ties whoever dissents to what is judged; a government's comment on its own levels needs no such word. */
export async function findInterestsBehind(
	ctx: Context,
	remark: { readonly kind: RemarkKind; readonly memberId: string; readonly organizationId: string },
): Promise<readonly NamedInterest[]> {
	const { kind, memberId, organizationId } = remark
	if (kind === 'expectation-comment.published') return []
	return findInterestsInMember(ctx, { organizationId, memberId, today: utcDay(ctx.now) })
}

/**
 * A remark in its newest version, before its author corrects it. Refuses with `not_found` where the member has none of
 * that number, and with `not_allowed` whoever is not of the organization that made it.
 */
export async function findCorrectedRemark(
	ctx: Context,
	{ memberId, recordId }: { readonly memberId: string; readonly recordId: string },
): Promise<CorrectedRemark> {
	const row = await findOwnRemark(ctx.db, ctx, { memberId, recordId })
	const { kind, version, isRetracted, actorOrganizationId } = row
	return {
		kind,
		member: await findMember(ctx, memberId),
		recordId,
		version,
		said: RemarkSaid.parse(row.said),
		isRetracted,
		organizationName: await nameOf(ctx, actorOrganizationId),
	}
}

/** The newest row of a remark that the actor may correct. */
export async function findOwnRemark(
	db: Pick<Transaction, 'memberAct'>,
	{ actor }: Pick<Context, 'actor'>,
	{ memberId, recordId }: { readonly memberId: string; readonly recordId: string },
): Promise<MemberAct & { readonly kind: RemarkKind }> {
	const row = await db.memberAct.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
	if (!row || row.memberId !== memberId || !isRemarkKind(row.kind)) throw new Refusal('not_found')
	const { kind, actorOrganizationId: organizationId } = row
	if (!mayCorrect(actor, { kind, memberId, organizationId })) throw new Refusal('not_allowed')
	return { ...row, kind }
}
