import type { Prisma } from '#prisma/generated/client.ts'
import type { Json } from './canonical-json.ts'
import { contentHash, entryBytes, leafHash } from './leaf.ts'
import type { ActKind } from './leaf.ts'

/** An act about to be logged; `content` is exactly what `/records/<recordId>.json` will show. */
export type Act = {
	readonly kind: ActKind
	readonly recordId: string
	readonly version: number
	readonly actorOrganization: string
	/** UTC calendar day. */
	readonly day: string
	readonly content: Json
	readonly salt: Uint8Array
	/** Where it is known already; otherwise it is worked out when the act is appended. */
	readonly contentHash?: string
}

/** Acts hashed without a pause: enough to be quick, few enough that a statement under way is not kept waiting. */
const HASHED_AT_ONCE = 200

type LedgerTransaction = Pick<Prisma.TransactionClient, '$queryRawUnsafe' | '$executeRawUnsafe'>

/** The acts with their content hashes, made while the database is busy with something else. */
export async function hashed(acts: readonly Act[]): Promise<readonly Act[]> {
	const done: Act[] = []
	for (const [position, act] of acts.entries()) {
		if (position % HASHED_AT_ONCE === 0) await new Promise((resume) => setImmediate(resume))
		done.push({ ...act, contentHash: contentHash(act.salt, act.content) })
	}
	return done
}

/** Appends one act in the transaction that writes it: no leaf, no act. Gives its position in the log. */
export async function appendAct(tx: LedgerTransaction, act: Act): Promise<number> {
	return appendActs(tx, [act])
}

/**
 * Appends acts in the given order; the one-row head is locked until the transaction ends, so positions have no
 * gaps and no two acts share one.
 *
 * Returns  the position of the first.
 */
export async function appendActs(tx: LedgerTransaction, acts: readonly Act[]): Promise<number> {
	if (acts.length === 0) throw new Error('nothing to append')
	const previous = await previousLeaves(tx, acts)
	const rows = acts.map((act, offset) => row(act, offset, previous))
	const appended = await tx.$queryRawUnsafe<{ first: number | null }[]>(
		`WITH head AS (UPDATE "LedgerHead" SET "size" = "size" + $1::int WHERE "id" = 1 RETURNING "size"),
		done AS (
			INSERT INTO "LedgerEntry" ("index", "recordId", "version", "kind", "entry", "leafHash")
			SELECT head."size" - $1::int + t."offset", t."recordId", t."version", t."kind",
				convert_to(t."entry", 'UTF8'), decode(t."leafHash", 'hex')
			FROM head CROSS JOIN json_to_recordset($2::json)
				AS t("offset" int, "recordId" text, "version" int, "kind" text, "entry" text, "leafHash" text)
			RETURNING "index"
		)
		SELECT min("index") AS "first" FROM done`,
		acts.length,
		JSON.stringify(rows),
	)
	const first = appended[0]?.first
	if (first == null) throw new Error('the ledger has no head')
	return first
}

/** Leaf hashes of the newest version of each record that already has one; acts appended together supersede each other. */
async function previousLeaves(tx: LedgerTransaction, acts: readonly Act[]): Promise<Map<string, string>> {
	const later = acts.filter((act) => act.version > 1).map((act) => act.recordId)
	if (later.length === 0) return new Map()
	// Whoever supersedes a leaf reads it when nobody else can append another.
	await tx.$queryRawUnsafe('SELECT "size" FROM "LedgerHead" WHERE "id" = 1 FOR UPDATE')
	const rows = await tx.$queryRawUnsafe<{ recordId: string; hash: string }[]>(
		`SELECT DISTINCT ON ("recordId") "recordId", encode("leafHash", 'hex') AS "hash" FROM "LedgerEntry"
		 WHERE "recordId" = ANY($1::text[]) ORDER BY "recordId", "version" DESC`,
		later,
	)
	return new Map(rows.map(({ recordId, hash }) => [recordId, hash]))
}

function row(act: Act, offset: number, previous: Map<string, string>) {
	const entry = entryBytes({
		actorOrganization: act.actorOrganization,
		contentHash: act.contentHash ?? contentHash(act.salt, act.content),
		day: act.day,
		kind: act.kind,
		previous: previous.get(act.recordId) ?? null,
		recordId: act.recordId,
		version: act.version,
	})
	const hash = Buffer.from(leafHash(entry)).toString('hex')
	previous.set(act.recordId, hash)
	return {
		offset,
		recordId: act.recordId,
		version: act.version,
		kind: act.kind,
		entry: Buffer.from(entry).toString('utf8'),
		leafHash: hash,
	}
}
