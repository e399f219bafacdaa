import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { KEY_ALGORITHMS, keySiteOf } from '#app/domain/passkey/rules.ts'
import type { SigningView } from '#app/domain/signature/rules.ts'
import { signingChallenge } from '#app/ledger/signing-challenge.ts'
import type { Visit } from './guard.server.ts'

const MINUTE_MS = 60_000

/** What the browser is asked to make a key from. */
export async function newKeyOptions(visit: Visit, challenge: string) {
	const { ctx, load, person } = visit
	const keys = await ctx.db.passkey.findMany({ where: { personId: person?.id ?? '', endedAt: null } })
	return generateRegistrationOptions({
		rpName: 'Renaksi',
		rpID: keySiteOf(load.config.baseUrl).rpId,
		userName: person?.displayName ?? '',
		challenge: bytesOf(challenge),
		timeout: load.config.keyChallengeMinutes * MINUTE_MS,
		attestationType: 'none',
		excludeCredentials: keys.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
		supportedAlgorithmIDs: [...KEY_ALGORITHMS],
	})
}

/** What the browser is asked to sign, with one of the keys that may. */
export async function signingOptions({ load }: Visit, { entry, freeKeys }: SigningView) {
	return generateAuthenticationOptions({
		rpID: keySiteOf(load.config.baseUrl).rpId,
		challenge: new Uint8Array(signingChallenge(Buffer.from(entry, 'utf8'))),
		timeout: load.config.keyChallengeMinutes * MINUTE_MS,
		allowCredentials: freeKeys.map(({ id }) => ({ id })),
		userVerification: 'required',
	})
}

function bytesOf(challenge: string) {
	return new Uint8Array(Buffer.from(challenge, 'base64url'))
}
