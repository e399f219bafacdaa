import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { Database } from '#app/db.server.ts'
import { evidenceRow } from '#app/domain/evidence/view.ts'
import { checkAll, examineRecord } from '#app/domain/integrity/queries.server.ts'
import type { Finding } from '#app/domain/integrity/rules.ts'
import type { Witness } from '#app/domain/integrity/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { openFiles } from '#app/files.server.ts'
import type { FileStore } from '#app/files.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { openLogFolder } from '#app/ledger/log-folder.server.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import type { Evidence, Verification } from '#prisma/generated/client.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

/** A small site's database, log and files, and the checks that are made of them. */
export type RecordedWorld = {
	readonly database: Database
	readonly files: FileStore
	readonly log: PublicLog
	readonly folder: string
	readonly check: (...witnesses: readonly Witness[]) => Promise<readonly Finding[]>
	readonly examine: (recordId: string, version?: number) => ReturnType<typeof examineRecord>
	/** What was found, in short: fault, record and position. */
	readonly found: (...witnesses: readonly Witness[]) => Promise<readonly (readonly unknown[])[]>
	/** What is found once statements were run past the application and its triggers; they are taken back. */
	readonly foundAfter: (statements: string) => ReturnType<RecordedWorld['found']>
	/** Statements past the application and its triggers. */
	readonly tamper: (statements: string) => Promise<void>
	/** The log as a site that starts now takes it up. */
	readonly restarted: () => Promise<PublicLog>
	readonly close: () => Promise<void>
}

export async function recordedWorld(): Promise<RecordedWorld> {
	const database = await freshDatabase()
	await storePlan(database)
	await storeReportRules(database)
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-integrity-'))
	const own = {
		sql: database.sql,
		folder: join(folder, 'log'),
		origin: 'site.example/log',
		key: openKeys(folder).ledgerKey,
	}
	const log = await openPublicLog(own)
	const files = await openFiles({ dataDir: folder, filesOnS3: null })
	const world = () => ({ ...as(database, 'poc'), log, files })
	const kept = await openLogFolder(own.folder)
	const check = async (...witnesses: readonly Witness[]) =>
		(await checkAll(world(), { kept, witnesses })).findings
	return {
		database,
		files,
		log,
		folder,
		check,
		examine: (recordId, version) => examineRecord(world(), recordId, version),
		found: async (...witnesses) => (await check(...witnesses)).map(inShort),
		foundAfter: async (statements) => {
			let found: readonly Finding[] = []
			const taken = database.db.$transaction(async (tx) => {
				await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
				for (const statement of statements.split(';')) await tx.$executeRawUnsafe(statement)
				found = (await checkAll({ ...world(), db: tx }, { kept })).findings
				throw new Error('taken back')
			})
			await taken.catch((error: unknown) => {
				if (!(error instanceof Error) || error.message !== 'taken back') throw error
			})
			return found.map(inShort)
		},
		tamper: (statements) =>
			database.exec(`BEGIN; SET LOCAL session_replication_role = replica; ${statements}; COMMIT`),
		restarted: () => openPublicLog(own),
		close: async () => {
			await database.close()
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

function inShort({ fault, recordId, index }: Finding): readonly unknown[] {
	return [fault, recordId, index]
}

export const PICTURE = Buffer.from('a picture, cleaned')
export const PICTURE_SHA256 = createHash('sha256').update(PICTURE).digest('hex')

/** Publishes a finding with a stored picture. */
export async function publishFinding(
	{ database, files }: Pick<RecordedWorld, 'database' | 'files'>,
	given: Partial<Verification> = {},
): Promise<Verification> {
	const path = join(files.incoming, 'picture')
	writeFileSync(path, PICTURE)
	await files.put(path, PICTURE_SHA256)
	const row: Verification = {
		...{ recordId: 'finding', version: 1, commitmentId: 'k1', milestoneId: 'm1', checkpointId: 'b06' },
		...{ claimRecordId: null, claimVersion: null, organizationId: 'cso', authorId: 'monitor' },
		...{ verifiedLevel: 'LIMITED', outcome: 'NOT_CONFIRMED', method: 'INTERVIEW', confidence: 'HIGH' },
		...{ rationaleEn: 'We saw it.', rationaleId: null, hasInterest: false, interestStatement: null },
		...NO_FURTHER_FINDING,
		...{ independence: 'INDEPENDENT', actorOrganizationId: 'cso' },
		...{ publishedOn: '2026-07-15', publishedAt: MORNING },
		...{ salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) },
		...given,
	}
	const link = { kind: 'PHOTO', url: 'file', title: 'A desk', stance: 'SUPPORTS' }
	const file = { fileSha256: PICTURE_SHA256, fileMediaType: 'image/jpeg', fileBytes: PICTURE.length }
	const evidence: Evidence[] = [{ ...evidenceRow(row, 0, link), ...file, altText: 'A desk' }]
	await database.db.$transaction(async (tx) => {
		await tx.verification.create({ data: { ...row, ...NO_FURTHER_FINDING } })
		await tx.evidence.createMany({ data: evidence })
		await appendAct(tx, actFrom({ kind: 'verification.published', row, evidence }))
	})
	return row
}
