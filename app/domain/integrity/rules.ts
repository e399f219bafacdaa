import { bytesOf } from '#app/ledger/checkpoint.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { HASH_BYTES } from '#app/ledger/merkle.ts'
import type { MerkleTree } from '#app/ledger/merkle.ts'
import type { PublicLog, PublishedCheckpoint } from '#app/ledger/public-log.server.ts'
import type { NoTestimony, Testimony } from './schema.ts'

/**
 * What can differ between the database, the log and the evidence files. The first group is about one record, the
 * second about the log as a whole, the third about what somebody outside kept of it, the fourth about who may act for
 * an organization of civil society, the last about the rules that levels are worked out by.
 */
export const RECORD_FAULTS = [
	'content_differs',
	'model_differs',
	'entry_differs',
	'entry_contradicts',
	'chain_broken',
	'rows_missing',
	'not_logged',
	'evidence_not_sealed',
	'file_differs',
	'file_missing',
] as const
export const LOG_FAULTS = [
	'entry_missing',
	'head_differs',
	'root_differs',
	'log_stopped',
	'kept_differs',
] as const
export const WITNESS_FAULTS = [
	'witness_differs',
	'witness_entry_differs',
	'witness_longer',
	'witness_not_signed',
	'witness_malformed',
] as const
export const ACCOUNT_FAULTS = ['account_without_act', 'account_ended', 'account_other_address'] as const
export const RULE_FAULTS = ['rule_set_without_act', 'rule_set_differs'] as const
export const CALL_FAULTS = ['call_without_act', 'call_differs'] as const
/** What is derived from acts and kept beside them. */
export const COUNT_FAULTS = ['consultation_count_differs'] as const
export const FAULTS = [
	...RECORD_FAULTS,
	...LOG_FAULTS,
	...WITNESS_FAULTS,
	...ACCOUNT_FAULTS,
	...RULE_FAULTS,
	...CALL_FAULTS,
	...COUNT_FAULTS,
] as const
export type Fault = (typeof FAULTS)[number]

/** One difference, with the record it is about where that can be told, and its place in the log. */
export type Finding = {
	readonly fault: Fault
	readonly recordId: string | null
	readonly version: number | null
	readonly kind: ActKind | null
	/** Position in the log; null where the difference has none. */
	readonly index: number | null
	/** Number of leaves of the tree that differs; null where it is about one entry. */
	readonly size: number | null
	/** The file, the positions or the witness it is about; null where there is nothing to add. */
	readonly detail: string | null
}

/** How one version of a record stands, worst first: what a reader has to know of it. */
export const STANDINGS = [
	'missing',
	'not_logged',
	'differs',
	'file_differs',
	'file_missing',
	'removed',
	'withdrawn',
	'hidden',
	'as_sealed',
] as const
export type Standing = (typeof STANDINGS)[number]

const STANDING_OF: { readonly [F in Fault]: Standing } = {
	rows_missing: 'missing',
	entry_missing: 'not_logged',
	not_logged: 'not_logged',
	content_differs: 'differs',
	model_differs: 'differs',
	entry_differs: 'differs',
	entry_contradicts: 'differs',
	chain_broken: 'differs',
	evidence_not_sealed: 'differs',
	witness_entry_differs: 'differs',
	kept_differs: 'differs',
	file_differs: 'file_differs',
	file_missing: 'file_missing',
	head_differs: 'as_sealed',
	root_differs: 'as_sealed',
	log_stopped: 'as_sealed',
	witness_differs: 'as_sealed',
	witness_longer: 'as_sealed',
	witness_not_signed: 'as_sealed',
	witness_malformed: 'as_sealed',
	account_without_act: 'as_sealed',
	account_ended: 'as_sealed',
	account_other_address: 'as_sealed',
	rule_set_without_act: 'as_sealed',
	rule_set_differs: 'as_sealed',
	call_without_act: 'as_sealed',
	call_differs: 'as_sealed',
	consultation_count_differs: 'as_sealed',
}

