import type { Context, Transaction } from '#app/domain/context.ts'
import { listDoubted } from '#app/domain/organization/queries.server.ts'
import { ARGUED_TABLES, actsOf, storedActs } from '#app/domain/stored-act/queries.server.ts'
import { findingUnder } from '#app/domain/record/queries.server.ts'
import { shownRecord } from '#app/domain/record/view.ts'
import type { ShownRecord } from '#app/domain/record/view.ts'
import type { StoredAct } from '#app/domain/stored-act/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findHiding } from '#app/domain/observation/queries.server.ts'
import type { HidingView } from '#app/domain/observation/view.ts'
import { listDoubtedCounts } from '#app/domain/member-register/queries.server.ts'
import { findContributionHiding } from '#app/domain/public-contribution/queries.server.ts'
import type { ContributionHiding } from '#app/domain/public-contribution/view.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { listDoubtedRules } from '#app/domain/rule-set/queries.server.ts'
import { listDoubtedCalls } from '#app/domain/call-version/queries.server.ts'
import type { ShippedCall } from '#app/domain/call-version/queries.server.ts'
import type { RuleSet } from '#prisma/generated/client.ts'
import type { FileStore } from '#app/files.server.ts'
import type { LogFolder } from '#app/ledger/log-folder.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import {
	YOUNG_FILE_MS,
	aboutLog,
	findingsOf,
	headFindings,
	isBeyondRecord,
	keptFindings,
	rootFindings,
	standingFrom,
	testify,
} from './rules.ts'
import type { Finding, Standing } from './rules.ts'
import { readWitness } from './schema.ts'
import type { Witness } from './schema.ts'
import { comparison, sealKey, sealOf } from './view.ts'
import type { Holder, Seal, StoredEntry } from './view.ts'

/** What a record is compared with: the log as it was signed, the files, and what was removed with good reason. */
export type Recorded = Pick<Context, 'withdrawals' | 'now'> & {
	readonly db: Transaction
	readonly log: Pick<PublicLog, 'vkey' | 'published' | 'leafHashAt' | 'rootAt' | 'fault'>
	readonly files: Pick<FileStore, 'hashOf' | 'list'>
	/** What is known from the last whole check. */
	readonly known?: readonly Finding[]
}

/** What a whole check found, and how much it looked at. */
export type Check = {
	readonly findings: readonly Finding[]
	readonly entries: number
	readonly files: number
	/** Stored files that nothing names and that are old enough to be swept: no fault. */
	readonly orphans: readonly string[]
	/** Size of the checkpoint that the log was held against. */
	readonly signed: number
}

type Outside = {
	/** What the log keeps on the disk. */
	readonly kept: Pick<LogFolder, 'readLeaves'>
	readonly witnesses?: readonly Witness[]
	/** The versions of the rules that came with the product; absent where they are not asked after. */
	readonly shippedRules?: readonly RuleSet[]
	/** And the calls. */
	readonly shippedCalls?: readonly ShippedCall[]
}

/**
 * Compares all there is, in one walk over the acts and one over the log. What is published meanwhile is left for the
 * next time: acts are read before the entries, and entries beyond the log's first length need no act.
 */
export async function checkAll(world: Recorded, outside: Outside): Promise<Check> {
	const { kept, witnesses = [], shippedRules, shippedCalls } = outside
	const { db, log } = world
	const published = log.published()
	const began = await headOf(db)
	const seals = new Map<string, Seal>()
	for await (const batch of storedActs(db)) for (const act of batch) seals.set(sealKey(act), sealOf(act))
	const stray = await strayEvidence(db)
	const walk = comparison(log, { seals, began, removed: await removedRecords(world) })
	for await (const batch of storedEntries(db)) for (const entry of batch) walk.take(entry)
	const { walked, findings, holders } = walk.end(Math.max(began ?? 0, published.size))
	const fault = log.fault()
	const heard = witnesses.map(({ name, text }) => ({ name, said: readWitness(text, log.vkey) }))
	const leaves = await kept.readLeaves()
	return {
		findings: [
			...findings,
			...stray,
			...(await unseenPlans(db)),
			...(await fileFindings(world, holders)),
			...headFindings(walked, await headOf(db)),
			...(fault ? [aboutLog('log_stopped', { size: published.size, detail: fault })] : []),
			...rootFindings(walked, published, findings),
			...keptFindings(walked, log, { leaves, size: published.size }),
			...heard.flatMap((witness) => testify(walked, log, witness)),
			...(await accountFindings(world)),
			...(await countFindings(world)),
			...(shippedRules ? await ruleFindings(world, shippedRules) : []),
			...(shippedCalls ? await callFindings(world, shippedCalls) : []),
		],
		entries: walked.size,
		files: holders.size,
		orphans: await orphansOf(world, holders),
		signed: published.size,
	}
}

