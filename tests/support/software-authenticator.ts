import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeySite } from '#app/domain/passkey/rules.ts'

/** What an authenticator says otherwise than a true one would. */
export type Said = {
	readonly origin?: string
	readonly rpId?: string
	readonly type?: string
	/** Flags: user present 1, user verified 4. */
	readonly flags?: number
	readonly counter?: number
}

/** A key in memory that answers as an authenticator behind a browser does: ES256, no attestation. */
export function softwareAuthenticator(site: KeySite, { counts = true }: { counts?: boolean } = {}) {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
	const credentialId = randomBytes(32)
	const id = credentialId.toString('base64url')
	let counter = 0
	const next = () => (counts ? (counter += 1) : 0)
	const coseKey = map([
		[int(1), int(2)],
		[int(3), int(-7)],
		[int(-1), int(1)],
		[int(-2), bytes(Buffer.from(x, 'base64url'))],
		[int(-3), bytes(Buffer.from(y, 'base64url'))],
	])
	const head = (said: Said, flags: number) => [
		createHash('sha256')
			.update(said.rpId ?? site.rpId)
			.digest(),
		Buffer.of(said.flags ?? flags),
		uint32(said.counter ?? next()),
	]
	const clientData = (challenge: string, type: string, said: Said) =>
		Buffer.from(
			JSON.stringify({
				type: said.type ?? type,
				challenge,
				origin: said.origin ?? site.origin,
				crossOrigin: false,
			}),
		)
	const envelope = { id, rawId: id, type: 'public-key' as const }

	return {
		id,
		/** SubjectPublicKeyInfo, base64. */
		spki: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
		/** Makes the key known: the answer to a challenge, base64url. */
		attest: (challenge: string, said: Said = {}) => {
			const known = [Buffer.alloc(16), Buffer.of(0, credentialId.length), credentialId, coseKey]
			const authData = Buffer.concat([...head(said, 0x45), ...known])
			const attestation = map([
				[text('fmt'), text('none')],
				[text('attStmt'), map([])],
				[text('authData'), bytes(authData)],
			])
			const clientDataJSON = clientData(challenge, 'webauthn.create', said).toString('base64url')
			return {
				...envelope,
				response: { clientDataJSON, attestationObject: attestation.toString('base64url') },
			}
		},
		/** Signs a challenge, base64url. */
		assert: (challenge: string, said: Said = {}) => {
			const authenticatorData = Buffer.concat(head(said, 0x05))
			const client = clientData(challenge, 'webauthn.get', said)
			const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()])
			return {
				...envelope,
				response: {
					authenticatorData: authenticatorData.toString('base64url'),
					clientDataJSON: client.toString('base64url'),
					signature: sign('sha256', signed, privateKey).toString('base64url'),
				},
			}
		},
	}
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>

// The few forms of CBOR (RFC 8949) that a key and its attestation are made of.
function headOf(major: number, length: number): Buffer {
	if (length < 24) return Buffer.of((major << 5) | length)
	return length < 256
		? Buffer.of((major << 5) | 24, length)
		: Buffer.of((major << 5) | 25, length >> 8, length & 255)
}

function int(value: number): Buffer {
	return value >= 0 ? headOf(0, value) : headOf(1, -1 - value)
}

function bytes(value: Buffer): Buffer {
	return Buffer.concat([headOf(2, value.length), value])
}

function text(value: string): Buffer {
	return Buffer.concat([headOf(3, value.length), Buffer.from(value)])
}

function map(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
	return Buffer.concat([headOf(5, entries.length), ...entries.flat()])
}

function uint32(value: number): Buffer {
	const four = Buffer.alloc(4)
	four.writeUInt32BE(value)
	return four
}
