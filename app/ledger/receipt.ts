import { base64Of, bytesOf, openCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { leafHash } from './leaf.ts'
import { HASH_BYTES, verifyInclusion } from './merkle.ts'

/** What a receipt says: this entry stands at this place of the log that the checkpoint describes. */
export type Receipt = {
	/** The entry's exact bytes; null where the proof names none, as C2SP allows. */
	readonly entry: Uint8Array | null
	readonly index: number
	readonly proof: readonly Uint8Array[]
	/** The signed checkpoint, verbatim. */
	readonly checkpoint: string
}

/** A receipt that holds. */
export type ProvenEntry = {
	readonly entry: Uint8Array
	readonly index: number
	readonly leafHash: Uint8Array
	readonly checkpoint: Checkpoint
}

/** Why a receipt proves nothing: not written as one, without an entry, not signed by the log, or not in its tree. */
export const RECEIPT_FAULTS = ['malformed', 'without_entry', 'not_signed', 'not_included'] as const
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number]

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
/** No tree this log can have is higher. */
const MOST_HASHES = 64

/** A receipt as it is handed out. Source: C2SP tlog-proof; the line `extra` holds the entry. */
export function receiptText({
	entry,
	index,
	proof,
	checkpoint,
}: Receipt & { readonly entry: Uint8Array }): string {
	return [
		FIRST_LINE,
		`extra ${base64Of(entry)}`,
		`index ${index}`,
		...proof.map(base64Of),
		'',
		checkpoint,
	].join('\n')
}

/** Takes a receipt apart; null where it is not written as one. Nothing in it is true until it is verified. */
export function parseReceipt(text: string): Receipt | null {
	const end = text.indexOf('\n\n')
	if (end < 0) return null
	const [first, ...lines] = text.slice(0, end).split('\n')
	const extra = lines[0]?.startsWith('extra ') ? lines.shift() : undefined
	const digits = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
	const entry = extra === undefined ? null : bytesOf(extra.slice('extra '.length))
	if (first !== FIRST_LINE || digits === undefined || (extra !== undefined && !entry)) return null
	const proof = lines.map(hashIn)
	if (proof.length > MOST_HASHES || !proof.every((hash) => hash !== null)) return null
	return { entry, index: Number(digits), proof, checkpoint: text.slice(end + 2) }
}

/** What a receipt proves to whoever knows the log's key, or why it proves nothing. */
export function verifyReceipt(text: string, vkey: string): ProvenEntry | ReceiptFault {
	const receipt = parseReceipt(text)
	if (!receipt) return 'malformed'
	const { entry, index, proof } = receipt
	if (!entry) return 'without_entry'
	const checkpoint = openCheckpoint(receipt.checkpoint, vkey)
	if (!checkpoint) return 'not_signed'
	const leaf = leafHash(entry)
	const { size, root } = checkpoint
	if (!verifyInclusion({ index, size, leafHash: leaf, proof, root })) return 'not_included'
	return { entry, index, leafHash: leaf, checkpoint }
}

function hashIn(line: string): Uint8Array | null {
	const hash = bytesOf(line)
	return hash?.length === HASH_BYTES ? hash : null
}