/** Appointments to act for civil society that no act stands behind. */
async function accountFindings({ db, now }: Recorded): Promise<readonly Finding[]> {
	const doubted = await listDoubted({ db, now }, { timeZone: 'UTC' })
	return doubted.map(({ backing, organizationId, appointmentId }) =>
		aboutLog(ACCOUNT_FAULT_OF[backing], { detail: `${organizationId}: ${appointmentId}` }),
	)
}

/** Versions of the rules that nothing public stands behind, or that are not as they came with the product. */
async function ruleFindings({ db }: Recorded, shipped: readonly RuleSet[]): Promise<readonly Finding[]> {
	const doubted = await listDoubtedRules(db, shipped)
	return doubted.map(({ ruleSetId, isShipped }) =>
		aboutLog(isShipped ? 'rule_set_differs' : 'rule_set_without_act', { detail: ruleSetId }),
	)
}

/** Counts of contributions that are not what the acts give. */
async function countFindings({ db }: Recorded): Promise<readonly Finding[]> {
	const doubted = await listDoubtedCounts({ db })
	return doubted.map((detail) => aboutLog('consultation_count_differs', { detail }))
}

/** Versions of calls that nothing public stands behind, or that are not as they came with the product. */
async function callFindings({ db }: Recorded, shipped: readonly ShippedCall[]): Promise<readonly Finding[]> {
	const doubted = await listDoubtedCalls(db, shipped)
	return doubted.map(({ callId, version, isShipped }) =>
		aboutLog(isShipped ? 'call_differs' : 'call_without_act', { detail: `${callId}, ${String(version)}` }),
	)
}

const ACCOUNT_FAULT_OF = {
	WITHOUT_ACT: 'account_without_act',
	ENDED: 'account_ended',
	OTHER_ADDRESS: 'account_other_address',
} as const

/** A version of a record, how it stands, and all that is wrong with the record. */
export type ExaminedRecord = {
	readonly record: ShownRecord
	readonly standing: Standing
	readonly findings: readonly Finding[]
	/** Of an observation or a contribution that the host hid: why and when. */
	readonly hiding: HidingView | ContributionHiding | null
}

/**
 * One version of a record as far as it can be shown, compared with the log and the files at this moment. Without a
 * version: the newest that is stored or logged. Refuses with `not_found` where nothing at all is left of it.
 */
export async function examineRecord(
	world: Recorded,
	recordId: string,
	version?: number,
): Promise<ExaminedRecord> {
	const { db, log } = world
	const began = await headOf(db)
	const acts = await actsOf(db, recordId)
	const entries = await entriesWhere(db, '"recordId" = $1', recordId)
	const head = (await headOf(db)) ?? 0
	const removed = await removedRecords(world)
	const walk = comparison(log, { seals: sealsOf(acts), began, removed })
	for (const entry of entries) walk.take(entry)
	const { findings, holders } = walk.end(0)
	const beyond = entries.filter(({ index }) => index >= head)
	const misplaced = beyond.map(({ index, version: of }) =>
		aboutLog('entry_differs', { recordId, version: of, index }),
	)
	// A page does not say which file it is: one may be protected, or withdrawn.
	const inFiles = (await fileFindings(world, holders)).map((finding) => ({ ...finding, detail: null }))
	const unseen = [
		...findingsOf(recordId, world.known ?? []).filter(isBeyondRecord),
		...findingsOf(recordId, await unseenPlans(db)),
	]
	const all = [...findings, ...misplaced, ...(await strayEvidence(db, recordId)), ...inFiles, ...unseen]
	const hiding = (await findHiding(db, recordId)) ?? (await findContributionHiding(db, recordId))
	// What was replied to a withdrawn finding, or decided about it, would tell what was withdrawn.
	const about = await Promise.all(
		acts.map(async ({ act }) => (act && (await findingUnder(db, act))) ?? recordId),
	)
	const withdrawn = await Promise.all([...new Set([recordId, ...about])].map((id) => isWithdrawn(world, id)))
	const isHidden = hiding !== null || withdrawn.includes(true)
	const record = shownRecord({ acts, entries }, { recordId, version, isWithdrawn: isHidden })
	if (!record) throw new Refusal('not_found')
	const gone = hiding ? 'hidden' : removed.has(recordId) ? 'removed' : 'withdrawn'
	const otherwise = isHidden ? gone : 'as_sealed'
	const ofVersion = all.filter((finding) => finding.version === record.version)
	// What a hidden finding put forward is not told either: not even the name of a file that is missing.
	const told = isHidden ? all.map((finding) => ({ ...finding, detail: null })) : all
	return { record, standing: standingFrom(ofVersion, otherwise), findings: told, hiding }
}

function sealsOf(acts: readonly StoredAct[]): Map<string, Seal> {
	return new Map(acts.map((act) => [sealKey(act), sealOf(act)]))
}

type Reading = Pick<Transaction, '$queryRawUnsafe'>