/**
 * The standing of one version of a record from what was found about it.
 *
 * Returns  the worst; without any finding, whether it was withdrawn, removed or hidden, which is no fault.
 */
export function standingFrom(
	findings: readonly Finding[],
	otherwise: 'as_sealed' | 'withdrawn' | 'removed' | 'hidden' = 'as_sealed',
): Standing {
	const found = findings.map(({ fault }) => STANDING_OF[fault])
	return STANDINGS.find((standing) => standing !== 'as_sealed' && found.includes(standing)) ?? otherwise
}

/**
 * How many records differ, each counted once, whatever is wrong with how many of its versions.
 *
 * Returns  0 also where only the log as a whole differs: see `findings` themselves.
 */
export function differingRecords(findings: readonly Finding[]): number {
	return new Set(findings.flatMap(({ recordId }) => recordId ?? [])).size
}

/** What every page says of differences: how many records differ, or that the log as a whole does. */
export type IntegrityNotice = { readonly records: number }

/** The notice for every page; null where nothing differs. Appointments in doubt are told on their organization's page. */
export function integrityNotice(findings: readonly Finding[]): IntegrityNotice | null {
	const told = findings.filter(({ fault }) => !ACCOUNT_FAULTS.some((known) => known === fault))
	return told.length === 0 ? null : { records: differingRecords(told) }
}

/** What was found about one record; the rest is about others, or about the log as a whole. */
export function findingsOf(recordId: string, findings: readonly Finding[]): readonly Finding[] {
	return findings.filter((finding) => finding.recordId === recordId)
}

/** Whether a finding about a record cannot be made by looking at that record alone. */
export function isBeyondRecord({ fault }: Finding): boolean {
	return fault === 'kept_differs'
}

/** Whether two lists say the same, so that pages made from the one need not be made anew from the other. */
export function areSameFindings(some: readonly Finding[], others: readonly Finding[]): boolean {
	return JSON.stringify(some) === JSON.stringify(others)
}

/** A finding with only what is known said; the rest is null. */
export function aboutRecord(
	fault: Fault,
	about: Partial<Omit<Finding, 'fault'>> & { readonly recordId: string | null },
): Finding {
	return { ...NOTHING_KNOWN, ...about, fault }
}

/** A finding about the log as a whole. */
export function aboutLog(fault: Fault, about: Partial<Omit<Finding, 'fault'>> = {}): Finding {
	return { ...NOTHING_KNOWN, ...about, fault }
}

const NOTHING_KNOWN = { recordId: null, version: null, kind: null, index: null, size: null, detail: null }

/** A stored file that nothing names is left alone for this long: an upload may be on its way to an act. Unit: ms. */
export const YOUNG_FILE_MS = 24 * 60 * 60 * 1_000

/** The log as the database has it, position by position. */
export type WalkedLog = {
	/** One more than the last position that has an entry. */
	readonly size: number
	/** Over the entries up to the first position that has none. */
	readonly tree: MerkleTree
	readonly at: (index: number) => WalkedEntry | undefined
}

/** The record at a position, with the leaf hash worked out from the entry's bytes, in lowercase hex. */
export type WalkedEntry = Pick<Finding, 'recordId' | 'version' | 'kind'> & { readonly hash: string }

/** Whether the log's own count is that of its entries. */
export function headFindings(log: WalkedLog, head: number | null): readonly Finding[] {
	return head !== null && log.size <= head ? [] : [aboutLog('head_differs', { size: head })]
}

/** Whether the entries give the root that was signed, where no single entry explains why they do not. */
export function rootFindings(
	log: WalkedLog,
	signed: Pick<PublishedCheckpoint, 'size' | 'root'>,
	known: readonly Finding[],
): readonly Finding[] {
	const isExplained = known.some(({ fault }) => fault === 'entry_differs' || fault === 'entry_missing')
	if (isExplained || isEqual(log.tree.rootAt(signed.size), bytesOf(signed.root))) return []
	return [aboutLog('root_differs', { size: signed.size })]
}

