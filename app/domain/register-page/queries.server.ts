import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { evidenceViews } from '#app/domain/evidence/view.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { FilesOf } from './view.ts'

/** A member with its registers, and how many acts the log holds. */
export type RegisteredMember = {
	readonly member: MemberView
	readonly registers: MemberRegisters
	readonly ledgerSize: number
}

/** A member and all that it says of itself beyond its plans. Refuses with `not_found`. */
export async function findRegisteredMember(ctx: Context, memberId: string): Promise<RegisteredMember> {
	const member = await findMember(ctx, memberId)
	const [registers, head] = await Promise.all([
		findRegisters(ctx, member.id),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	return { member, registers, ledgerSize: head.size }
}

/** The files that were put forward with some acts, in the versions that are shown. */
export async function listFilesOf(
	ctx: Context,
	acts: readonly { readonly recordId: string; readonly version: number }[],
): Promise<FilesOf> {
	const ids = acts.map(({ recordId }) => recordId)
	const rows = await ctx.db.evidence.findMany({ where: { recordId: { in: ids } } })
	const today = utcDay(ctx.now)
	return Object.fromEntries(
		acts
			.map((act) => [act.recordId, evidenceViews(act, rows, today)] as const)
			.filter(([, files]) => files.length > 0),
	)
}
