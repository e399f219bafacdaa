import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'

/** The one member for which the actor was appointed; null for several, for the whole site, or for nobody. */
export async function findHomeMember(
	ctx: Context,
): Promise<{ readonly name: Bilingual; readonly isDemonstration: boolean } | null> {
	const [memberId, ...others] = new Set(ctx.actor.appointments.map((appointment) => appointment.memberId))
	if (memberId == null || others.length > 0) return null
	const member = await ctx.db.member.findUnique({ where: { id: memberId } })
	return member && { name: { en: member.nameEn, id: member.nameId }, isDemonstration: member.isDemonstration }
}
