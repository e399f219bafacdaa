import type { IncomingMessage } from 'node:http'
import { EVIDENCE_ROLES, PLAN_ROLES, holdsAny } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import type { LoadContext } from './load-context.ts'

/** What the doors for files need to know who sends one. */
export type SenderWorld = Pick<LoadContext, 'accounts' | 'database' | 'withdrawals' | 'config'> & {
	readonly clock: () => Date
}

export type FileSender = {
	readonly ctx: Context
	readonly mayUpload: boolean
	/** Whether a table from them is read at all; its own page asks whose table it is. */
	readonly maySendTable: boolean
}

/** Who sends this request, asked before a byte of its body is read; null where nobody is signed in. */
export async function senderOf(
	{ accounts, database, withdrawals, config, clock }: SenderWorld,
	req: IncomingMessage,
	requestId: string,
): Promise<FileSender | null> {
	const now = clock()
	const headers = new Headers({ cookie: req.headers.cookie ?? '' })
	const { person, actor } = await accounts.sessionOf(new Request(config.baseUrl, { headers }), now)
	if (!person) return null
	const ctx = { db: database.db, actor, now, requestId, withdrawals }
	return {
		ctx,
		mayUpload: holdsAny(actor, EVIDENCE_ROLES),
		maySendTable: holdsAny(actor, [...PLAN_ROLES, 'IMPLEMENTER']),
	}
}
