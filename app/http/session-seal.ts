import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Binds a token to whoever it was made for, with a key that is not in the database: whoever writes another person into
 * a row of a session or of a sign-in link has made it worthless.
 */
export function sessionSeal(
	secret: string,
	{ token, personId }: { token: string; personId: string },
): string {
	return createHmac('sha256', secret)
		.update(JSON.stringify([token, personId]))
		.digest('base64url')
}

/** Whether a seal is the one for this token and person. */
export function isSealedFor(
	secret: string,
	{ seal, ...bound }: { seal: string; token: string; personId: string },
): boolean {
	const [given, right] = [Buffer.from(seal), Buffer.from(sessionSeal(secret, bound))]
	return given.length === right.length && timingSafeEqual(given, right)
}

/** A sign-in link's token with its seal, as one word. */
export function sealedToken(secret: string, bound: { token: string; personId: string }): string {
	return `${bound.token}.${sessionSeal(secret, bound)}`
}

/** The two parts of such a word; an empty seal where there is none. */
export function partsOf(word: string): { readonly token: string; readonly seal: string } {
	const [token = '', seal = ''] = word.split('.')
	return { token, seal }
}

/** Links that carry what they say themselves, each for one person. No token of a session or of signing in is one. */
export function sealedLinks(secret: string) {
	const bound = (token: string, personId: string) => ({ token, personId: `link of ${personId}` })
	return {
		sealLink: (text: string, personId: string) =>
			sealedToken(secret, bound(Buffer.from(text).toString('base64url'), personId)),
		openLink: (word: string, personId: string) => {
			const { token, seal } = partsOf(word)
			if (!isSealedFor(secret, { seal, ...bound(token, personId) })) return null
			return Buffer.from(token, 'base64url').toString()
		},
	}
}
