import { createHash } from 'node:crypto'
import type { LeafEntry } from '#app/domain/record/schema.ts'
import { actFrom, leafIn } from '#app/domain/record/view.ts'
import type { ActRows, StoredAct } from '#app/domain/stored-act/view.ts'
import { ACT_KINDS, contentHash, entryBytes, leafHash } from '#app/ledger/leaf.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import type { Evidence } from '#prisma/generated/client.ts'
import { aboutLog, hexOf } from './rules.ts'
import type { Fault, Finding, SignedLog, WalkedEntry, WalkedLog } from './rules.ts'

/** What a leaf must say of an act as it is stored today, so that the act itself need not be kept in memory. */
export type Seal = {
	readonly kind: ActKind
	readonly recordId: string
	readonly version: number
	/** Null where the rows cannot be read as such an act any more. */
	readonly contentHash: string | null
	readonly day: string
	/** The names that its leaf may call the organization by. */
	readonly actors: readonly string[]
	/** SHA-256 of the files that it puts forward. */
	readonly files: readonly string[]
	/** What shows without the leaf. */
	readonly faults: readonly Fault[]
}

/** The seal over an act as it is stored. */
export function sealOf({ act, ...key }: StoredAct): Seal {
	const evidence = act && 'evidence' in act ? act.evidence : []
	const files = evidence.flatMap(filesOf)
	const unreadable = { ...key, contentHash: null, day: '', actors: [], files, faults: [] }
	if (!act) return unreadable
	const faults: Fault[] = []
	if (!areWhollySealed(evidence)) faults.push('evidence_not_sealed')
	if (!hasItsModel(act)) faults.push('model_differs')
	try {
		return { ...key, ...sealedBy(act), files, faults }
	} catch {
		// Values that no act of this kind can have: somebody wrote them past the application.
		return unreadable
	}
}

function sealedBy(act: ActRows): Pick<Seal, 'contentHash' | 'day' | 'actors'> {
	const { salt, content, actorOrganization, day } = actFrom(act)
	const byId = 'actorOrganizationId' in act.row ? [act.row.actorOrganizationId] : []
	return { contentHash: contentHash(salt, content), day, actors: [actorOrganization, ...byId] }
}

/** The files that a piece of evidence names. */
function filesOf(row: Pick<Evidence, 'fileSha256' | 'previewSha256'>): readonly string[] {
	return [row.fileSha256, row.previewSha256].flatMap((sha256) => sha256 ?? [])
}

/**
 * Whether the content says all that is stored of the evidence. What it leaves out must be empty, or follow from what
 * it says: the order is the position, the id follows from it, and what belongs to files or to protection is only
 * there with a file or with protection.
 */
function areWhollySealed(evidence: readonly Evidence[]): boolean {
	const positions = evidence.map((row) => row.position).sort((a, b) => a - b)
	return positions.every((position, at) => position === at) && evidence.every(isWhollySealed)
}

function isWhollySealed(row: Evidence): boolean {
	const { recordId, recordVersion: version, position } = row
	const ids = [`${recordId}.${version}.${position}`, `${recordId}-v${version}-e${position + 1}`]
	const ofFiles = [row.fileMediaType, row.fileBytes, row.previewSha256, row.originalSeal, row.originalSalt]
	const ofProtection = [row.partSalt, row.embargoUntil]
	return (
		ids.includes(row.id) &&
		(row.fileSha256 !== null || [...ofFiles, row.removed].every((value) => value === null)) &&
		(row.visibility === 'PROTECTED' || ofProtection.every((value) => value === null))
	)
}

/** Whether the frozen model of a report or a self-assessment is the one its hash names: the log seals only that. */
function hasItsModel(act: ActRows): boolean {
	const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
	if (act.kind === 'report.published') return hashOf(act.row.model) === act.row.snapshotHash
	return act.kind !== 'self-assessment.published' || hashOf(act.row.model) === act.row.modelHash
}

/** An entry of the log as the database has it. */
export type StoredEntry = {
	readonly index: number
	readonly recordId: string
	readonly version: number
	readonly kind: string
	readonly entry: Uint8Array
	/** Lowercase hex. */
	readonly leafHash: string
}

