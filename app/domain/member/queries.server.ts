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
