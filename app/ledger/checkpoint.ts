import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { HASH_BYTES } from './merkle.ts'

/** Who can be shown to have signed a note. */
export type Verifier = { readonly name: string; readonly id: Uint8Array; readonly publicKey: Uint8Array }

/** Who signs notes, with the key that shows it (`vkey`). */
export type Signer = { readonly vkey: string; readonly sign: (text: string) => string }

export type NoteSignature = { readonly name: string; readonly id: Uint8Array; readonly bytes: Uint8Array }

/** A note taken apart; nothing in it is true until a signature has been verified. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** What a log commits itself to: so many leaves, with this root. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array }

/** Signature type of plain Ed25519. Source: C2SP signed-note. */
const ED25519 = 0x01
const KEY_BYTES = 32
const ID_BYTES = 4
/** More than any note of this log and its witnesses; longer ones are not looked at. Unit: characters. */
const LONGEST_NOTE = 2 ** 18
const MOST_SIGNATURES = 64

/** The key of a verifier as one line: name, identifier, and the public key in base64. */
export function vkeyOf(name: string, publicKey: Uint8Array): string {
	return `${name}+${Buffer.from(keyId(name, publicKey)).toString('hex')}+${base64Of(typed(publicKey))}`
}

/** The verifier that a key line names; null where the line is not one of an Ed25519 key, or its identifier is wrong. */
export function parseVkey(vkey: string): Verifier | null {
	// The base64 may itself hold a plus sign; names and identifiers never do.
	const [, name, hex, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(vkey) ?? []
	if (name === undefined || hex === undefined || base64 === undefined || !isKeyName(name)) return null
	const key = bytesOf(base64)
	if (key?.length !== 1 + KEY_BYTES || key[0] !== ED25519) return null
	const publicKey = key.subarray(1)
	const id = keyId(name, publicKey)
	return Buffer.from(id).toString('hex') === hex ? { name, id, publicKey } : null
}

/** Signs in this name with an Ed25519 private key (PKCS #8 in PEM). */
export function signerOf(name: string, pem: string): Signer {
	if (!isKeyName(name)) throw new Error(`“${name}” cannot be the name of a key`)
	const privateKey = createPrivateKey(pem)
	const publicKey = rawPublicKey(privateKey)
	const id = keyId(name, publicKey)
	return {
		vkey: vkeyOf(name, publicKey),
		sign: (text) => {
			if (!text.endsWith('\n') || hasControls(text)) throw new Error('not a text that a note can hold')
			const signature = sign(null, Buffer.from(text, 'utf8'), privateKey)
			return `${text}\n— ${name} ${base64Of(Buffer.concat([id, signature]))}\n`
		},
	}
}

/** Takes a note apart; null where it is not written as one. */
export function parseNote(note: string): Note | null {
	const end = note.lastIndexOf('\n\n')
	if (end < 0 || note.length > LONGEST_NOTE || !note.endsWith('\n') || hasControls(note)) return null
	const lines = note.slice(end + 2, -1).split('\n')
	if (lines.length > MOST_SIGNATURES) return null
	const signatures = lines.map(signatureIn)
	if (!signatures.every((signature) => signature !== null)) return null
	return { text: note.slice(0, end + 1), signatures }
}

/**
 * The text of a note, if the verifier's key signed it. Signatures of unknown keys are passed over; a wrong one in the
 * name of the known key refuses the whole note.
 */
export function openNote(note: string, { name, id, publicKey }: Verifier): string | null {
	const parsed = parseNote(note)
	if (!parsed) return null
	const own = parsed.signatures.filter((one) => one.name === name && isEqual(one.id, id))
	const key = createPublicKey({
		key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
		format: 'jwk',
	})
	const text = Buffer.from(parsed.text, 'utf8')
	return own.length > 0 && own.every(({ bytes }) => verify(null, text, key, bytes)) ? parsed.text : null
}

/** The three lines that are signed: origin, size, root. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
	return `${origin}\n${size}\n${base64Of(root)}\n`
}

/** A checkpoint from the text of a note; null unless it has exactly the three lines: this log never signs others. */
export function parseCheckpoint(text: string): Checkpoint | null {
	const [, origin, digits, base64] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? []
	if (origin === undefined || base64 === undefined) return null
	const [size, root] = [Number(digits), bytesOf(base64)]
	return Number.isSafeInteger(size) && root?.length === HASH_BYTES ? { origin, size, root } : null
}

/** What a signed checkpoint says, if this key of this log signed it; null otherwise. */
export function openCheckpoint(note: string, vkey: string): Checkpoint | null {
	const verifier = parseVkey(vkey)
	const text = verifier && openNote(note, verifier)
	const checkpoint = text ? parseCheckpoint(text) : null
	return checkpoint?.origin === verifier?.name ? checkpoint : null
}

/** RFC 4648 base64, padded. */
export function base64Of(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64')
}

/** The bytes of a base64 text; null unless it is exactly how those bytes are written. */
export function bytesOf(base64: string): Uint8Array | null {
	const bytes = Buffer.from(base64, 'base64')
	return bytes.toString('base64') === base64 ? new Uint8Array(bytes) : null
}

function signatureIn(line: string): NoteSignature | null {
	const [, name, base64] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
	const bytes = base64 === undefined ? null : bytesOf(base64)
	if (name === undefined || !isKeyName(name) || !bytes || bytes.length <= ID_BYTES) return null
	return { name, id: bytes.subarray(0, ID_BYTES), bytes: bytes.subarray(ID_BYTES) }
}

/** First four bytes of SHA-256 over name, newline, type and public key. Source: C2SP signed-note. */
function keyId(name: string, publicKey: Uint8Array): Uint8Array {
	const digest = createHash('sha256').update(`${name}\n`, 'utf8').update(typed(publicKey)).digest()
	return new Uint8Array(digest.subarray(0, ID_BYTES))
}

function typed(publicKey: Uint8Array): Uint8Array {
	return Uint8Array.of(ED25519, ...publicKey)
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
	const { crv, x } = createPublicKey(privateKey).export({ format: 'jwk' })
	if (crv !== 'Ed25519' || x === undefined) throw new Error('the key of the log is not an Ed25519 key')
	return new Uint8Array(Buffer.from(x, 'base64url'))
}

function isKeyName(name: string): boolean {
	return name.length > 0 && !/[\p{White_Space}+]/u.test(name) && !hasControls(name) && !name.includes('\n')
}

/** Control characters other than the newline, and what UTF-8 cannot write. */
function hasControls(text: string): boolean {
	// eslint-disable-next-line no-control-regex
	return /[\u0000-\u0009\u000b-\u001f]/.test(text) || !text.isWellFormed()
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
	return Buffer.compare(a, b) === 0
}
