import type { Context, Transaction } from '#app/domain/context.ts'
import { findBackingActs, withoutUnbacked } from '#app/domain/cso-account/queries.server.ts'
import { needsAct } from '#app/domain/cso-account/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { AddressLink } from './schema.ts'
import type { OpenAddress } from './view.ts'

/**
 * The actor as somebody whose address is sealed: their appointments that acts stand behind, also those that are over,
 * and the newest act that sealed an address.
 *
 * Refuses  with `not_found` where no act seals an address of theirs, as of everybody of government and of the host.
 */
export async function findSealedPerson(
	db: Pick<Transaction, 'person' | '$queryRawUnsafe'>,
	personId: string | null,
) {
	const person = await db.person.findUnique({
		where: { id: personId ?? '' },
		include: { appointments: { orderBy: { id: 'asc' } } },
	})
	if (!person) throw new Refusal('not_found')
	const held = person.appointments.filter(({ role }) => needsAct(role)).map((one) => ({ ...one, person }))
	const appointments = await withoutUnbacked(db, held)
	const acts = await findBackingActs(
		db,
		appointments.map(({ id }) => id),
	)
	const newest = acts.findLast(({ event }) => event === 'PERSON_JOINED' || event === 'ADDRESS_CHANGED')
	if (!newest) throw new Refusal('not_found')
	return { person, appointments, after: newest.recordId }
}

/** The address that the actor's letters go to. Refuses with `not_found` where no act seals one. */
export async function findOwnAddress(ctx: Context): Promise<string> {
	return (await findSealedPerson(ctx.db, ctx.actor.personId)).person.email
}

/**
 * What a link changes, where the actor can still confirm it. Asking changes nothing.
 *
 * Refuses  with `not_found` for everybody but who asked for it, `link_expired`, `link_used` once an address was sealed
 *          since.
 */
export async function findAddressChange(ctx: Context, link: AddressLink): Promise<OpenAddress> {
	const { person } = await findOpenChange(ctx.db, ctx, link)
	return { from: person.email, to: link.email }
}

/** The same with the person's appointments. Refuses like `findAddressChange`. */
export async function findOpenChange(
	db: Pick<Transaction, 'person' | '$queryRawUnsafe'>,
	{ actor, now }: Pick<Context, 'actor' | 'now'>,
	link: AddressLink,
) {
	if (actor.personId !== link.personId) throw new Refusal('not_found')
	const found = await findSealedPerson(db, link.personId)
	if (now.getTime() >= Date.parse(link.endsAt)) throw new Refusal('link_expired')
	if (found.after !== link.after) throw new Refusal('link_used')
	return found
}
