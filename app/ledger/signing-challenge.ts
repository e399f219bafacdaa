import { createHash } from 'node:crypto'

/** Stands before the entry, so that nothing else that a key is asked to sign can be taken for a signature under an act. */
export const SIGNING_DOMAIN = 'renaksi/act-signature/v1\n'

/** What a person's key signs for an act: SHA-256 of the domain and the exact bytes of the act's entry in the log. */
export function signingChallenge(entry: Uint8Array): Uint8Array {
	return createHash('sha256').update(SIGNING_DOMAIN, 'utf8').update(entry).digest()
}
