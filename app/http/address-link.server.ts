import { z } from 'zod'
import { AddressLink } from '#app/domain/address-change/schema.ts'
import type { AskedAddress, ChangedAddress } from '#app/domain/address-change/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { newAddressLetter, oldAddressLetter } from './address-letters.server.ts'
import type { Visit } from './guard.server.ts'

/** Longest token of a link. Unit: characters. */
const LONGEST_TOKEN = 2_000
const Sealed = z.string().transform((text, at) => {
	try {
		return AddressLink.parse(JSON.parse(text))
	} catch {
		at.addIssue('form.invalid')
		return z.NEVER
	}
})

/**
 * Mails the link that confirms a new address, after the answer.
 *
 * Refuses  with `too_many_letters` where this address, or somebody from where the request comes, had many already.
 */
export async function mailNewAddress(visit: Visit, { link, locale }: AskedAddress): Promise<void> {
	const { accounts, config } = visit.load
	if (!(await accounts.mayWriteTo(link.email, visit.request))) throw new Refusal('too_many_letters')
	const token = accounts.sealLink(JSON.stringify(link), link.personId)
	accounts.mailLater(newAddressLetter({ email: link.email, locale, token, baseUrl: config.baseUrl }))
}

/** Tells the old address that it was changed, after the answer. */
export function mailOldAddress({ load }: Visit, changed: ChangedAddress): void {
	load.accounts.mailLater(oldAddressLetter(changed, load.config.baseUrl))
}

/** What the link of this request says. Refuses with `not_found` what was not sealed for whoever is signed in. */
export function addressLinkOf({ url, ctx, load }: Visit): { link: AddressLink; token: string } {
	const token = (url.searchParams.get('token') ?? '').slice(0, LONGEST_TOKEN)
	const opened = load.accounts.openLink(token, ctx.actor.personId ?? '')
	const read = Sealed.safeParse(opened)
	if (!read.success) throw new Refusal('not_found')
	return { link: read.data, token }
}
