import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#app/access/policy.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { checkAll } from '#app/domain/integrity/queries.server.ts'
import type { Check, Recorded } from '#app/domain/integrity/queries.server.ts'
import type { Witness } from '#app/domain/integrity/schema.ts'
import { openFiles } from '#app/files.server.ts'
import type { FileStore } from '#app/files.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import { publishDecision } from '#app/domain/verifier-decision/commands.server.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { readLog } from '#prisma/fsck-log.ts'
import { readSeedData } from '#prisma/seed/data-files.ts'
import { realPlans } from '#prisma/seed/real-plans.ts'
import { seed, seedPublished } from '#prisma/seed.ts'
import { observe } from '#tests/factories/observation.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'

/** A site's data, its log and its files, and everything that was kept of the log elsewhere. */
export type World = {
	readonly dataDir: string
	readonly origin: string
	readonly key: string
	readonly database: Database
	readonly files: FileStore
	readonly publicLog: PublicLog
	/** Checkpoints and receipts as somebody kept them, oldest first. */
	readonly kept: KeptWitness[]
	readonly close: () => Promise<void>
}

export type KeptWitness = Witness & {
	/** How many entries it covers. */
	readonly size: number
	/** The record and the position that a receipt is about; null for a checkpoint. */
	readonly receipt: { readonly recordId: string; readonly index: number } | null
}

const HOST: Actor = {
	personId: null,
	appointments: [{ role: 'INSTANCE_ADMIN', organizationId: 'host', memberId: null }],
}

/** Real plans whose texts, claims and codings come with the others: enough of every kind, and quickly compared. */
const IMPORTED = ['id-nap4', 'id-nap5']

/** A database with imported plans, the demonstration and the small plan that the factories write on. */
export async function openWorld(): Promise<World> {
	const dataDir = mkdtempSync(join(tmpdir(), 'renaksi-tamper-'))
	const database = await openDatabase({
		kind: 'embedded',
		folder: null,
		template: await packedEmptyDatabase(),
	})
	await storePlan(database)
	await storeReportRules(database)
	await database.db.$transaction((tx) => seedPublished(tx, { set: 'reference', now: MORNING }))
	await seed(database, { set: 'demonstration', now: MORNING })
	await discuss(database)
	for (const plan of realPlans(readSeedData(), utcDay(MORNING)))
		if (IMPORTED.includes(plan.plan.id)) await importPlan({ ...as(database, 'admin'), actor: HOST }, plan)
	const own = { origin: 'tamper.example/log', key: openKeys(dataDir).ledgerKey }
	const publicLog = await openPublicLog({ ...own, sql: database.sql, folder: join(dataDir, 'log') })
	return {
		dataDir,
		...own,
		database,
		files: await openFiles({ dataDir, filesOnS3: null }),
		publicLog,
		kept: [],
		close: async () => {
			await database.close()
			rmSync(dataDir, { recursive: true, force: true })
		},
	}
}

/** A finding with a reply and a decision, and what somebody without an account saw. */
async function discuss(database: Database): Promise<void> {
	const { recordId } = await storeFinding(database, { milestoneId: 'm2', recordId: 'discussed' })
	const said = { findingVersion: 1, after: 0, textId: 'Pintu dibuka.' }
	const lead = as(database, 'officer')
	const { version } = await answerReply(lead, recordId, { ...said, version: 0 })
	await publishReply(lead, recordId, { ...said, version })
	const decided = { findingVersion: 1, after: 0, decision: 'MAINTAINED' as const }
	await publishDecision(as(database, 'owner'), recordId, { ...decided, reasonEn: 'It was another office.' })
	await observe(database)
}

/** The same comparison as `npm run fsck`, on a log folder that may be another one. */
export async function fsck(
	world: World,
	witnesses: readonly Witness[],
	logDir = world.dataDir,
): Promise<Check> {
	const { recorded, kept } = await recordedIn(world, logDir)
	return checkAll(recorded, { kept, witnesses })
}

/** What a check and a page look at. */
export async function recordedIn(world: World, logDir = world.dataDir) {
	const { log, kept } = await readLog(world.database, { ...world, dataDir: logDir })
	const { db, now, withdrawals } = as(world.database, 'poc')
	const recorded: Recorded = { db, now, withdrawals, log, files: world.files }
	return { recorded, kept }
}

/** Keeps today's checkpoint and the receipt of an entry, as an organization outside would. */
export async function keepWitnesses(world: World, index: number): Promise<void> {
	const { size, text } = await world.publicLog.publish()
	const name = (what: string) => `${what}-${String(size)}`
	world.kept.push({ name: name('checkpoint'), text, size, receipt: null })
	const receipt = await world.publicLog.receipt(index)
	const [entry] = await world.database.sql<{ recordId: string }>(
		'SELECT "recordId" FROM "LedgerEntry" WHERE "index" = $1',
		[index],
	)
	if (!receipt || !entry) throw new Error(`no receipt of position ${String(index)}`)
	const about = { recordId: entry.recordId, index }
	world.kept.push({ name: name(`receipt-${String(index)}`), text: receipt, size, receipt: about })
}

/** Stores bytes as a cleaned file; gives their SHA-256. */
export async function storeFile(world: World, bytes: Buffer): Promise<string> {
	const sha256 = createHash('sha256').update(bytes).digest('hex')
	mkdirSync(world.files.incoming, { recursive: true })
	const path = join(world.files.incoming, sha256)
	writeFileSync(path, bytes)
	await world.files.put(path, sha256)
	rmSync(path, { force: true })
	return sha256
}
