import { randomBytes, randomUUID } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { lockOrganization, personNumberIn } from '#app/domain/cso-account/queries.server.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { findOpenChange, findSealedPerson } from './queries.server.ts'
import { addressLinkEnd } from './rules.ts'
import type { AddressLink, NewAddress } from './schema.ts'
import type { AskedAddress, ChangedAddress } from './view.ts'

/**
 * Prepares the change of the actor's own address: nothing changes before they follow the link that goes to the new one.
 * Whether somebody else has that address is told to nobody but who reads its letters.
 *
 * Refuses  with `not_found`.
 */
export async function askForAddress(ctx: Context, { email }: NewAddress): Promise<AskedAddress> {
	const { person, after } = await findSealedPerson(ctx.db, ctx.actor.personId)
	const endsAt = addressLinkEnd(ctx.now).toISOString()
	return { link: { personId: person.id, email, after, endsAt }, locale: person.locale }
}

/**
 * Changes the address that the actor's letters and sign-in links go to. Each organization that they act or acted for
 * gets an act that seals the new one: without it the appointment would give no rights any more. Done twice at once, it
 * is done once.
 *
 * Refuses  with `not_found` for everybody but who asked, `link_expired`, `link_used`, `address_known`.
 */
export async function changeAddress(ctx: Context, link: AddressLink): Promise<ChangedAddress> {
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Person" WHERE "id" = $1 FOR UPDATE', link.personId)
		const { person, appointments } = await findOpenChange(tx, ctx, link)
		const { email } = link
		const taken = await tx.person.count({ where: { email: { equals: email, mode: 'insensitive' } } })
		if (taken > 0) throw new Refusal('address_known')
		for (const id of new Set(appointments.map(({ organizationId }) => organizationId).sort()))
			await lockOrganization(tx, id)
		await tx.person.update({ where: { id: person.id }, data: { email } })
		const recordIds: string[] = []
		for (const appointment of appointments) recordIds.push(await seal(tx, ctx, { appointment, email }))
		return { recordId: recordIds[0] ?? '', from: person.email, to: email, locale: person.locale }
	})
}

type Sealing = {
	readonly email: string
	readonly appointment: {
		readonly id: string
		readonly personId: string
		readonly organizationId: string
		readonly memberId: string | null
		readonly role: string
	}
}

/** Writes the act that seals an address for one appointment. */
async function seal(tx: Transaction, ctx: Context, { appointment, email }: Sealing): Promise<string> {
	const { id: appointmentId, personId, organizationId, memberId, role } = appointment
	const personNumber = await personNumberIn(tx, { organizationId, personId })
	const row = accountChangeRow(
		{
			...{ recordId: randomUUID(), event: 'ADDRESS_CHANGED', email },
			...{ organizationId, role, memberId, appointmentId, personId, personNumber },
			...{ actorOrganizationId: organizationId, submittedById: personId },
		},
		{
			...{ publishedOn: utcDay(ctx.now), publishedAt: ctx.now },
			salt: new Uint8Array(randomBytes(32)),
			privateSalt: new Uint8Array(randomBytes(32)),
		},
	)
	await tx.csoAccountChange.create({ data: row })
	await appendAct(tx, actFrom({ kind: 'cso-account.changed', row }))
	return row.recordId
}
