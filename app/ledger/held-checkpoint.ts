import { openCheckpoint, parseCheckpoint, parseNote } from './checkpoint.ts'

/** What a kept checkpoint says of the log today. */
export const CHECKPOINT_VERDICTS = [
	'malformed',
	'other_log',
	'not_signed',
	'log_shorter',
	'log_rewritten',
	'consistent',
] as const
export type CheckpointVerdict = (typeof CHECKPOINT_VERDICTS)[number]

/** The part of the running log that a kept checkpoint is held against. */
export type HoldingLog = {
	readonly origin: string
	readonly vkey: string
	readonly published: () => { readonly size: number }
	readonly rootAt: (size: number) => Uint8Array | null
	readonly consistency: (from: number, to: number) => readonly Uint8Array[] | null
}

export type HeldCheckpoint = {
	readonly verdict: CheckpointVerdict
	/** Number of leaves the kept checkpoint covers; null where it could not be read. */
	readonly size: number | null
	/** The consistency proof from it to the published checkpoint; null unless there is one. */
	readonly proof: readonly Uint8Array[] | null
}

/**
 * Holds a checkpoint that somebody kept against the log as it is now: the log must have signed it, and everything it
 * covered must still be there in the same order.
 *
 * Source  RFC 6962 section 2.1.2; C2SP tlog-checkpoint.
 */
export function heldAgainst(log: HoldingLog, kept: string): HeldCheckpoint {
	const note = parseNote(kept)
	const read = note && parseCheckpoint(note.text)
	if (!read) return { verdict: 'malformed', size: null, proof: null }
	const { size } = read
	if (read.origin !== log.origin) return { verdict: 'other_log', size, proof: null }
	if (!openCheckpoint(kept, log.vkey)) return { verdict: 'not_signed', size, proof: null }
	const published = log.published().size
	if (size > published) return { verdict: 'log_shorter', size, proof: null }
	const root = log.rootAt(size)
	if (!root || !Buffer.from(root).equals(read.root)) return { verdict: 'log_rewritten', size, proof: null }
	return { verdict: 'consistent', size, proof: log.consistency(size, published) }
}

/** A note as people paste it: line ends of any kind, blanks around it. */
export function pastedNote(text: string): string {
	const lines = text.replace(/\r\n?/g, '\n').trim().split('\n')
	return `${lines.map((line) => line.trim()).join('\n')}\n`
}
