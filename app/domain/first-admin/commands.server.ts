import { randomUUID } from 'node:crypto'
import { organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { FirstAdmin } from './schema.ts'

/**
 * Appoints the first person who runs the site. Only whoever runs its machine can ask, and only while nobody runs the
 * site: from then on there is somebody to ask.
 *
 * Refuses  with `not_allowed` for everybody with an account, `admin_known`, `address_known` where somebody of another
 *          organization has the address: whoever judges or is judged does not run the site by the way.
 * Returns  the address that a link to sign in may be made for.
 */
export async function appointFirstAdmin(
	ctx: Context,
	{ email, locale, displayName }: FirstAdmin,
): Promise<{ readonly email: string; readonly locale: 'en' | 'id' }> {
	const [hostId] = organizationsOf(ctx.actor, ['INSTANCE_ADMIN'])
	if (ctx.actor.personId !== null || hostId === undefined) throw new Refusal('not_allowed')
	const today = utcDay(ctx.now)
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Organization" WHERE "id" = $1 FOR UPDATE', hostId)
		const held = await tx.appointment.count({
			where: {
				...{ organizationId: hostId, role: 'INSTANCE_ADMIN' },
				OR: [{ untilOn: null }, { untilOn: { gte: today } }],
			},
		})
		if (held > 0) throw new Refusal('admin_known')
		const known = await tx.person.findFirst({ where: { email: { equals: email, mode: 'insensitive' } } })
		if (known && known.organizationId !== hostId) throw new Refusal('address_known')
		const person =
			known ??
			(await tx.person.create({
				data: {
					...{ id: randomUUID(), organizationId: hostId, email, locale },
					...{ displayName: displayName || email, createdAt: ctx.now },
				},
			}))
		await tx.appointment.create({
			data: {
				...{ id: randomUUID(), personId: person.id, organizationId: hostId, memberId: null },
				...{ role: 'INSTANCE_ADMIN', fromOn: today, untilOn: null },
			},
		})
		return { email: person.email, locale }
	})
}
