import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findStanding } from '#app/domain/member-expectation/queries.server.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { remarkingOrganization } from './rules.ts'
import type { RemarkKind } from './rules.ts'
import type { RemarkDesk } from './view.ts'

/** What is seen before a remark is made. Refuses with `not_found`, and with `not_allowed` whoever may not make it. */
export async function findRemarkDesk(ctx: Context, kind: RemarkKind, memberId: string): Promise<RemarkDesk> {
	const member = await findMember(ctx, memberId)
	const organizationId = remarkingOrganization(ctx.actor, kind, memberId)
	if (organizationId === null) throw new Refusal('not_allowed')
	const [organization, standing] = await Promise.all([
		ctx.db.organization.findUnique({ where: { id: organizationId } }),
		findStanding(ctx, memberId, utcDay(ctx.now)),
	])
	return {
		kind,
		member,
		standing,
		organizationName: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
	}
}