/** An entry, read: by which record it goes, its leaf where that can be believed, and what is wrong with it. */
type ReadEntry = {
	readonly recordId: string
	readonly version: number
	readonly kind: ActKind | null
	/** Worked out from the bytes, not the stored one. Lowercase hex. */
	readonly hash: string
	/** Null where the bytes are not those that were signed, or say no leaf. */
	readonly leaf: LeafEntry | null
	readonly faults: readonly Fault[]
}

/** The newest version of a record before an entry, with the leaf hash that the entry must name. */
type Before = { readonly version: number; readonly hash: string } | null

/** Reads an entry against the leaf hash that was signed at its position; null: none was signed there yet. */
function readEntry(stored: StoredEntry, signed: Uint8Array | null): ReadEntry {
	const hash = hexOf(leafHash(stored.entry))
	const isOther = signed !== null && hash !== hexOf(signed)
	const read = isOther ? null : leafIn(stored.entry)
	const { recordId, version } = read ?? stored
	const isSaid =
		read?.recordId === stored.recordId && read.version === stored.version && read.kind === stored.kind
	const isFaulty = !isSaid || hash !== stored.leafHash
	const kind = read?.kind ?? ACT_KINDS.find((known) => known === stored.kind) ?? null
	return { recordId, version, kind, hash, leaf: read, faults: isFaulty ? ['entry_differs'] : [] }
}

/** What is wrong between a leaf and the version of the record before it. */
function chainFaults({ previous, version }: LeafEntry, before: Before): readonly Fault[] {
	const isNext = before === null || version > before.version
	return isNext && previous === (before?.hash ?? null) ? [] : ['chain_broken']
}

/** What is wrong between a leaf and the act that it seals. */
function sealFaults(leaf: LeafEntry, seal: Seal): readonly Fault[] {
	if (seal.contentHash !== leaf.contentHash) return ['content_differs', ...seal.faults]
	const isSame = seal.day === leaf.day && seal.actors.includes(leaf.actorOrganization)
	return isSame ? seal.faults : ['entry_contradicts', ...seal.faults]
}

/** The leaf hashes that an act can have in the log, after the given version of its record. Lowercase hex. */
function possibleHashes(seal: Seal, before: Before): readonly string[] {
	const { contentHash: sealed, day, kind, recordId, version } = seal
	if (sealed === null) return []
	return seal.actors.map((actorOrganization) => {
		const previous = before?.hash ?? null
		const leaf = { actorOrganization, contentHash: sealed, day, kind, previous, recordId, version }
		return hexOf(leafHash(entryBytes(leaf)))
	})
}

/** A record that names a file. */
export type Holder = Pick<Finding, 'recordId' | 'version' | 'kind' | 'index'>

/** What the entries of the log are held against. */
export type Compared = {
	/** By kind, record and version; those whose entry comes by are taken out. */
	readonly seals: Map<string, Seal>
	/** Records whose rows were removed with good reason. */
	readonly removed: ReadonlySet<string>
	/** Length of the log before the acts were read: what is beyond may have come after them. */
	readonly began: number | null
}

export type Comparison = {
	/** Takes the next entry, in the order of positions. */
	readonly take: (entry: StoredEntry) => void
	/** What was found, once all entries were taken; below the given size every position must have had one. */
	readonly end: (size: number) => Compare
}

type Compare = {
	readonly walked: WalkedLog
	readonly findings: readonly Finding[]
	/** The records that name a file, by its SHA-256. */
	readonly holders: ReadonlyMap<string, readonly Holder[]>
}

/** The place of an act among the seals. */
export function sealKey({ kind, recordId, version }: Pick<Seal, 'kind' | 'recordId' | 'version'>): string {
	return `${kind} ${recordId}@${version}`
}

type Signed = Pick<SignedLog, 'leafHashAt'>

