import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { StepKeeper } from '#app/domain/second-step/rules.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What seals second steps with a key of its own, made from the one that signs cookies. */
export function stepKeeper(siteSecret: string): StepKeeper {
	const key = (use: string) => Buffer.from(hkdfSync('sha256', siteSecret, '', `second step: ${use}`, 32))
	const [secrets, codes, stamps] = [key('secrets'), key('codes'), key('stamps')]
	const mac = (withKey: Buffer, parts: readonly string[]) =>
		createHmac('sha256', withKey).update(JSON.stringify(parts)).digest('base64url')
	return {
		seal: (secret, personId) => {
			const iv = randomBytes(IV_BYTES)
			const cipher = createCipheriv(CIPHER, secrets, iv).setAAD(Buffer.from(personId))
			const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
			return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
		},
		open: (sealed, personId) => {
			const bytes = Buffer.from(sealed, 'base64url')
			const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)]
			if (tag.length < TAG_BYTES) return null
			const decipher = createDecipheriv(CIPHER, secrets, iv).setAAD(Buffer.from(personId)).setAuthTag(tag)
			const hidden = bytes.subarray(IV_BYTES + TAG_BYTES)
			try {
				return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
			} catch {
				// Somebody changed it, or it is another person's.
				return null
			}
		},
		codeSeal: (code, personId) => mac(codes, [code, personId]),
		stamp: ({ sessionId, personId, at }) => mac(stamps, [sessionId, personId, at.toISOString()]),
	}
}

/** When a session took the second step; null where it did not, or where somebody wrote into the database that it did. */
export function takenAt(
	keeper: StepKeeper,
	session: {
		readonly id: string
		readonly userId: string
		readonly secondStepAt: Date | null
		readonly secondStepSeal: string | null
	},
): Date | null {
	const { id: sessionId, userId: personId, secondStepAt: at, secondStepSeal } = session
	return at !== null && secondStepSeal === keeper.stamp({ sessionId, personId, at }) ? at : null
}
