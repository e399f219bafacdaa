import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import type { PlanImport } from '#app/domain/action-plan/schema.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { ImportMapping } from '#app/import/mapping.ts'
import { readPlanFile } from '#app/import/read-plan-file.ts'
import { applyMigrations } from '#prisma/apply-migrations.ts'
import type { CommitmentVersion } from '#prisma/generated/client.ts'
import { seed } from '#prisma/seed.ts'
import { median, report } from './ratio.ts'
import { startServer } from './throwaway-server.ts'

/**
 * The database part of importing 1,766 commitments, with everything an import does (reading what is there, salts,
 * hashes, leaves, one transaction), against PostgreSQL's own COPY of the very same rows from files on the server
 * into the same tables. `createMany` of the same rows is shown for comparison.
 */
const ROUNDS = 11
/** Rounds before those that count: both sides then run warm. */
const WARM_UP = 2
const PORT = 5440
const TABLES = [
	'ActionPlan',
	'ActionPlanVersion',
	'Commitment',
	'CommitmentVersion',
	'IrmCoding',
	'LedgerEntry',
]

const now = new Date('2026-01-15T03:00:00Z')
const plan = await tableAsPlan()
const server = startServer(PORT)
try {
	await measure()
} finally {
	server.stop()
}

async function measure(): Promise<void> {
	await inDatabase('template', 'template1', async (database) => {
		await applyMigrations(database)
		await seed(database, { set: 'reference', now })
	})
	const times: { ours: number[]; copy: number[] } = { ours: [], copy: [] }
	for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
		times.ours.push(await inDatabase(`ours_${round}`, 'template', imported))
		if (round === 0) await inDatabase('ours_0', null, rowsToFiles)
		times.copy.push(await inDatabase(`copy_${round}`, 'template', copied))
	}
	const many = await inDatabase('many', 'template', createdMany)
	const copy = median(times.copy.slice(WARM_UP))
	report('import', [
		{
			name: `import of ${plan.commitments.length} commitments / COPY`,
			ours: median(times.ours.slice(WARM_UP)),
			other: copy,
			atMost: 4,
		},
		{ name: 'createMany of the same rows / COPY', ours: many, other: copy, atMost: null },
	])
}

async function tableAsPlan(): Promise<PlanImport> {
	const folder = join(import.meta.dirname, 'data')
	const mapping = ImportMapping.parse(JSON.parse(readFileSync(join(folder, 'ogp-explorer.json'), 'utf8')))
	const bytes = new Uint8Array(readFileSync(join(folder, 'ogp_commitments_multicountry.csv')))
	const read = await readPlanFile(bytes, [{ name: 'ogp-explorer', mapping }], {
		planId: 'all-members',
		memberId: 'indonesia',
		today: '2026-01-15',
		language: null,
		plan: {},
		fileName: 'ogp_commitments_multicountry.csv',
	})
	if (!read.plan)
		throw new Error(`the table has ${read.problems.length} problems: ${JSON.stringify(read.problems[0])}`)
	return read.plan
}

/** Works in a database of the server; it is made first, from a template, unless the template is null. */
async function inDatabase<Result>(
	name: string,
	template: string | null,
	work: (database: Database) => Promise<Result>,
): Promise<Result> {
	if (template !== null) await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
	const database = await openDatabase({ kind: 'server', url: `${server.url}/${name}` })
	try {
		return await work(database)
	} finally {
		await database.close()
	}
}

async function onServer(statement: string): Promise<void> {
	const client = new Client({ connectionString: `${server.url}/postgres` })
	await client.connect()
	await client.query(statement)
	await client.end()
}

async function imported({ db, sql }: Database): Promise<number> {
	await sql('SELECT 1')
	await db.$queryRaw`SELECT 1`
	const actor = {
		personId: null,
		appointments: [{ role: 'INSTANCE_ADMIN', organizationId: 'host', memberId: null }],
	} as const
	return timed(() =>
		importPlan({ db, actor, now, requestId: 'bench', withdrawals: withdrawalList([], () => {}) }, plan),
	)
}

/** The imported rows as files, where the server itself reads them: COPY has no faster way. */
async function rowsToFiles({ sql }: Database): Promise<void> {
	for (const table of TABLES) await sql(`COPY "${table}" TO '${fileOf(table)}'`)
}

function fileOf(table: string): string {
	return join(server.folder, `${table}.copy`)
}

async function copied({ exec, sql }: Database): Promise<number> {
	await sql('SELECT 1')
	const copies = TABLES.map((table) => `COPY "${table}" FROM '${fileOf(table)}';`).join('\n')
	return timed(() => exec(`BEGIN;\n${copies}\nCOMMIT;`))
}

async function createdMany({ db }: Database): Promise<number> {
	const from = await openDatabase({ kind: 'server', url: `${server.url}/ours_0` })
	const rows = {
		plans: await from.db.actionPlan.findMany(),
		planVersions: await from.db.actionPlanVersion.findMany(),
		commitments: await from.db.commitment.findMany(),
		commitmentVersions: await from.db.commitmentVersion.findMany(),
		codings: await from.db.irmCoding.findMany(),
		leaves: await from.db.ledgerEntry.findMany(),
	}
	await from.close()
	return timed(() =>
		db.$transaction([
			db.actionPlan.createMany({ data: rows.plans }),
			db.actionPlanVersion.createMany({
				data: rows.planVersions.map((row) => ({ ...row, otherLanguages: {} })),
			}),
			db.commitment.createMany({ data: rows.commitments }),
			db.commitmentVersion.createMany({ data: rows.commitmentVersions.map(asInput) }),
			db.irmCoding.createMany({ data: rows.codings }),
			db.ledgerEntry.createMany({ data: rows.leaves }),
		]),
	)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now()
	await work()
	return performance.now() - began
}

/** JSON columns as Prisma takes them. */
function asInput({ otherLanguages, ogpValues, policyAreas, successors, ...row }: CommitmentVersion) {
	return {
		...row,
		otherLanguages: otherLanguages ?? {},
		ogpValues: ogpValues ?? [],
		policyAreas: policyAreas ?? [],
		successors: successors ?? [],
	}
}
