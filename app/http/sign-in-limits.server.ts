import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressBlock } from './client-address.server.ts'

export type SignInLimits = {
	/** Whether one more link may be asked for; `account`: nothing is sent, `address`: the asker is told to wait. */
	readonly mayAskForLink: (email: string, address: string) => Promise<'yes' | 'account' | 'address'>
	/** Whether one more token may be tried from this address. */
	readonly mayTryToken: (address: string) => Promise<boolean>
	/** Takes back one try, because its token was a true one. */
	readonly tokenWasTrue: (address: string) => Promise<void>
	/** Whether one more code of a second step may be tried: only whoever has the person's letters tries any. */
	readonly mayTryCode: (personId: string) => Promise<boolean>
	/** Takes all tries back, because one was true. */
	readonly codeWasTrue: (personId: string) => Promise<void>
}

const QUARTER_HOUR_S = 15 * 60
const LINKS_PER_ACCOUNT = 5
const LINKS_PER_BLOCK = 20
const FALSE_TOKENS_PER_BLOCK = 10
const FALSE_CODES_PER_PERSON = 10

/**
 * Limits on guessing: by account and by block of addresses, each on its own, so that nobody is ever limited by what
 * somebody else does elsewhere. Kept in memory, and e-mail addresses only as hashes. A limited account still has the
 * links that were sent to it, so asking in another's name locks nobody out.
 */
export function openSignInLimits(): SignInLimits {
	const byAccount = limiter('account', LINKS_PER_ACCOUNT)
	const byBlock = limiter('block', LINKS_PER_BLOCK)
	const tokens = limiter('token', FALSE_TOKENS_PER_BLOCK)
	const codes = limiter('code', FALSE_CODES_PER_PERSON)
	return {
		mayAskForLink: async (email, address) => {
			if (!(await isGranted(byBlock, addressBlock(address)))) return 'address'
			return (await isGranted(byAccount, createHash('sha256').update(email).digest('hex')))
				? 'yes'
				: 'account'
		},
		mayTryToken: (address) => isGranted(tokens, addressBlock(address)),
		tokenWasTrue: async (address) => void (await tokens.reward(addressBlock(address), 1)),
		mayTryCode: (personId) => isGranted(codes, personId),
		codeWasTrue: async (personId) => void (await codes.delete(personId)),
	}
}

function limiter(keyPrefix: string, points: number): RateLimiterMemory {
	return new RateLimiterMemory({ keyPrefix, points, duration: QUARTER_HOUR_S })
}

async function isGranted(limits: RateLimiterMemory, key: string): Promise<boolean> {
	try {
		await limits.consume(key)
		return true
	} catch (refused) {
		if (refused instanceof Error) throw refused
		return false
	}
}
