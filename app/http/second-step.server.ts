import { Refusal } from '#app/domain/refusal.ts'
import type { TypedCode } from '#app/domain/second-step/commands.server.ts'
import type { Visit } from './guard.server.ts'

/** Tries a code for whoever visits. So many wrong ones, and nobody tries another for a while: `too_many_codes`. */
export async function tryCode<Taken>(
	{ person, sessionId, load: { accounts } }: Visit,
	attempt: (typed: TypedCode) => Promise<Taken>,
	code: string,
): Promise<Taken> {
	if (!person || sessionId === null) throw new Refusal('not_found')
	if (!(await accounts.mayTryCode(person.id))) throw new Refusal('too_many_codes')
	const taken = await attempt({ code, sessionId })
	await accounts.codeWasTrue(person.id)
	return taken
}
