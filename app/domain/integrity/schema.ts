import { z } from 'zod'
import type { LeafEntry } from '#app/domain/record/schema.ts'
import { leafIn } from '#app/domain/record/view.ts'
import { openCheckpoint, parseCheckpoint, parseNote } from '#app/ledger/checkpoint.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import { parseReceipt, verifyReceipt } from '#app/ledger/receipt.ts'
import { FAULTS } from './rules.ts'

/** What somebody outside kept of the log: an old checkpoint or receipt, as text, and what to call it. */
export const Witness = z.strictObject({
	name: z.string().min(1),
	text: z
		.string()
		.min(1)
		.max(2 ** 18),
})
export type Witness = z.infer<typeof Witness>

/** What the command asks a running server to check. */
export const FsckAsked = z.object({ command: z.literal('fsck'), witnesses: z.array(Witness).max(1_000) })
export type FsckAsked = z.infer<typeof FsckAsked>

const Finding = z.object({
	fault: z.enum(FAULTS),
	recordId: z.string().nullable(),
	version: z.int().nullable(),
	kind: z.enum(ACT_KINDS).nullable(),
	index: z.int().nullable(),
	size: z.int().nullable(),
	detail: z.string().nullable(),
})

/** What a running server answers to that. */
export const CheckAnswer = z.object({
	findings: z.array(Finding),
	entries: z.int(),
	files: z.int(),
	orphans: z.array(z.string()),
	signed: z.int(),
})

/** A tree the log signed, and, of a receipt, the entry that was in it and the hashes that prove it. */
export type Testimony = {
	readonly size: number
	readonly root: Uint8Array
	readonly entry: {
		readonly index: number
		readonly leafHash: Uint8Array
		readonly leaf: LeafEntry | null
		readonly proof: readonly Uint8Array[]
	} | null
}

/** Why a witness says nothing. */
export type NoTestimony = 'witness_malformed' | 'witness_not_signed'

/**
 * What a kept checkpoint or receipt says of the log, once the log's key is found to have signed it.
 *
 * Returns  why it says nothing, where it does not: then it is no evidence, neither for the log nor against it.
 */
export function readWitness(
	text: string,
	vkey: string,
): Testimony | 'witness_malformed' | 'witness_not_signed' {
	if (parseReceipt(text)) return readReceipt(text, vkey)
	const signed = openCheckpoint(text, vkey)
	if (signed) return { ...signed, entry: null }
	const isCheckpoint = parseCheckpoint(parseNote(text)?.text ?? '') !== null
	return isCheckpoint ? 'witness_not_signed' : 'witness_malformed'
}

function readReceipt(text: string, vkey: string): ReturnType<typeof readWitness> {
	const proven = verifyReceipt(text, vkey)
	if (proven === 'not_signed') return 'witness_not_signed'
	if (typeof proven === 'string') return 'witness_malformed'
	const { index, leafHash, checkpoint, entry } = proven
	const proof = parseReceipt(text)?.proof ?? []
	return { ...checkpoint, entry: { index, leafHash, leaf: leafIn(entry), proof } }
}