async function headOf(db: Reading): Promise<number | null> {
	const [head] = await db.$queryRawUnsafe<{ size: number }[]>(
		'SELECT "size" FROM "LedgerHead" WHERE "id" = 1',
	)
	return head?.size ?? null
}

/** Entries read at once. */
const READ_AT_ONCE = 500

async function* storedEntries(db: Reading): AsyncGenerator<readonly StoredEntry[]> {
	for (let after = -1; ;) {
		const entries = await entriesWhere(db, '"index" > $1::int', after)
		yield entries
		const last = entries.at(-1)
		if (!last || entries.length < READ_AT_ONCE) return
		after = last.index
		await new Promise((resume) => setImmediate(resume))
	}
}

type EntryJson = Omit<StoredEntry, 'entry'> & { readonly entry: string }

async function entriesWhere(db: Reading, where: string, value: unknown): Promise<readonly StoredEntry[]> {
	const [found] = await db.$queryRawUnsafe<{ rows: EntryJson[] | null }[]>(
		`SELECT json_agg(e ORDER BY e."index") AS "rows" FROM (
			SELECT "index", "recordId", "version", "kind", encode("entry", 'base64') AS "entry", encode("leafHash", 'hex') AS "leafHash"
			FROM "LedgerEntry" WHERE ${where} ORDER BY "index" LIMIT ${READ_AT_ONCE}) e`,
		value,
	)
	return (found?.rows ?? []).map((row) => ({ ...row, entry: Buffer.from(row.entry, 'base64') }))
}

function hasNoAct(table: string): string {
	return `NOT EXISTS (SELECT 1 FROM "${table}" a WHERE a."recordId" = e."recordId" AND a."version" = e."recordVersion")`
}

/** Evidence of acts that are not there. */
async function strayEvidence(db: Reading, recordId: string | null = null): Promise<readonly Finding[]> {
	const rows = await db.$queryRawUnsafe<{ recordId: string; version: number }[]>(
		`SELECT DISTINCT e."recordId", e."recordVersion" AS "version" FROM "Evidence" e
		 WHERE ${ARGUED_TABLES.map(hasNoAct).join(' AND ')} ${recordId === null ? '' : 'AND e."recordId" = $1'}`,
		...(recordId === null ? [] : [recordId]),
	)
	return rows.map((row) => aboutLog('evidence_not_sealed', row))
}

/** The findings that two persons removed: their rows are rightly gone. */
async function removedRecords({ db, withdrawals }: Recorded): Promise<ReadonlySet<string>> {
	const rows = await db.$queryRawUnsafe<{ recordId: string }[]>(
		`SELECT r."recordId" FROM "Removal" r JOIN "LedgerEntry" e ON e."recordId" = r."recordId"
		 WHERE r."confirmedById" IS NOT NULL AND e."kind" = 'verification.withdrawn'`,
	)
	return new Set([...rows.map((row) => row.recordId), ...withdrawals.removed()])
}

/** Plans that were published and that the database calls drafts now: nobody would find them, nor anything about them. */
async function unseenPlans(db: Reading): Promise<readonly Finding[]> {
	const rows = await db.$queryRawUnsafe<{ recordId: string; version: number }[]>(
		`SELECT DISTINCT ON (e."recordId") e."recordId", e."version" FROM "LedgerEntry" e
		 JOIN "ActionPlan" p ON p."id" = e."recordId"
		 WHERE p."status" = 'DRAFT' AND e."kind" = 'action-plan.published' ORDER BY e."recordId", e."version" DESC`,
	)
	return rows.map((row) => aboutLog('content_differs', row))
}

type Holders = ReadonlyMap<string, readonly Holder[]>

/** Reads every file again, one after the other; a file that several records put forward is read once. */
async function fileFindings({ files }: Recorded, holders: Holders): Promise<readonly Finding[]> {
	const found: Finding[] = []
	for (const [sha256, records] of holders) {
		const hash = /^[0-9a-f]{64}$/.test(sha256) ? await files.hashOf(sha256) : null
		if (hash === sha256) continue
		const fault = hash === null ? 'file_missing' : 'file_differs'
		for (const record of records) found.push(aboutLog(fault, { ...record, detail: sha256 }))
	}
	return found
}

async function orphansOf({ db, files, now }: Recorded, holders: Holders): Promise<readonly string[]> {
	const uploads = await db.upload.findMany({ select: { fileSha256: true, previewSha256: true } })
	const onTheirWay = new Set(uploads.flatMap((row) => [row.fileSha256, row.previewSha256]))
	const orphans: string[] = []
	for await (const { sha256, modifiedAt } of files.list()) {
		const isYoung = now.getTime() - modifiedAt.getTime() < YOUNG_FILE_MS
		if (!isYoung && !holders.has(sha256) && !onTheirWay.has(sha256)) orphans.push(sha256)
	}
	return orphans
}
