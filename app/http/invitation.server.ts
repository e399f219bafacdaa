import { findInvitation } from '#app/domain/invitation/queries.server.ts'
import { InvitationToken } from '#app/domain/invitation/schema.ts'
import type { GivenInvitation, OpenInvitation } from '#app/domain/invitation/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { STATUS_OF } from './guard.server.ts'
import type { Visit } from './guard.server.ts'
import { invitationLetter } from './invitation-letter.server.ts'

/** The token in an invitation's address; an empty text where there is none that could be one. */
export function invitationTokenIn(url: URL): string {
	return InvitationToken.safeParse(url.searchParams.get('token')).data ?? ''
}

/** What a token invites to, or why it does not, with the status that says so. */
export type FoundInvitation =
	| { readonly invitation: OpenInvitation; readonly reason: null; readonly status: 200 }
	| { readonly invitation: null; readonly reason: RefusalReason; readonly status: number }

/** Looks an invitation up. Guessing is limited as it is for sign-in links; a true token that ended says why. */
export async function invitationOf({ ctx, load, request }: Visit, token: string): Promise<FoundInvitation> {
	if (token === '' || !(await load.accounts.mayTryToken(request))) return refused('not_found')
	try {
		const invitation = await findInvitation(ctx, token)
		await load.accounts.tokenWasTrue(request)
		return { invitation, reason: null, status: 200 }
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown
		if (thrown.reason !== 'not_found') await load.accounts.tokenWasTrue(request)
		return refused(thrown.reason)
	}
}

function refused(reason: RefusalReason): FoundInvitation {
	return { invitation: null, reason, status: STATUS_OF[reason] }
}

/** Mails an invitation after the answer. Its link is told to nobody else, and not to who invites. */
export function mailInvitation({ load }: Visit, given: Pick<GivenInvitation, 'token' | 'letter'>): void {
	load.accounts.mailLater(invitationLetter(given, load.config.baseUrl))
}
