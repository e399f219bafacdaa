import { Refusal } from '#app/domain/refusal.ts'
import { findLinkTask } from '#app/domain/update-link/queries.server.ts'
import type { LinkTask } from '#app/domain/update-link/queries.server.ts'
import { LinkToken } from '#app/domain/update-link/schema.ts'
import type { Visit } from './guard.server.ts'

/** The token in a link's address; an empty text where there is none that could be one. */
export function tokenIn(url: URL): string {
	return LinkToken.safeParse(url.searchParams.get('token')).data ?? ''
}

/**
 * The report that a token opens; null for every token that opens none, and for whoever tried too many that did not.
 * Guessing is limited as it is for sign-in links.
 */
export async function linkTaskOf({ ctx, load, request }: Visit, token: string): Promise<LinkTask | null> {
	if (token === '' || !(await load.accounts.mayTryToken(request))) return null
	try {
		const task = await findLinkTask(ctx, token)
		await load.accounts.tokenWasTrue(request)
		return task
	} catch (thrown) {
		if (thrown instanceof Refusal) return null
		throw thrown
	}
}
