import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actsOf } from '#app/domain/stored-act/queries.server.ts'
import { actFrom, leafIn } from '#app/domain/record/view.ts'
import { checkpointText, signerOf } from '#app/ledger/checkpoint.ts'
import { contentHash, entryBytes, leafHash } from '#app/ledger/leaf.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import { changed } from './alterations.ts'
import type { Alteration, Chance } from './alterations.ts'
import type { KeptWitness, World } from './world.ts'

/** A rewritten log, in the database and in a folder of its own, with the one witness that is held against it. */
export type Rewrite = Alteration & { readonly logDir: string; readonly witness: KeptWitness }

type Victim = {
	readonly recordId: string
	readonly version: number
	readonly index: number
	readonly table: string
	readonly id: string
	readonly column: string
}

/** Acts with a text that somebody may want to read otherwise. */
const TEXTS: readonly (readonly [kind: string, table: string, id: string, column: string])[] = [
	['commitment.published', 'CommitmentVersion', 'commitmentId', 'titleEn'],
	['milestone.published', 'MilestoneVersion', 'milestoneId', 'deliverableEn'],
	['progress-update.published', 'ProgressUpdate', 'recordId', 'doneEn'],
	['verification.published', 'Verification', 'recordId', 'rationaleEn'],
	['irm-coding.published', 'IrmCoding', 'recordId', 'valueAsPublished'],
]

/**
 * Rewrites the whole log without a trace: an act says something else, or is gone, its leaf and all that follow are
 * worked out anew, and the real key signs the new tree. With `isWhole` the kept leaf hashes are rewritten too.
 */
export async function rewrite(world: World, chance: Chance, isWhole: boolean): Promise<Rewrite | null> {
	const victim = await aVictim(world, chance)
	const covering = world.kept.filter(({ size }) => victim && size > victim.index)
	if (!victim || covering.length === 0) return null
	const own = covering.filter(
		({ receipt }) => receipt?.recordId === victim.recordId && receipt.index === victim.index,
	)
	const witness = chance.pick(own.length > 0 && chance.random() < 0.5 ? own : covering)
	const isCut = chance.random() < 0.3
	await (isCut ? cutOut(world, victim) : rewriteAct(world, victim, chance))
	const logDir = join(world.dataDir, 'rewritten')
	await signAnew(world, logDir, isWhole)
	const isOwn = own.includes(witness)
	return {
		what: `${victim.table} ${isCut ? 'cut out' : 'rewritten'} at ${String(victim.index)}, held against ${witness.name}`,
		// It is known by its own receipt or, while its row is still there, by the old leaf hash outside the database.
		records: isOwn || (!isWhole && !isCut) ? [victim.recordId] : [],
		logDir,
		witness,
	}
}

async function aVictim({ database }: World, { pick }: Chance): Promise<Victim | null> {
	const [kind, table, id, column] = pick(TEXTS)
	const entries = await database.sql<{ index: number; recordId: string; version: number }>(
		`SELECT e."index", e."recordId", e."version" FROM "LedgerEntry" e
		 JOIN "${table}" v ON v."${id}" = e."recordId" AND v."version" = e."version" WHERE e."kind" = $1`,
		[kind],
	)
	return entries.length === 0 ? null : { ...pick(entries), table, id, column }
}

/** The act says something else, and its leaf and those of its later versions are made to fit. */
async function rewriteAct({ database }: World, victim: Victim, chance: Chance): Promise<void> {
	const { recordId, table, id, column } = victim
	const edit = changed({ name: column, type: 'text' }, chance)
	await database.sql(`UPDATE "${table}" SET ${edit} WHERE "${id}" = $1 AND "version" = $2`, [
		recordId,
		victim.version,
	])
	const acts = await actsOf(database.db, recordId)
	const entries = await database.sql<{ index: number; version: number; entry: Uint8Array }>(
		'SELECT "index", "version", "entry" FROM "LedgerEntry" WHERE "recordId" = $1 ORDER BY "version"',
		[recordId],
	)
	let previous: string | null = null
	for (const { index, version, entry } of entries) {
		const leaf = leafIn(entry)
		const stored = acts.find((one) => one.version === version)?.act
		if (!leaf) throw new Error('no leaf to rewrite')
		const act = stored ? actFrom(stored) : null
		const hash = act ? contentHash(act.salt, act.content) : leaf.contentHash
		const bytes = entryBytes({ ...leaf, contentHash: hash, previous })
		previous = Buffer.from(leafHash(bytes)).toString('hex')
		await database.sql(
			`UPDATE "LedgerEntry" SET "entry" = decode($2, 'hex'), "leafHash" = decode($3, 'hex') WHERE "index" = $1`,
			[index, Buffer.from(bytes).toString('hex'), previous],
		)
	}
}

/** The record and all its entries are gone, and all that came after stands one place earlier. */
async function cutOut({ database }: World, { recordId, table, id }: Victim): Promise<void> {
	const { sql } = database
	await sql(`DELETE FROM "Evidence" WHERE "recordId" = $1`, [recordId])
	await sql(`DELETE FROM "Withdrawal" WHERE "recordId" = $1`, [recordId])
	await sql(`DELETE FROM "${table}" WHERE "${id}" = $1`, [recordId])
	await sql('DELETE FROM "LedgerEntry" WHERE "recordId" = $1', [recordId])
	await sql('UPDATE "LedgerEntry" SET "index" = -1 - "index"')
	await sql(
		`UPDATE "LedgerEntry" t SET "index" = n."at" - 1
		 FROM (SELECT "index", row_number() OVER (ORDER BY "index" DESC)::int AS "at" FROM "LedgerEntry") n WHERE n."index" = t."index"`,
	)
	await sql('UPDATE "LedgerHead" SET "size" = (SELECT count(*)::int FROM "LedgerEntry")')
}

/** A folder of the log as the real key would have left it, had the log always been like this. */
async function signAnew(world: World, logDir: string, isWhole: boolean): Promise<void> {
	const rows = await world.database.sql<{ entry: string }>(
		`SELECT encode("entry", 'base64') AS "entry" FROM "LedgerEntry" ORDER BY "index"`,
	)
	const leaves = rows.map(({ entry }) => leafHash(Buffer.from(entry, 'base64')))
	const tree = merkleTree()
	for (const leaf of leaves) tree.append(leaf)
	const root = tree.rootAt(leaves.length) ?? new Uint8Array()
	const { origin, key } = world
	const note = signerOf(origin, key).sign(checkpointText({ origin, size: leaves.length, root }))
	mkdirSync(join(logDir, 'log'), { recursive: true })
	writeFileSync(join(logDir, 'log', 'checkpoint'), note)
	if (isWhole) writeFileSync(join(logDir, 'log', 'leaves'), Buffer.concat(leaves))
	else writeFileSync(join(logDir, 'log', 'leaves'), keptLeaves(world))
}

/** The leaf hashes as they were signed before. */
function keptLeaves({ publicLog }: World): Buffer {
	const { size } = publicLog.published()
	return Buffer.concat(
		Array.from({ length: size }, (_leaf, index) => publicLog.leafHashAt(index) ?? new Uint8Array()),
	)
}
