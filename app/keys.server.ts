import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Keys = {
	/** Signs the cookies of sessions. */
	readonly authSecret: string
	/** Ed25519 private key of the public log, PKCS #8 in PEM. */
	readonly ledgerKey: string
}

/** Thrown where a key cannot be trusted; the message says which and what to do, in both languages. */
export class KeyRefused extends Error {
	override readonly name = 'KeyRefused'
}

const SHORTEST_SECRET = 32

/**
 * The keys of this deployment, made at the first start and never again.
 *
 * Throws  KeyRefused where a key file can be read by others than its owner, or holds no usable key.
 */
export function openKeys(dataDir: string): Keys {
	const folder = join(dataDir, 'keys')
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const authSecret = readKey(join(folder, 'auth.secret'), () => randomBytes(48).toString('base64url'))
	const ledgerKey = readKey(join(folder, 'ledger.key'), newLedgerKey)
	if (authSecret.length < SHORTEST_SECRET)
		throw refused(join(folder, 'auth.secret'), 'is too short', 'terlalu pendek')
	if (!ledgerKey.startsWith('-----BEGIN PRIVATE KEY-----')) {
		throw refused(join(folder, 'ledger.key'), 'holds no private key', 'tidak berisi kunci privat')
	}
	return { authSecret, ledgerKey }
}

function readKey(file: string, make: () => string): string {
	if (!existsSync(file)) writeWhole(file, make())
	if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
		throw refused(
			file,
			'can be read by others; run: chmod 600',
			'dapat dibaca pihak lain; jalankan: chmod 600',
		)
	}
	return readFileSync(file, 'utf8').trim()
}

/** Appears under its name only when it is complete, and never replaces a key that is there. */
function writeWhole(file: string, text: string): void {
	const draft = `${file}.${randomBytes(6).toString('hex')}`
	writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true })
	try {
		linkSync(draft, file)
	} finally {
		rmSync(draft, { force: true })
	}
}

function newLedgerKey(): string {
	return generateKeyPairSync('ed25519', {
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	}).privateKey.trim()
}

function refused(file: string, en: string, id: string): KeyRefused {
	return new KeyRefused(`The key file ${file} ${en}.\nBerkas kunci ${file} ${id}.`)
}