/** The log as it was signed: leaf hashes and roots up to its newest checkpoint, null where they are lost. */
export type SignedLog = Pick<PublicLog, 'leafHashAt' | 'rootAt'>

/** What differs between the leaf hashes that the log keeps on the disk, one after the other, and those it signed. */
export function keptFindings(
	log: WalkedLog,
	signed: SignedLog,
	{ leaves, size }: { readonly leaves: Uint8Array; readonly size: number },
): readonly Finding[] {
	if (leaves.length < size * HASH_BYTES) return [aboutLog('kept_differs', { size })]
	const found: Finding[] = []
	for (let index = 0; index < size; index += 1) {
		const kept = leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)
		const hash = signed.leafHashAt(index)
		if (isEqual(kept, hash)) continue
		const entry = log.at(index)
		if (!hash && hexOf(kept) === entry?.hash) continue
		const { recordId, version, kind } = entry ?? NOTHING_KNOWN
		found.push(aboutLog('kept_differs', { recordId, version, kind, index }))
	}
	return found
}

/** What a kept checkpoint or receipt finds different in the log of today, or why it is no evidence. */
export function testify(
	log: WalkedLog,
	signed: SignedLog,
	{ name, said }: { readonly name: string; readonly said: Testimony | NoTestimony },
): readonly Finding[] {
	if (typeof said === 'string') return [aboutLog(said, { detail: name })]
	const { size, root, entry } = said
	if (entry && log.at(entry.index)?.hash !== hexOf(entry.leafHash)) {
		const { recordId, version, kind } = entry.leaf ?? NOTHING_KNOWN
		const { index } = entry
		return [aboutLog('witness_entry_differs', { recordId, version, kind, index, size, detail: name })]
	}
	if (size > log.size) return [aboutLog('witness_longer', { size, detail: name })]
	// Where the log itself still has this tree, it was not rewritten: what the database has instead is found above.
	if (isEqual(log.tree.rootAt(size), root) || isEqual(signed.rootAt(size), root)) return []
	const part = entry && differingPart(log, size, entry)
	if (!part) return [aboutLog('witness_differs', { size, detail: name })]
	const only = part.to - part.from === 1 ? log.at(part.from) : undefined
	const { recordId, version, kind } = only ?? NOTHING_KNOWN
	const detail = `${name}: ${part.from}–${part.to - 1}`
	return [aboutLog('witness_differs', { recordId, version, kind, index: part.from, size, detail })]
}

/** The smallest part of the tree that a receipt shows to differ: one of those beside its entry on the way up. */
function differingPart({ tree }: WalkedLog, size: number, { index, proof }: NonNullable<Testimony['entry']>) {
	const today = tree.inclusion(index, size) ?? []
	return partsBeside(index, size).find((_part, at) => !isEqual(today[at] ?? null, proof[at] ?? null)) ?? null
}

/**
 * Where the parts of a tree lie whose hashes prove an entry, in the order of the proof.
 *
 * Source  RFC 6962, section 2.1.1
 */
export function partsBeside(
	index: number,
	size: number,
): readonly { readonly from: number; readonly to: number }[] {
	const parts: { from: number; to: number }[] = []
	for (let from = 0, to = size; to - from > 1;) {
		const half = from + 2 ** Math.ceil(Math.log2(to - from) - 1)
		const isLeft = index < half
		parts.unshift(isLeft ? { from: half, to } : { from, to: half })
		if (isLeft) to = half
		else from = half
	}
	return parts
}

/** Lowercase hex. */
export function hexOf(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex')
}

function isEqual(some: Uint8Array | null, other: Uint8Array | null): boolean {
	return some !== null && other !== null && Buffer.compare(some, other) === 0
}