/** Walks along the log: every entry against what was signed, the version before it, and the act that it seals. */
export function comparison(log: Signed, { seals, removed, began }: Compared): Comparison {
	const findings: Finding[] = []
	const entries = new Map<number, WalkedEntry>()
	let size = 0
	const newest = new Map<string, NonNullable<Before>>()
	const holders = new Map<string, Holder[]>()
	const tree = merkleTree()

	function take(stored: StoredEntry): void {
		const { index } = stored
		const signed = log.leafHashAt(index)
		const { recordId, version, kind, hash, leaf, faults } = readEntry(stored, signed)
		const key = kind && sealKey({ kind, recordId, version })
		const seal = key === null ? undefined : seals.get(key)
		if (key !== null) seals.delete(key)
		const isRemoved = kind === 'verification.published' && removed.has(recordId)
		const isExcused = isRemoved || (began !== null && index >= began)
		const all = [
			...faults,
			...(leaf ? chainFaults(leaf, newest.get(recordId) ?? null) : []),
			...(seal ? (leaf ? sealFaults(leaf, seal) : seal.faults) : isExcused ? [] : ROWS_MISSING),
		]
		for (const fault of all) findings.push(aboutLog(fault, { recordId, version, kind, index }))
		// The row goes by another record's name than its bytes: readers of either have to know.
		if (stored.recordId !== recordId)
			findings.push(aboutLog('entry_differs', { recordId: stored.recordId, version: stored.version, index }))
		newest.set(recordId, { version, hash: signed ? hexOf(signed) : hash })
		entries.set(index, { recordId, version, kind, hash })
		size = index + 1
		if (tree.size() === index) tree.append(Buffer.from(hash, 'hex'))
		for (const file of seal?.files ?? [])
			holders.set(file, [...(holders.get(file) ?? []), { recordId, version, kind, index }])
	}

	return {
		take,
		end: (least) => ({
			walked: { size, tree, at: (index) => entries.get(index) },
			findings: [...findings, ...unlogged(log, { entries, size: least, seals: [...seals.values()] })],
			holders,
		}),
	}
}

const ROWS_MISSING: readonly Fault[] = ['rows_missing']

type Unlogged = {
	readonly entries: ReadonlyMap<number, WalkedEntry>
	readonly size: number
	/** Acts whose entry did not come by. */
	readonly seals: readonly Seal[]
}

/** Acts without an entry and positions without one: where the signed leaf hash tells, which belongs to which. */
function unlogged(log: Signed, { entries, size, seals }: Unlogged): readonly Finding[] {
	const empty = emptyPlaces(log, { entries, size })
	const found: Finding[] = []
	for (const [at, { hash, ...record }] of entries) {
		const index = at < size ? null : empty.take(hash)
		if (index !== null) found.push(aboutLog('entry_missing', { ...record, index }))
	}
	const versions = seals.length === 0 ? new Map<string, NonNullable<Before>[]>() : versionsIn(entries)
	for (const seal of [...seals].sort((a, b) => a.version - b.version)) {
		const { recordId, version, kind } = seal
		const known = versions.get(recordId) ?? []
		const before = known.findLast((one) => one.version < version) ?? null
		const hash = possibleHashes(seal, before).find((one) => empty.has(one))
		const index = hash === undefined ? null : empty.take(hash)
		found.push(aboutLog(index === null ? 'not_logged' : 'entry_missing', { recordId, version, kind, index }))
		if (hash !== undefined) versions.set(recordId, [...known, { version, hash }])
	}
	return [...found, ...runsOf(empty.left())]
}

/** The positions below a size that have no entry, by the leaf hash that was signed there. */
function emptyPlaces(log: Signed, { entries, size }: Pick<Unlogged, 'entries' | 'size'>) {
	const places = new Map<string, number>()
	for (let index = 0; index < size; index += 1) {
		if (entries.has(index)) continue
		const signed = log.leafHashAt(index)
		places.set(signed ? hexOf(signed) : `unsigned ${index}`, index)
	}
	return {
		has: (hash: string) => places.has(hash),
		take: (hash: string) => {
			const index = places.get(hash) ?? null
			places.delete(hash)
			return index
		},
		left: () => [...places.values()],
	}
}

/** The versions of each record in the order of the log, with their leaf hashes. */
function versionsIn(entries: Unlogged['entries']): Map<string, NonNullable<Before>[]> {
	const versions = new Map<string, NonNullable<Before>[]>()
	for (const { recordId, version, hash } of entries.values()) {
		if (recordId === null || version === null) continue
		const known = versions.get(recordId)
		if (known) known.push({ version, hash })
		else versions.set(recordId, [{ version, hash }])
	}
	return versions
}

/** Positions without an entry that nothing tells the record of, run by run. */
function runsOf(missing: readonly number[]): readonly Finding[] {
	const runs: { from: number; to: number }[] = []
	for (const index of missing) {
		const last = runs.at(-1)
		if (last?.to === index) last.to = index + 1
		else runs.push({ from: index, to: index + 1 })
	}
	return runs.map(({ from, to }) =>
		aboutLog('entry_missing', { index: from, detail: to - from > 1 ? `${from}–${to - 1}` : null }),
	)
}
