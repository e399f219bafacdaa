import { may, membersOf } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { memberView } from './view.ts'
import type { MemberView } from './view.ts'

/** All members: national ones first, then by name. */
export async function listMembers(ctx: Context): Promise<readonly MemberView[]> {
	const rows = await ctx.db.member.findMany({ orderBy: [{ level: 'desc' }, { nameEn: 'asc' }] })
	return rows.map(memberView)
}

/** One member. Refuses with `not_found`. */
export async function findMember(ctx: Context, memberId: string): Promise<MemberView> {
	const row = await ctx.db.member.findUnique({ where: { id: memberId } })
	if (!row) throw new Refusal('not_found')
	return memberView(row)
}

/** Refuses with `not_allowed` whoever does not run the whole site: the host of one member adds no other. */
export function refuseToAddMember({ actor }: Pick<Context, 'actor'>): void {
	const hostId = actor.appointments.find(({ role }) => role === 'INSTANCE_ADMIN')?.organizationId ?? ''
	const isWhole = membersOf(actor, ['INSTANCE_ADMIN']).includes(null)
	if (!isWhole || !may(actor, 'member.add', { hostId })) throw new Refusal('not_allowed')
}
