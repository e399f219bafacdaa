import type { Context, Transaction } from '#app/domain/context.ts'
import { isOwnLink, linkIdOf } from '#app/domain/update-link/rules.ts'

/**
 * Who sent a report: a person, or the officer to whom a link was given. The actor counts as the sender also of what came
 * through a link that they gave, or that was sent to their own address.
 */
export async function senderOf(
	{ db, actor }: { readonly db: Transaction; readonly actor: Context['actor'] },
	submittedById: string,
): Promise<{ readonly name: string; readonly isActor: boolean }> {
	const person = (id: string) => db.person.findUnique({ where: { id } })
	const linkId = linkIdOf(submittedById)
	if (linkId === null) {
		const name = (await person(submittedById))?.displayName ?? ''
		return { name, isActor: submittedById === actor.personId }
	}
	const link = await db.updateLink.findUnique({ where: { id: linkId } })
	const reader = await person(actor.personId ?? '')
	const isActor = link !== null && reader !== null && isOwnLink(link, reader)
	return { name: link?.officerName ?? '', isActor }
}
