import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import canonicalize from 'canonicalize'

// A public log for the tests of the verifiers, made from the published formats alone: it shares nothing with the
// server's, so that the verifiers are not measured by what they are to check.

export type MiniRecord = {
	readonly entry: Record<string, unknown>
	readonly entryBytes: Buffer
	readonly salt: Buffer
	readonly content: unknown
}

export type MiniLog = {
	readonly vkey: string
	readonly records: readonly MiniRecord[]
	readonly checkpoint: (size: number) => string
	readonly receipt: (index: number, size: number) => string
	readonly consistency: (from: number, to: number) => string
	readonly bundle: (n: number, width: number) => Buffer
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
	const hash = createHash('sha256')
	for (const part of parts) hash.update(part)
	return hash.digest()
}
const leafOf = (entry: Uint8Array): Buffer => sha256(Buffer.of(0), entry)
const join = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right)

/** A log whose key is made from 32 bytes and whose records are given. */
export function miniLog(origin: string, seed: Uint8Array, records: readonly MiniRecord[]): MiniLog {
	const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
	const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
	const typed = Buffer.concat([
		Buffer.of(1),
		createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32),
	])
	const id = sha256(Buffer.from(`${origin}\n`), typed).subarray(0, 4)
	const leaves = records.map((record) => leafOf(record.entryBytes))
	const root = rootOf(leaves)

	const checkpoint = (size: number): string => {
		const text = `${origin}\n${size}\n${root(0, size).toString('base64')}\n`
		const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString('base64')
		return `${text}\n— ${origin} ${signature}\n`
	}
	const lines = (hashes: readonly Buffer[]): string =>
		hashes.map((hash) => `${hash.toString('base64')}\n`).join('')
	return {
		vkey: `${origin}+${id.toString('hex')}+${typed.toString('base64')}`,
		records,
		checkpoint,
		receipt: (index, size) =>
			[
				'c2sp.org/tlog-proof@v1\n',
				`extra ${records[index]?.entryBytes.toString('base64') ?? ''}\n`,
				`index ${index}\n`,
				lines(inclusion(root, index, { from: 0, size })),
				'\n',
				checkpoint(size),
			].join(''),
		consistency: (from, to) => lines(consistency(root, { from, offset: 0, size: to, isWhole: true })),
		bundle: (n, width) =>
			Buffer.concat(
				records.slice(n * 256, n * 256 + width).flatMap(({ entryBytes }) => {
					const length = Buffer.alloc(2)
					length.writeUInt16BE(entryBytes.length)
					return [length, entryBytes]
				}),
			),
	}
}

type Root = (from: number, size: number) => Buffer

/** Roots of stretches of leaves, each worked out once. */
function rootOf(leaves: readonly Buffer[]): Root {
	const known = new Map<string, Buffer>()
	const root: Root = (from, size) => {
		if (size === 0) return sha256()
		const name = `${from} ${size}`
		const half = halfOf(size)
		const hash =
			known.get(name) ??
			(size === 1
				? (leaves[from] ?? Buffer.alloc(0))
				: join(root(from, half), root(from + half, size - half)))
		known.set(name, hash)
		return hash
	}
	return root
}

function halfOf(size: number): number {
	return 2 ** Math.ceil(Math.log2(size) - 1)
}

function inclusion(root: Root, index: number, { from, size }: { from: number; size: number }): Buffer[] {
	if (size === 1) return []
	const half = halfOf(size)
	if (index < half) return [...inclusion(root, index, { from, size: half }), root(from + half, size - half)]
	return [...inclusion(root, index - half, { from: from + half, size: size - half }), root(from, half)]
}

type Stretch = { from: number; offset: number; size: number; isWhole: boolean }

function consistency(root: Root, { from, offset, size, isWhole }: Stretch): Buffer[] {
	if (from === 0) return []
	if (from === size) return isWhole ? [] : [root(offset, size)]
	const half = halfOf(size)
	if (from <= half)
		return [...consistency(root, { from, offset, size: half, isWhole }), root(offset + half, size - half)]
	const right = { from: from - half, offset: offset + half, size: size - half, isWhole: false }
	return [...consistency(root, right), root(offset, half)]
}

type Wanted = {
	readonly recordId: string
	readonly version?: number
	readonly kind?: string
	readonly content: unknown
	readonly previous?: string | null
}

/** A record with its entry. */
export function miniRecord({ recordId, version = 1, kind, content, previous }: Wanted): MiniRecord {
	const salt = randomBytes(32)
	const entry = {
		actorOrganization: 'Ministry of Works',
		contentHash: sha256(salt, Buffer.from(canonicalOf(content))).toString('hex'),
		day: '2026-02-28',
		kind: kind ?? 'commitment.published',
		...(previous === undefined ? {} : { previous }),
		recordId,
		version,
	}
	return { entry, entryBytes: Buffer.from(canonicalOf(entry)), salt, content }
}

/** Records of commitments, every seventh a newer version of the one before it. */
export function miniRecords(count: number): readonly MiniRecord[] {
	const made: MiniRecord[] = []
	for (let index = 0; index < count; index += 1) {
		const before = made.at(-1)
		const isNewer = index % 7 === 6 && before !== undefined
		made.push(
			miniRecord({
				recordId: isNewer ? String(before.entry.recordId) : `c-${index}`,
				version: isNewer ? 2 : 1,
				previous: isNewer ? leafOf(before.entryBytes).toString('hex') : null,
				content: contentNumber(index),
			}),
		)
	}
	return made
}

function contentNumber(index: number): unknown {
	return {
		kind: 'commitment.published',
		titleEn: `Publish budget ${index} — “openly” \\ with a tab\tand a line\n`,
		titleId: 'Terbitkan anggaran: élan, 予算, 😀, ﬀ',
		'€': index % 3 === 0 ? null : index,
		'\u{1f600}': true,
		ﬀ: [],
		share: index / 7,
		parts: [index * 1000.25, -1, [], {}, [{ nested: ['a', false] }]],
	}
}

/** The record as its own canonical JSON: no byte of it could stand otherwise and mean the same. */
export function recordJson({ entry, salt, content }: MiniRecord): string {
	return canonicalOf({ entry, salt: salt.toString('base64'), content })
}

export function canonicalOf(value: unknown): string {
	const text = canonicalize(value)
	if (text === undefined) throw new Error('not a JSON value')
	return text
}
